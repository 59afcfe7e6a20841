"""Sheets as offices keep them: grids with weights in per cent, data sheets, surveys, offers, as a table of the one test in `test_odd_sheets.py`."""

from __future__ import annotations

OFFICES: dict[str, tuple[str, str]] = {
    "german utility analysis with weights in per cent": (
        "Nr.;Kriterium;Gewicht in %;Bewertung A;gew. A;Bewertung B;gew. B\n1;Preis;40;8;320;6;240\n2;Qualität;35;7;245;9;315\n3;Service;25;9;225;7;175\n;Summe;100;;790;;730\n",
        "Preis↑40 Qualität↑35 Service↑25 | A 8 7 9; B 6 9 7",
    ),
    "french grid with marks weighted ahead": (
        "Critère;Poids en %;Note A;Pond. A;Note B;Pond. B\nPrix;40;8;3,2;6;2,4\nQualité;35;7;2,45;9;3,15\nService;25;9;2,25;7;1,75\nTotal;100;;7,9;;7,3\n",
        "Prix↑40 Qualité↑35 Service↑25 | A 8 7 9; B 6 9 7",
    ),
    "two lines of heads for the weights": (
        "Rang;Kriterium;Gew.;Anbieter A;;Anbieter B;\n;;%;Punkte;Gew. Punkte;Punkte;Gew. Punkte\n1;Funktion;50;4;2,0;5;2,5\n2;Preis;30;5;1,5;3;0,9\n3;Service;20;3;0,6;4;0,8\n",
        "Funktion↑50 Preis↑30 Service↑20 | Anbieter A 4 5 3; Anbieter B 5 3 4",
    ),
    "car data sheet": (
        "Modell;VW ID.3;Renault Mégane;Kia EV4\nGrundpreis (€);36.900;38.500;37.590\nReichweite WLTP (km);434;450;430\nLadeleistung (kW);120;130;128\nKofferraum (l);385;440;490\nGewicht (kg);1.813;1.711;1.910\n0–100 km/h (s);7,4;7,5;7,4\n",
        "Grundpreis↓ Reichweite WLTP↑ Ladeleistung↑ Kofferraum↑ Gewicht↓ 0–100 km/h↑ | VW ID.3 36900 434 120 385 1813 7.4; Renault Mégane 38500 450 130 440 1711 7.5; Kia EV4 37590 430 128 490 1910 7.4",
    ),
    "data sheet with the weight of the car": (
        "Criterion,Unit,Golf,Polo,Up\nPrice,EUR,30000,22000,15000\nWeight,kg,1400,1150,930\nRange,km,500,450,400\n",
        "Price↓ Weight↓ Range↑ | Golf 30000 1400 500; Polo 22000 1150 450; Up 15000 930 400",
    ),
    "survey export, german": (
        "Zeitstempel;Welchen Anbieter bewerten Sie?;Bedienung (1-5);Support (1-5);Anmerkungen\n01.03.2026 10:12:33;Alpha AG;4;3;nett\n01.03.2026 11:02:10;Beta GmbH;2;5;\n02.03.2026 09:45:00;Alpha AG;5;3;Angebot folgt\n02.03.2026 10:45:00;Beta GmbH;3;4;\n",
        "Bedienung↑ Support↑ | Alpha AG 4–4.5–5 3; Beta GmbH 2–2.5–3 4–4.5–5",
    ),
    "two lines of heads, french, with an average": (
        ";Coûts;;Qualité;;Délais\nFournisseur;Prix unitaire (€);Frais de port (€);Taux de défauts (%);Note audit (/20);Délai de livraison (jours)\nDupont & Fils;12,50;1 200,00;0,8 %;16,5;12\nÉtablissements Martin;11,90;950,00;1,2 %;14;21\nSociété Leroy;13,25;1 050,50;0,4 %;18;9\nMoyenne;12,55;1 066,83;0,8 %;16,17;14\n",
        "Prix unitaire↓50 Frais de port↓50 Taux de défauts↓50 Note audit (/20)↑50 Délai de livraison↓50 | Dupont & Fils 12.5 1200 0.8 16.5 12; Établissements Martin 11.9 950 1.2 14 21; Société Leroy 13.25 1050.5 0.4 18 9",
    ),
    "japanese with a title and remarks": (
        'ベンダー比較表（2026年3月）,,,,,\n,,,,,\n評価項目,重み,A社,B社,C社,備考\n価格（万円）,30%,"1,250","980","1,430",税抜\n納期（日）,20%,14,21,10,\n品質,30%,◎,○,△,\nサポート,20%,○,◎,×,\n合計,100%,,,,\n',
        "価格↓30 納期↓20 品質↑30 サポート↑20 | A社 1250 14 3 2; B社 980 21 2 3; C社 1430 10 1 0",
    ),
    "merged heads with subtotals": (
        "Vendor evaluation,,,,,,\n,,Alpha,,Beta,,\nCategory,Criterion,Score,Weighted,Score,Weighted,Weight\nCommercial,Price,4,1.6,3,1.2,40%\n,Terms,3,0.45,5,0.75,15%\nTechnical,Security,5,1.5,4,1.2,30%\n,APIs,4,0.6,4,0.6,15%\n,Total,,4.15,,3.75,100%\n",
        "Price↑40 Terms↑15 Security↑30 APIs↑15 | Alpha 4 3 5 4; Beta 3 5 4 4",
    ),
    "notes beside each number": (
        "Option,Cost (k€),Cost note,Risk (1-5),Risk note,Benefit (1-10),Benefit note\nBuild,450,incl. staff,4,new team,9,full control\nBuy,300,list price,2,,6,\nPartner,220,estimate,3,lock-in,7,shared roadmap\n",
        "Cost↓ Risk↓ Benefit↑ | Build 450 4 9; Buy 300 2 6; Partner 220 3 7",
    ),
    "offers with delivery dates": (
        "Bidder;Bid (EUR);Delivery date;Warranty (months);References\nAlpha;1.250.000;15.06.2026;24;5\nBeta;1.180.500;01.09.2026;36;3\nGamma;1.310.000;01.05.2026;24;9\n",
        "Bid↓ Warranty↑ References↑ | Alpha 1.25e+06 24 5; Beta 1.1805e+06 36 3; Gamma 1.31e+06 24 9",
    ),
    "indicators with a target": (
        "KPI;Unit;Target;Plant A;Plant B;Plant C\nOEE;%;85;78;81;69\nScrap rate;%;2;2.5;1.8;3.1\nThroughput;pcs/h;120;110;118;97\nEnergy;kWh/pc;1.2;1.4;1.1;1.6\n",
        "OEE↑ Scrap rate↓ Throughput↑ Energy↑ | Plant A 78 2.5 110 1.4; Plant B 81 1.8 118 1.1; Plant C 69 3.1 97 1.6",
    ),
    "ranks": (
        "Hospital,Rank mortality,Rank wait time,Rank satisfaction\nNorth,1,3,2\nSouth,2,1,3\nEast,3,2,1\nWest,4,4,4\n",
        "Rank mortality↓ Rank wait time↓ Rank satisfaction↓ | North 1 3 2; South 2 1 3; East 3 2 1; West 4 4 4",
    ),
    "marks below zero in two ways": (
        "Vendor;EBIT (Mio €);Cash flow\nAlpha;(12,5);1.234-\nBeta;3,2;2.500\nGamma;-4,1;1.100-\n",
        "EBIT↑ Cash flow↑ | Alpha -12.5 -1234; Beta 3.2 2500; Gamma -4.1 -1100",
    ),
    "remarks in the cells": (
        "Vendor,Latency,Price\nAlpha,~12 ms,approx. 1200\nBeta,8-10 ms,ca. 950\nGamma,15 (estimate),1100 (list price)\n",
        "Latency↓ Price↓ | Alpha 12 1200; Beta 8–9–10 950; Gamma 15 1100",
    ),
    "jurors in rows": (
        "Juror;Alpha;Beta;Gamma\nMeier;4;3;5\nSchulz;5;2;4\nKaya;3;3;5\nMittelwert;4;2,67;4,67\n",
        "Meier↑ Schulz↑ Kaya↑ | Alpha 4 5 3; Beta 3 2 3; Gamma 5 4 5",
    ),
    "markdown": (
        "| Vendor | Price | Quality |\n|---|---|---|\n| Alpha | 120 | 7 |\n| Beta | 95 | 6 |\n",
        "Price↓ Quality↑ | Alpha 120 7; Beta 95 6",
    ),
    "different currencies in different columns": (
        'Vendor,License (p.a.),Setup,Support level,Contract until,Rank (analyst)\nAlpha,"$120,000","€15,000",Gold,2027-12-31,2\nBeta,"$95,500","€22,500",Silver,2026-06-30,3\nGamma,"$134,250","€9,900",Platinum,2028-01-31,1\n',
        "License (p.a.)↑ Setup↑ Support level↑ | Alpha 120000 15000 3; Beta 95500 22500 2; Gamma 134250 9900 4",
    ),
}
