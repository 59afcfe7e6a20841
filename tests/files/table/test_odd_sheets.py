"""Sheets of the shapes that people have, each with what a careful reader understands once every suggestion is confirmed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading
from tests.files.table.further_sheets import FURTHER
from tests.files.table.sheets_of_buyers import BUYERS
from tests.files.table.sheets_of_offices import OFFICES
from tests.files.table.sheets_of_teams import TEAMS

# Name: the sheet; criteria with direction and points, then candidates with their values, ranges as low–likely–high.
SHEETS: dict[str, tuple[str, str]] = {
    "preference row cand": (
        "Vendor,Price (min),Quality (max)\nPreference,10,3\nAcme,12,4\nBolt,9,5\n",
        "Price↓ Quality↑ | Acme 12 4; Bolt 9 5",
    ),
    "preference thresholds": (
        "Vendor,Price,Quality\ndirection,min,max\nindifference,1,0\npreference,3,1\nAcme,12,4\nBolt,9,5\n",
        "Price↓ Quality↑ | Acme 12 4; Bolt 9 5",
    ),
    "preference weights": (
        "Vendor,Price (min),Quality (max)\nPreference,60,40\nAcme,12,4\nBolt,9,5\n",
        "Price↓60 Quality↑40 | Acme 12 4; Bolt 9 5",
    ),
    "below zero": (
        "Vendor,Balance (max),Quality (max)\nAcme,-3 (-5 - -1),4\nBolt,-2 – 1,5\nCo,-8 to -6,2\nDee,-5..-1,3\nEff,-7 ± 2,2\n",
        "Balance↑ Quality↑ | Acme -5–-3–-1 4; Bolt -2–-0.5–1 5; Co -8–-7–-6 2; Dee -5–-3–-1 3; Eff -9–-7–-5 2",
    ),
    "score weighted pairs": (
        "Criterion,Weight,Vendor A score,Vendor A weighted,Vendor B score,Vendor B weighted\nPrice,40,3,120,5,200\nQuality,35,4,140,2,70\nSupport,25,5,125,3,75\nTotal,100,12,385,10,345\n",
        "Price↑40 Quality↑35 Support↑25 | Vendor A 3 4 5; Vendor B 5 2 3",
    ),
    "raw weighted heads": (
        "Criteria,Weight,Acme,,Bolt,,Corex,\n,,Score,Weighted,Score,Weighted,Score,Weighted\nPrice,0.4,3,1.2,5,2,4,1.6\nQuality,0.35,4,1.4,2,0.7,3,1.05\nSupport,0.25,5,1.25,3,0.75,2,0.5\nTotal,1,,3.85,,3.45,,3.15\n",
        "Price↑40 Quality↑35 Support↑25 | Acme 3 4 5; Bolt 5 2 3; Corex 4 3 2",
    ),
    "min mode max": (
        "Vendor;Kosten (min);Kosten (wahrsch.);Kosten (max);Qualität\nA;8;10;13;4\nB;7;9;12;5\n",
        "Kosten↓ Qualität↑ | A 8–10–13 4; B 7–9–12 5",
    ),
    "best worst": (
        "Vendor,Cost (optimistic),Cost (most likely),Cost (pessimistic)\nAcme,8,10,13\nBolt,7,9,12\n",
        "Cost↓ | Acme 8–10–13; Bolt 7–9–12",
    ),
    "pugh": (
        "Criteria,Weight,Baseline,Concept A,Concept B,Concept C\nCost,3,0,+,-,S\nSafety,5,0,S,+,+\nEase of use,2,0,-,+,S\nSum +,,0,1,2,1\nSum -,,0,1,1,0\nNet score,,0,1,4,5\nRank,,4,3,2,1\n",
        "Cost↑3 Safety↑5 Ease of use↑2 | Baseline 2 2 2; Concept A 3 2 1; Concept B 1 3 3; Concept C 2 3 2",
    ),
    "french wdm": (
        "Critères;Pondération;Offre 1;Offre 2;Offre 3\nPrix;40 %;16,5;14;18\nValeur technique;35 %;15;17,5;12\nDélai;25 %;12;14;16\nNote finale;100 %;14,85;15,23;15,4\nClassement;;3;2;1\n",
        "Prix↑40 Valeur technique↑35 Délai↑25 | Offre 1 16.5 15 12; Offre 2 14 17.5 14; Offre 3 18 12 16",
    ),
    "spanish": (
        "Proveedor;Precio (€);Plazo de entrega (días);Calidad (1-10)\nPeso;50;30;20\nAlfa;1.250,50;12;8\nBeta;1.180,00;15;7\nGama;990,00;21;5\n",
        "Precio↓50 Plazo de entrega↓30 Calidad↑20 | Alfa 1250.5 12 8; Beta 1180 15 7; Gama 990 21 5",
    ),
    "german nutzwert": (
        "Nutzwertanalyse Cloud\n\nKriterium;Gewicht;Anbieter A;;Anbieter B;\n;;Note;Nutzen;Note;Nutzen\nPreis;30 %;4;1,2;3;0,9\nSicherheit;50 %;3;1,5;5;2,5\nSupport;20 %;5;1,0;2;0,4\nSumme;100 %;;3,7;;3,8\n",
        "Preis↑30 Sicherheit↑50 Support↑20 | Anbieter A 4 3 5; Anbieter B 3 5 2",
    ),
    "sap export": (
        "|Lieferant |Preis     |Lieferzeit|Qualität|\n|----------|----------|----------|--------|\n|Alfa GmbH |1.250,00  |12        |8,5     |\n|Beta AG   |1.180,00- |15        |7,0     |\n",
        "Preis↓ Lieferzeit↓ Qualität↑ | Alfa GmbH 1250 12 8.5; Beta AG -1180 15 7",
    ),
    "sap export2": (
        "Vendor\tNet price\tCurr.\tDeliv. days\tQM score\n0000100234\t1.250,00\tEUR\t12\t85\n0000100377\t1.180,00\tEUR\t15\t70\n0000100981\t990,00\tEUR\t21\t55\n",
        "Net price↓ Deliv. days↑ QM score↑ | 0000100234 1250 12 85; 0000100377 1180 15 70; 0000100981 990 21 55",
    ),
    "japanese": (
        "評価項目,重み,A社,B社,C社\n価格,40,3,5,4\n品質,30,4,3,5\n納期,30,5,2,3\n合計,100,12,10,12\n",
        "価格↑40 品質↑30 納期↑30 | A社 3 4 5; B社 5 3 2; C社 4 5 3",
    ),
    "rfp scorecard": (
        "RFP Scorecard,,,,\nPrepared by procurement,,,,\n,,,,\nCategory,Criterion,Weight,Vendor A,Vendor B\nCommercial,Price,20,4,3\n,Payment terms,10,3,5\nTechnical,Security,40,5,4\n,APIs,30,4,4\nSubtotal,,100,16,16\n",
        "Price↑20 Payment terms↑10 Security↑40 APIs↑30 | Vendor A 4 3 5 4; Vendor B 3 5 4 4",
    ),
    "yes/no must have": (
        "Feature,Must have,Vendor A,Vendor B,Vendor C\nSSO,Y,Yes,Yes,No\nAPI,Y,Yes,No,Yes\nAudit log,N,No,Yes,Yes\n",
        "SSO↑ API↑ Audit log↑ | Vendor A 1 1 0; Vendor B 1 0 1; Vendor C 0 1 1",
    ),
    "weights above header": (
        ",Weight,0.5,0.3,0.2\n,Vendor,Price ↓,Quality ↑,Speed ↑\n1,Acme,10,7,3\n2,Bolt,12,8,4\n",
        "Price↓50 Quality↑30 Speed↑20 | Acme 10 7 3; Bolt 12 8 4",
    ),
    "directions below": (
        "Vendor,Price,Quality\nAcme,12,4\nBolt,9,5\nCorex,10,6\n,min,max\nWeight,60,40\n",
        "Price↓60 Quality↑40 | Acme 12 4; Bolt 9 5; Corex 10 6",
    ),
    "likert avg": (
        "Criteria,Weight (1-5),Option 1 (1-10),Option 2 (1-10)\nCost,5,7,4\nRisk,3,6,8\nFit,4,5,9\nTotal weighted,,73,80\n",
        "Cost↑5 Risk↑3 Fit↑4 | Option 1 (1-10) 7 6 5; Option 2 (1-10) 4 8 9",
    ),
    "decision matrix max pts": (
        "Vendor,Price (30 pts),Quality (50 pts),Delivery (20 pts),Total (100)\nAcme,25,40,15,80\nBolt,28,35,12,75\n",
        "Price↑30 Quality↑50 Delivery↑20 | Acme 25 40 15; Bolt 28 35 12",
    ),
    "excel pivot": (
        "Average of Score,Column Labels,,,\nRow Labels,Price,Quality,Service,Grand Total\nAcme,3,4,5,4\nBolt,5,2,2,3\nGrand Total,4,3,3.5,3.5\n",
        "Price↑ Quality↑ Service↑ | Acme 3 4 5; Bolt 5 2 2",
    ),
    "R write.csv": (
        '"","price","quality"\n"1","10","5"\n"2","12","7"\n"3","9","4"\n',
        "price↓ quality↑ | 1 10 5; 2 12 7; 3 9 4",
    ),
    "scores with comments pairs": (
        "Criterion,Weight,Acme,Comment,Bolt,Comment\nPrice,60,4,cheap,3,ok\nQuality,40,3,,5,very good\n",
        "Price↑60 Quality↑40 | Acme 4 3; Bolt 3 5",
    ),
    "stdev rows": (
        "Supplier,On-time %,Defects ppm\nA,98,120\nB,95,80\nC,97,200\nMean,96.67,133.33\nStd Dev,1.53,61.1\n",
        "On-time %↑ Defects ppm↓ | A 98 120; B 95 80; C 97 200",
    ),
    "weights two rows": (
        "Vendor,Price,Quality\nWeight (raw),3,2\nWeight (normalised),0.6,0.4\nDirection,min,max\nAcme,12,4\nBolt,9,5\n",
        "Price↓3 Quality↑2 | Acme 12 4; Bolt 9 5",
    ),
    "min max goals words": (
        "Alternatives,C1,C2,C3\nBeneficial/Non-beneficial,NB,B,B\nA1,250,16,12\nA2,200,16,8\nA3,300,32,16\n",
        "C1↓ C2↑ C3↑ | A1 250 16 12; A2 200 16 8; A3 300 32 16",
    ),
    "ideal rows": (
        "Alt,C1,C2\ntype,cost,benefit\nA1,3,5\nA2,4,7\nA3,2,4\nV+,2,7\nV-,4,4\n",
        "C1↓ C2↑ | A1 3 5; A2 4 7; A3 2 4",
    ),
    "cost benefit section": (
        ",Benefits,,Costs,\nVendor,Quality,Support,Price,Delay\nAcme,7,8,100,3\nBolt,6,9,90,5\n",
        "Quality↑50 Support↑50 Price↓50 Delay↓50 | Acme 7 8 100 3; Bolt 6 9 90 5",
    ),
    "score columns & evaluator": (
        "Vendor,Evaluator,Price,Quality\nAcme,Ann,4,3\nAcme,Bob,5,4\nBolt,Ann,3,5\nBolt,Bob,2,4\n",
        "Price↓ Quality↑ | Acme 4–4.5–5 3–3.5–4; Bolt 2–2.5–3 4–4.5–5",
    ),
    "italian": (
        "Fornitore;Prezzo;Qualità;Tempi di consegna\nPeso;0,5;0,3;0,2\nAlfa;1200;7,5;12\nBeta;1100;6,5;10\n",
        "Prezzo↓50 Qualità↑30 Tempi di consegna↓20 | Alfa 1200 7.5 12; Beta 1100 6.5 10",
    ),
    "merged markdown": (
        "| Vendor | Price ($) | Rating |\n|:--|--:|--:|\n| Acme | $1,200 | 4.5/5 |\n| Bolt | $950 | 4.1/5 |\n",
        "Price↓ Rating↑ | Acme 1200 4.5; Bolt 950 4.1",
    ),
}
SHEETS |= FURTHER | TEAMS | OFFICES | BUYERS


def confirmed(reading: Reading) -> Reading:
    """Return the reading with every suggestion taken; more is better, and the first choice, where nothing is suggested."""
    for _round in range(8):  # an answer may open another question, but not without end
        if not reading.open:
            break
        answers = {
            q.id: q.suggestion or ("maximize" if q.kind == "direction" else q.choices[0].key)
            for q in reading.open
        }
        reading = reading.with_answers(answers)
    return reading


def told(reading: Reading) -> str:
    """Return what was understood in one line."""
    problem = reading.problem
    assert problem is not None, reading.findings
    points = dict(problem.profiles[0].importances) if problem.profiles else {}
    heads = [
        f"{leaf.name}{'↑' if leaf.maximize else '↓'}" + (f"{points[leaf.id]:g}" if leaf.id in points else "")
        for leaf in problem.leaves
    ]
    rows = [
        " ".join(
            [
                alternative.name,
                *(
                    "?"
                    if not c.known
                    else f"{c.likely:g}"
                    if c.low == c.high
                    else f"{c.low:g}–{c.likely:g}–{c.high:g}"
                    for c in row
                ),
            ]
        )
        for alternative, row in zip(problem.alternatives, problem.performances, strict=True)
    ]
    return " ".join(heads) + " | " + "; ".join(rows)


@pytest.mark.parametrize(("sheet", "understood"), SHEETS.values(), ids=SHEETS)
def test_a_sheet_is_understood(reading: Callable[[str], Reading], sheet: str, understood: str) -> None:
    assert told(confirmed(reading(sheet))) == understood


@pytest.mark.parametrize("sheet", [sheet for sheet, _understood in SHEETS.values()], ids=SHEETS)
def test_no_direction_is_taken_without_a_word(reading: Callable[[str], Reading], sheet: str) -> None:
    found = reading(sheet)
    said = [role.reason for role in found.roles if role.role == "criterion"]
    assert all("open" in reason or "says so" in reason or "declared scale" in reason for reason in said)


@pytest.mark.parametrize("sheet", [sheet for sheet, _understood in SHEETS.values()], ids=SHEETS)
def test_every_choice_settles_its_question(reading: Callable[[str], Reading], sheet: str) -> None:
    found = reading(sheet)
    for question in found.open:
        for choice in question.choices:
            rest = found.with_answer(question.id, choice.key).open
            assert (question.id, question.text) not in {(q.id, q.text) for q in rest}, choice.key
