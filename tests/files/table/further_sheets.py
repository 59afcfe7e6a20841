"""More sheets of the shapes that people have, as a table of the one test in `test_odd_sheets.py`."""

from __future__ import annotations

FURTHER: dict[str, tuple[str, str]] = {
    "tco over years": (
        "Supplier;Licence year 1 (kEUR);Licence year 2 (kEUR);Support level;Exit effort (days)\nNordcloud;120,5;98,0;Gold;30\nSudcloud;99,0;101,5;Silver;45\n",
        "Licence year 1↓ Licence year 2↓ Support level↑ Exit effort↓ | Nordcloud 120.5 98 3 30; Sudcloud 99 101.5 2 45",
    ),
    "weights in percent column at the end": (
        "Criterion,Alpha,Beta,Gamma,Weight\nLatency (ms),40,35,60,30%\nUptime (%),99.9,99.5,99.95,50%\nCost (kUSD),120,90,100,20%\n",
        "Latency↓30 Uptime↑50 Cost↓20 | Alpha 40 99.9 120; Beta 35 99.5 90; Gamma 60 99.95 100",
    ),
    "scores with slash": (
        "Vendor,Security,Support,Roadmap\nAlpha,8/10,7/10,9/10\nBeta,6/10,9/10,5/10\nGamma,7/10,6/10,8/10\n",
        "Security↑ Support↑ Roadmap↑ | Alpha 8 7 9; Beta 6 9 5; Gamma 7 6 8",
    ),
    "harvey balls": (
        "Vendor,Coverage,Security\nAlpha,●,◐\nBeta,◔,●\nGamma,○,◕\n",
        "Coverage↑ Security↑ | Alpha 4 2; Beta 1 4; Gamma 0 3",
    ),
    "traffic lights by word": (
        "Anbieter;Sicherheit;Preis TEUR;Reifegrad\nA;grün;120;gelb\nB;gelb;90;grün\nC;rot;80;rot\n",
        "Sicherheit↑ Preis TEUR↓ Reifegrad↑ | A 3 120 2; B 2 90 3; C 1 80 1",
    ),
    "footnotes after numbers": (
        "Vendor,Price (min),Uptime (max)\nAlpha,120*,99.9\nBeta,95,99.5\n* list price before discount,,\n",
        "Price↓ Uptime↑ | Alpha 120 99.9; Beta 95 99.5",
    ),
    "units in every cell": (
        "Vendor,Latency,Storage\nAlpha,40 ms,2 TB\nBeta,35 ms,4 TB\nGamma,60 ms,1 TB\n",
        "Latency↓ Storage↑ | Alpha 40 2; Beta 35 4; Gamma 60 1",
    ),
    "euro before and after": (
        "Lieferant;Preis;Garantie\nAlfa;€ 1.250,00;24 Monate\nBeta;€ 990,50;36 Monate\n",
        "Preis↓ Garantie↑ | Alfa 1250 24; Beta 990.5 36",
    ),
    "lakh": (
        'Vendor,Price (INR),Rating (1-5)\nAlpha,"12,50,000",4\nBeta,"9,75,000",3.5\nGamma,"10,00,000",4.5\n',
        "Price↓ Rating↑ | Alpha 1.25e+06 4; Beta 975000 3.5; Gamma 1e+06 4.5",
    ),
    "swiss apostrophes": (
        "Anbieter;Preis CHF;Qualität\nAlfa;1'250'000;8,5\nBeta;990'500;7\n",
        "Preis CHF↓ Qualität↑ | Alfa 1.25e+06 8.5; Beta 990500 7",
    ),
    "number column and rank at the end": (
        "No.,Vendor,Cost,Quality,Final rank\n1,Alpha,12,8,2\n2,Beta,9,7,1\n3,Gamma,15,9,3\n",
        "Cost↓ Quality↑ | Alpha 12 8; Beta 9 7; Gamma 15 9",
    ),
    "section rows in a scorecard": (
        "Criterion,Weight,Alpha,Beta\nCOMMERCIAL,,,\nPrice,30,4,3\nTerms,10,3,5\nTECHNICAL,,,\nSecurity,40,5,4\nAPIs,20,4,4\n",
        "Price↑30 Terms↑10 Security↑40 APIs↑20 | Alpha 4 3 5 4; Beta 3 5 4 4",
    ),
    "must haves above the criteria": (
        "Vendor,ISO 27001,Price (min),Quality (max)\nAlpha,yes,12,8\nBeta,no,9,7\nGamma,yes,15,9\n",
        "ISO 27001↑ Price↓ Quality↑ | Alpha 1 12 8; Beta 0 9 7; Gamma 1 15 9",
    ),
    "unknown words": (
        "Vendor,Price (min),Quality (max)\nAlpha,n/a,8\nBeta,9,TBD\nGamma,15,9\nDelta,k. A.,7\n",
        "Price↓ Quality↑ | Alpha ? 8; Beta 9 ?; Gamma 15 9; Delta ? 7",
    ),
    "error values": (
        "Vendor,Price (min),Quality (max)\nAlpha,#DIV/0!,8\nBeta,9,#N/A\nGamma,15,9\n",
        "Price↓ Quality↑ | Alpha ? 8; Beta 9 ?; Gamma 15 9",
    ),
    "average column": (
        "Vendor,Security,Support,Average\nAlpha,8,6,7\nBeta,7,9,8\nGamma,9,4,6.5\n",
        "Security↑ Support↑ | Alpha 8 6; Beta 7 9; Gamma 9 4",
    ),
    "min and max rows below": (
        "Vendor,Price (min),Quality (max)\nAlpha,12,8\nBeta,9,7\nGamma,15,9\nMin,9,7\nMax,15,9\n",
        "Price↓ Quality↑ | Alpha 12 8; Beta 9 7; Gamma 15 9",
    ),
    "weighted total in a column": (
        "Vendor,Price,Quality,Weighted total\nWeight,0.4,0.6,\nAlpha,4,8,6.4\nBeta,7,6,6.4\nGamma,5,9,7.4\n",
        "Price↑40 Quality↑60 | Alpha 4 8; Beta 7 6; Gamma 5 9",
    ),
    "french decimal and thousands by narrow space": (
        "Fournisseur;Prix (€);Délai (jours);Qualité\nAlpha;1\u202f250,50;12;8,5\nBêta;990,00;15;7,0\n",
        "Prix↓ Délai↓ Qualité↑ | Alpha 1250.5 12 8.5; Bêta 990 15 7",
    ),
    "spaces around everything": (
        "  Vendor , Price (min) , Quality (max) \n Alpha , 12 , 8 \n Beta , 9 , 7 \n",
        "Price↓ Quality↑ | Alpha 12 8; Beta 9 7",
    ),
    "quoted line breaks in heads": (
        'Vendor,"Price\n(kEUR)","Quality\n(1-10)"\nAlpha,12,8\nBeta,9,7\n',
        "Price↓ Quality↑ | Alpha 12 8; Beta 9 7",
    ),
    "long format": (
        "supplier,criterion,score\nAlpha,Security,8\nAlpha,Support,6\nBeta,Security,7\nBeta,Support,9\n",
        "Security↑ Support↑ | Alpha 8 6; Beta 7 9",
    ),
    "arrows in a row": (
        "Vendor,Price,Quality,Delay\n,↓,↑,↓\nAlpha,12,8,3\nBeta,9,7,5\n",
        "Price↓ Quality↑ Delay↓ | Alpha 12 8 3; Beta 9 7 5",
    ),
    "negative and zero": (
        "Vendor,Margin (max),Incidents (min)\nAlpha,-2.5,0\nBeta,3.1,4\nGamma,0,2\n",
        "Margin↑ Incidents↓ | Alpha -2.5 0; Beta 3.1 4; Gamma 0 2",
    ),
    "company called total": (
        "Supplier,Price (min),Quality (max)\nTotal Mobility,12,8\nAlpha,9,7\nMaxima Cloud,15,9\n",
        "Price↓ Quality↑ | Total Mobility 12 8; Alpha 9 7; Maxima Cloud 15 9",
    ),
    "japanese with yen": (
        '会社名,価格（円）,納期（日）,品質（5段階）\nA社,"1,250,000円",30,4\nB社,"980,000円",45,3\nC社,"1,100,000円",20,5\n',
        "価格↓ 納期↓ 品質（5段階）↑ | A社 1.25e+06 30 4; B社 980000 45 3; C社 1.1e+06 20 5",
    ),
    "plus minus": (
        "Vendor,Price (min),Quality (max)\nAlpha,120 ± 15,8\nBeta,95 ± 5,7\n",
        "Price↓ Quality↑ | Alpha 105–120–135 8; Beta 90–95–100 7",
    ),
}
