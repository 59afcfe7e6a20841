"""Sheets as teams keep them: scorecards, grids of offers and feature lists, as a table of the one test in `test_odd_sheets.py`."""

from __future__ import annotations

TEAMS: dict[str, tuple[str, str]] = {
    "german scorecard with sums at the foot": (
        "Lieferantenbewertung 2026;;;;\nErstellt von: Einkauf;;;;\n;;;;\nKriterium;Gewichtung;Alpha AG;Beta GmbH;Gamma SE\nPreis (TEUR);30 %;1.234,5;987,0;1.100,0\nLieferzeit (Tage);20 %;14;21;10\nReklamationen (‰);15 %;3,5;2,1;4,0\nQualität (1-6, 6 = sehr gut);35 %;5;4;6\nSumme;100 %;;;\nRang;;2;3;1\nStand: März 2026;;;;\n",
        "Preis↓30 Lieferzeit↓20 Reklamationen↓15 Qualität (1-6, 6 = sehr gut)↑35 | Alpha AG 1234.5 14 3.5 5; Beta GmbH 987 21 2.1 4; Gamma SE 1100 10 4 6",
    ),
    "school grades of which 1 is the best": (
        "Anbieter;Sicherheit (1 = sehr gut, 6 = ungenügend);Support (1 = sehr gut, 6 = ungenügend);Preis EUR\nAlpha;1;2;1.200\nBeta;3;1;1.350\nGamma;2;4;990\n",
        "Sicherheit (1 = sehr gut, 6 = ungenügend)↓ Support (1 = sehr gut, 6 = ungenügend)↓ Preis EUR↓ | Alpha 1 2 1200; Beta 3 1 1350; Gamma 2 4 990",
    ),
    "french grid of notes": (
        "Grille d'analyse des offres;;;;;;\nCritère;Poids;Fournisseur A;;Fournisseur B;;\n;;Note /5;Note pondérée;Note /5;Note pondérée;Commentaire\nPrix;40%;4;1,6;3;1,2;remise possible\nDélai de livraison;25%;3;0,75;5;1,25;\nQualité technique;35%;5;1,75;4;1,4;\nTotal;100%;;4,1;;3,85;\n",
        "Prix↑40 Délai de livraison↑25 Qualité technique↑35 | Fournisseur A 4 3 5; Fournisseur B 3 5 4",
    ),
    "japanese marks": (
        "会社名,価格（万円）,サポート,実績\nＡ社,１２５０,◎,○\nＢ社,９８０,○,△\nＣ社,１１００,△,×\n",
        "価格↓ サポート↑ 実績↑ | Ａ社 1250 3 2; Ｂ社 980 2 1; Ｃ社 1100 1 0",
    ),
    "portuguese": (
        "Fornecedor;Preço (R$);Prazo de entrega (dias);Qualidade (0-10)\nPeso;40%;25%;35%\nAlfa;R$ 1.250,00;15;8,5\nBeta;R$ 980,00;30;7,0\nGama;R$ 1.410,90;10;9,0\n",
        "Preço↓40 Prazo de entrega (dias)↓25 Qualidade↑35 | Alfa 1250 15 8.5; Beta 980 30 7; Gama 1410.9 10 9",
    ),
    "traffic lights as signs": (
        "Vendor,Security,Delivery risk,Cost (kEUR)\nAlpha,🟢,🟡,120\nBeta,🟡,🟢,95\nGamma,🔴,🟢,80\n",
        "Security↑ Delivery risk↑ Cost↓ | Alpha 3 2 120; Beta 2 3 95; Gamma 1 3 80",
    ),
    "decimal comma in one column": (
        "Vendor\tPrice\tScore\tUsers\nAlpha\t1200\t8,5\t1.500\nBeta\t950\t7,25\t12.000\nGamma\t1100\t9,0\t950\n",
        "Price↓ Score↑ Users↑ | Alpha 1200 8.5 1500; Beta 950 7.25 12000; Gamma 1100 9 950",
    ),
    "filled circles": (
        "Anbieter;Abdeckung;Reife\nA;●●○;●○○\nB;●○○;●●●\nC;●●●;●●○\n",
        "Abdeckung↑ Reife↑ | A 2 1; B 1 3; C 3 2",
    ),
    "priorities in words": (
        "Requirement,Priority,Alpha,Beta,Gamma\nSSO,Must,Yes,Partial,No\nAudit log,Should,Yes,Yes,Partial\nData residency EU,Must,No,Yes,Yes\n",
        "SSO↑3 Audit log↑2 Data residency EU↑3 | Alpha 2 2 0; Beta 1 2 2; Gamma 0 1 2",
    ),
    "long format with weights": (
        "Criterion,Weight,Vendor,Score\nPrice,0.5,Alpha,4\nPrice,0.5,Beta,3\nQuality,0.3,Alpha,5\nQuality,0.3,Beta,4\nSupport,0.2,Alpha,2\nSupport,0.2,Beta,5\n",
        "Price↑50 Quality↑30 Support↑20 | Alpha 4 5 2; Beta 3 4 5",
    ),
    "thousands beside millions": (
        "Vendor,ARR,Price,Users\nAlpha,$1.2M,$120k,10k\nBeta,$950k,$95k,1.5M\nGamma,$2.4M,$110k,800k\n",
        "ARR↑ Price↓ Users↑ | Alpha 1.2e+06 120000 10000; Beta 950000 95000 1.5e+06; Gamma 2.4e+06 110000 800000",
    ),
    "weighted scores, ranks and averages": (
        "Vendor,Price (1-5),Quality (1-5),Support (1-5),Weighted score,Rank\nWeights,50%,30%,20%,100%,\nAlpha,4,3,5,3.9,2\nBeta,5,2,3,3.7,3\nGamma,3,5,5,4.0,1\nAverage,4.0,3.33,4.33,3.87,\nNote: scores agreed in workshop,,,,,\n",
        "Price↑50 Quality↑30 Support↑20 | Alpha 4 3 5; Beta 5 2 3; Gamma 3 5 5",
    ),
    "factors as x3": (
        "Criterion,Factor,Alpha,Beta\nCost,x3,4,5\nRisk,x2,3,2\nFit,x1,5,4\n",
        "Cost↑3 Risk↓2 Fit↑1 | Alpha 4 3 5; Beta 5 2 4",
    ),
    "french yes and no": (
        "Fournisseur;Prix HT (€);SSO;Hébergement UE;Note (/20)\nAlpha;12 500,00;Oui;Oui;14,5\nBêta;9 800,00;Non;Oui;n.d.\nGamma;11 250,50;Oui;Non;16\n",
        "Prix HT↓ SSO↑ Hébergement UE↑ Note (/20)↑ | Alpha 12500 1 1 14.5; Bêta 9800 0 1 ?; Gamma 11250.5 1 0 16",
    ),
    "numbered sections with weights": (
        "Criterion,Weight,Alpha,Beta\n1. Commercial,40,,\n1.1 Price,30,4,3\n1.2 Terms,10,3,5\n2. Technical,60,,\n2.1 Security,40,5,4\n2.2 APIs,20,4,4\nTotal,100,16,16\n",
        "1.1 Price↑30 1.2 Terms↑10 2.1 Security↑40 2.2 APIs↑20 | Alpha 4 3 5 4; Beta 3 5 4 4",
    ),
    "weights within groups": (
        "Criterion,Weight,Alpha,Beta\nCommercial,40%,,\nPrice,75%,4,3\nTerms,25%,3,5\nTechnical,60%,,\nSecurity,70%,5,4\nAPIs,30%,4,4\n",
        "Price↑75 Terms↑25 Security↑70 APIs↑30 | Alpha 4 3 5 4; Beta 3 5 4 4",
    ),
    "subtotals of sections": (
        "Criterion,Max points,Alpha,Beta\nPrice,30,25,28\nTerms,10,8,6\nSubtotal commercial,40,33,34\nSecurity,40,35,30\nAPIs,20,15,18\nSubtotal technical,60,50,48\nGrand total,100,83,82\n",
        "Price↑30 Terms↑10 Security↑40 APIs↑20 | Alpha 25 8 35 15; Beta 28 6 30 18",
    ),
    "comment beside each score": (
        "\tWeight\tAlpha\t\tBeta\t\n\t\tScore\tComment\tScore\tComment\nPrice\t50%\t4\tgood offer\t3\t\nQuality\t50%\t3\t\t5\tbest in class\n",
        "Price↑50 Quality↑50 | Alpha 4 3; Beta 3 5",
    ),
    "dutch with prices without cents": (
        "Leverancier;Prijs (€);Levertijd (dagen);Kwaliteit (1-10)\nWeging;40%;20%;40%\nAlfa;€ 1.250,-;14;8\nBeta;€ 990,-;21;7,5\n",
        "Prijs↓40 Levertijd (dagen)↓20 Kwaliteit↑40 | Alfa 1250 14 8; Beta 990 21 7.5",
    ),
    "year of foundation and a credit rating": (
        "Company,Founded,Employees,Revenue (MEUR),Rating\nAlpha,1998,1200,250.5,A\nBeta,2010,350,45.2,B\nGamma,1985,5400,1200.0,AA\n",
        "Employees↑ Revenue↑ Rating↑ | Alpha 1200 250.5 17; Beta 350 45.2 8; Gamma 5400 1200 20",
    ),
    "weights beside the table": (
        "Vendor,Price (min),Quality (max),,Criterion,Weight\nAlpha,12,8,,Price,60\nBeta,9,7,,Quality,40\n",
        "Price↓60 Quality↑40 | Alpha 12 8; Beta 9 7",
    ),
    "legend below says 1 is the best": (
        "Vendor,Security,Support,Roadmap\nAlpha,4,3,5\nBeta,5,4,2\nGamma,3,5,4\n,,,\nScale: 1 = excellent ... 5 = poor,,,\n",
        "Security↓ Support↓ Roadmap↓ | Alpha 4 3 5; Beta 5 4 2; Gamma 3 5 4",
    ),
    "subtotals of regions": (
        "Supplier,Revenue (max),Sites (max)\nAlpha,10,3\nBeta,20,4\nSubtotal Europe,30,7\nGamma,5,1\nDelta,8,2\nSubtotal Asia,13,3\nGrand total,43,10\n",
        "Revenue↑ Sites↑ | Alpha 10 3; Beta 20 4; Gamma 5 1; Delta 8 2",
    ),
    "sums above their sections": (
        "Criterion,Max points,Alpha,Beta\nCommercial,40,33,34\nPrice,30,25,28\nTerms,10,8,6\nTechnical,60,50,48\nSecurity,40,35,30\nAPIs,20,15,18\n",
        "Price↑30 Terms↑10 Security↑40 APIs↑20 | Alpha 25 8 35 15; Beta 28 6 30 18",
    ),
    "priorities in numbers": (
        "Requirement,Priority,Alpha,Beta\nSSO,1,4,5\nAudit log,3,2,4\nExport,2,5,3\n",
        "SSO↑1 Audit log↑3 Export↑2 | Alpha 4 2 5; Beta 5 4 3",
    ),
    "weights under an unknown word": (
        "Leverantör;Pris;Kvalitet;Leverans\nVikt;50;30;20\nAlfa;100;8;7\nBeta;120;9;6\nGamma;90;7;8\n",
        "Pris↑50 Kvalitet↑30 Leverans↑20 | Alfa 100 8 7; Beta 120 9 6; Gamma 90 7 8",
    ),
    "owner and source beside the vendors": (
        "Criterion,Weight,Owner,Alpha,Beta,Source\nPrice (kEUR),30,Ann,120,95,offer\nUptime (%),50,Bob,99.9,99.5,SLA\nLatency (ms),20,Ann,40,35,test\n",
        "Price↓30 Uptime↑50 Latency↓20 | Alpha 120 99.9 40; Beta 95 99.5 35",
    ),
    "chinese": (
        "供应商,价格（万元）,质量,交期（天）\n权重,40%,35%,25%\n甲,120,8,30\n乙,95,7,45\n丙,110,9,20\n",
        "价格（万元）↑40 质量↑35 交期（天）↑25 | 甲 120 8 30; 乙 95 7 45; 丙 110 9 20",
    ),
    "weights below without a name": (
        "Vendor,Price (kEUR),Security,Support\nAlpha,120,8,7\nBeta,95,7,9\nGamma,110,9,6\n,50%,30%,20%\n",
        "Price↓50 Security↑30 Support↑20 | Alpha 120 8 7; Beta 95 7 9; Gamma 110 9 6",
    ),
    "score and rank below": (
        "Criterion,Weight,Alpha,Beta,Gamma\nPrice,0.4,3,5,4\nQuality,0.6,5,2,4\nWeighted score,,4.2,3.2,4\nRank,,1,3,2\n",
        "Price↑40 Quality↑60 | Alpha 3 5; Beta 5 2; Gamma 4 4",
    ),
    "point and comma in columns of their own": (
        "Vendor;Price;Fee\nA;1,250.50;1.250,50\nB;980.00;980,00\n",
        "Price↓ Fee↓ | A 1250.5 1250.5; B 980 980",
    ),
    "per mille beside percent": (
        "Vendor,Defects,Returns\nA,5‰,2%\nB,0.8%,15‰\n",
        "Defects↓ Returns↑ | A 5 2; B 8 1.5",
    ),
    "plus and minus on one scale": (
        "Kriterium;Gewicht;Anbieter 1;Anbieter 2\nPreis;40;++;+\nQualität;35;+;o\nService;25;o;++\nSumme;100;;\n",
        "Preis↑40 Qualität↑35 Service↑25 | Anbieter 1 5 4 3; Anbieter 2 4 3 5",
    ),
    "index of a data frame": (
        ",vendor,price,quality\n0,A,100,8\n1,B,120,9\n2,C,90,7\n",
        "price↓ quality↑ | A 100 8; B 120 9; C 90 7",
    ),
    "service levels": (
        'SLA,Alpha,Beta\nAvailability,99.95%,99.9%\nRTO (h),4,8\nRPO (min),15,60\nPrice/month,"€1,200","€950"\n',
        "Availability↑ RTO↓ RPO↓ Price/month↓ | Alpha 99.95 4 15 1200; Beta 99.9 8 60 950",
    ),
    "price on request": (
        "Vendor,Price,Quality\nA,TBD,8\nB,90,7\nC,on request,9\n",
        "Price↓ Quality↑ | A ? 8; B 90 7; C ? 9",
    ),
    "blank columns between": (
        "Vendor,,Price (min),,Quality (max),\nA,,100,,8,\nB,,120,,9,\n",
        "Price↓ Quality↑ | A 100 8; B 120 9",
    ),
}
