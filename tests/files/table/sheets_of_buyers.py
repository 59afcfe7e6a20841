"""Sheets of buyers and planners: tariffs, flats, funds, servers, risks, as a table of the one test in `test_odd_sheets.py`."""

from __future__ import annotations

BUYERS: dict[str, tuple[str, str]] = {
    "energy tariffs with bonuses": (
        "Tarif;Grundpreis €/Monat;Arbeitspreis ct/kWh;Bonus €;Laufzeit (Monate);Ökostrom\nStadtwerke;12,90;31,45;0;12;ja\nGrünstrom;9,95;33,2;120;24;ja\nBillig AG;14,5;28,99;200;12;nein\n",
        "Grundpreis €/Monat↓ Arbeitspreis ct/kWh↓ Bonus €↑ Laufzeit↑ Ökostrom↑ | Stadtwerke 12.9 31.45 0 12 1; Grünstrom 9.95 33.2 120 24 1; Billig AG 14.5 28.99 200 12 0",
    ),
    "power plants pasted from a spreadsheet": (
        "Plant\tCapacity (MW)\tCAPEX (€m)\tLCOE (€/MWh)\tCO2 (kt/a)\tPermits\nNorth\t120\t1.250\t48,5\t0\t✓\nSouth\t80\t940\t55,0\t12\t✗\nWest\t200\t2.100\t44,1\t3\t✓\n",
        "Capacity↑ CAPEX (€m)↓ LCOE↓ CO2↓ Permits↑ | North 120 1250 48.5 0 1; South 80 940 55 12 0; West 200 2100 44.1 3 1",
    ),
    "insurance quotes": (
        'Insurer,Annual premium,Deductible,Coverage,Claims rating,Cancellation\nA,"$1,240.00",$500,"$1,000,000",4.5/5,30 days\nB,"$1,105.50",$1000,"$750,000",4.1/5,60 days\nC,"$1,380.00",$250,"$2,000,000",3.9/5,14 days\n',
        "Annual premium↑ Deductible↓ Coverage↑ Claims rating↑ Cancellation↑ | A 1240 500 1e+06 4.5 30; B 1105.5 1000 750000 4.1 60; C 1380 250 2e+06 3.9 14",
    ),
    "flats with rents in thousands beside rooms by halves": (
        "Wohnung,Kaltmiete,Größe,Zimmer,Baujahr,Stock,Balkon\nA,1.250 €,75 m²,3,1998,2. OG,ja\nB,980 €,62 m²,2,1965,EG,nein\nC,1.430 €,88 m²,3.5,2015,4. OG,ja\n",
        "Kaltmiete↓ Größe↑ Zimmer↑ Stock↑ Balkon↑ | A 1250 75 3 2 1; B 980 62 2 ? 0; C 1430 88 3.5 4 1",
    ),
    "treatments with confidence intervals": (
        "Treatment,Efficacy,95% CI,Adverse events,NNT,Cost per QALY\nDrug A,0.72,0.65-0.79,12%,8,£21000\nDrug B,0.68,0.60-0.76,8%,10,£18500\nDrug C,0.81,0.74-0.88,19%,6,£34000\n",
        "Efficacy↑ 95% CI↑ Adverse events↑ NNT↑ Cost per QALY↓ | Drug A 0.72 0.65–0.72–0.79 12 8 21000; Drug B 0.68 0.6–0.68–0.76 8 10 18500; Drug C 0.81 0.74–0.81–0.88 19 6 34000",
    ),
    "servers in GB and TB": (
        "Model,Cores,RAM,Storage,Price/month,SLA\nM1,8,32 GB,1 TB,$120,99.9%\nM2,16,64GB,512 GB,$210,99.95%\nM3,4,16 GB,2TB,$75,99.5%\n",
        "Cores↑ RAM↑ Storage↑ Price/month↓ SLA↑ | M1 8 32 1 120 99.9; M2 16 64 0.512 210 99.95; M3 4 16 2 75 99.5",
    ),
    "risks with likelihood times impact": (
        "Risk ID,Risk,Likelihood,Impact,Score,Owner,Mitigation\nR1,Outage,3,5,15,Ann,Backup\nR2,Fraud,2,4,8,Bo,Audit\nR3,Delay,4,2,8,Cy,Buffer\n",
        "Likelihood↑ Impact↑ Score↑ | Outage 3 5 15; Fraud 2 4 8; Delay 4 2 8",
    ),
    "sites with a rating beside each number": (
        "Location,Rent,Rent score,Traffic,Traffic score,Total score\nNorth,1200,3,450,4,7\nSouth,900,5,300,2,7\nWest,1500,1,800,5,6\n",
        "Rent↓ Rent score↑ Traffic↑ Traffic score↑ | North 1200 3 450 4; South 900 5 300 2; West 1500 1 800 5",
    ),
    "funds with negative returns": (
        "Fund;Rendite 1J;Rendite 3J;Volatilität;TER;Sharpe\nA;-3,2 %;5,1 %;12,3 %;0,22 %;0,41\nB;4,0 %;3,9 %;8,0 %;0,50 %;0,55\nC;1,5%;6,2%;15,0%;0,12%;0,38\n",
        "Rendite 1J↑ Rendite 3J↑ Volatilität↑ TER↑ Sharpe↑ | A -3.2 5.1 12.3 0.22 0.41; B 4 3.9 8 0.5 0.55; C 1.5 6.2 15 0.12 0.38",
    ),
    "credits with ratings of agencies": (
        "Bank,Spread,Fee,Rating\nA,45 bp,0.25%,AA-\nB,60 bp,0.10%,A+\nC,38bp,0.40%,BBB\n",
        "Spread↑ Fee↓ Rating↑ | A 45 0.25 19; B 60 0.1 18; C 38 0.4 14",
    ),
    "sensors with exponents": (
        "Sensor,Noise (V),Range (m),Drift\nS1,1.2E-06,1E3,0.5‰\nS2,8e-7,2.5E+03,1‰\nS3,2.0E-6,800,0.2‰\n",
        "Noise↓ Range↑ Drift↑ | S1 1.2e-06 1000 0.5; S2 8e-07 2500 1; S3 2e-06 800 0.2",
    ),
}
