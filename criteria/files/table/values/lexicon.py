"""The words by which tables in five languages tell what their rows and columns are; each list is data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache


def folded(text: str) -> str:
    """Return the text as words are compared: one form of each letter, no marks around it, one blank between words.

    Only the first 300 signs count, so that what is kept of texts from outside is bounded by its size too.
    """
    return _folded(text[:300])


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    return " ".join(plain.strip(" \t\n\r:.*=#").split())


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in text.split(","))


DIRECTION_LABELS = _words(
    "direction,directions,objective,objectives,goal,goals,type,criterion type,impact,impacts,optimization,optimisation,sense,"
    "preference,preferences,preferred,benefit/cost,cost/benefit,cost or benefit,benefit or cost,max/min,min/max,maximize/minimize,beneficial/non-beneficial,criteria type,type of criterion,polarity,better,better is,"
    "richtung,zielrichtung,ziel,optimierung,optimierungsrichtung,art,sens,objectif,sens d'optimisation,optimisation,dirección,direccion,sentido,"
    "objetivo,tipo,方向,方向性,望ましさ,最適化,最適化方向,目標,目的,良い方向"
)
WEIGHT_LABELS = _words(
    "weight,weights,weighting,weightings,weightage,weightages,importance,importances,importance weight,priority weight,relative weight,gew,gew.,gew. %,gew.%,gew %,gew. in %,"
    "weight %,weight (%),weight in %,weights %,weights (%),weighting %,weightage %,importance %,wt,wt.,wt %,wts,points of importance,criteria weight,criterion weight,criteria weights,"
    "gewicht,gewichte,gewichtung,gewichtungen,gewichtung %,gewichtung (%),gewicht %,gewicht (%),wichtung,bedeutung,wichtigkeit,poids,poids %,"
    "poids (%),pondération,ponderation,pondération (%),coefficient,coefficients,coef,coeff,peso,pesos,peso %,peso (%),ponderación,ponderacion,importancia,"
    "重み,重み付け,ウェイト,ウエイト,比重,重要度,配点,weight factor,weighting factor,multiplier,gewichtungsfaktor,facteur de pondération,factor de ponderación,"
    "weging,wegingsfactor,ponderação,ponderazione,kriteriengewicht,kriteriengewichte,kriteriengewichtung,relatives gewicht,relative gewichtung,rel. gewicht,rel. gewichtung,gewichtung kriterium,"
    "weight of criterion,weight of the criterion,criteria weighting,criterion weighting,relative importance,rel. weight,poids relatif,poids du critère,peso relativo,peso del criterio,重要度ウェイト"
)
PRIORITY_LABELS = _words(
    "priority,priorities,prio,moscow,criticality,relevance,priorität,prioritäten,relevanz,priorité,priorités,criticité,prioridad,prioridades,優先度,優先順位,"
    "must/should,must / should,must/should/could,must/should/could/won't,m/s/c/w,muss/soll,muss / soll,muss/soll/kann,muss/kann"
)
UNIT_LABELS = _words(
    "unit,units,unit of measure,unit of measurement,measure unit,uom,measured in,einheit,einheiten,maßeinheit,masseinheit,unité,unités,unite,"
    "unidad,unidades,単位"
)
SCALE_LOW_LABELS = _words(
    "scale min,scale minimum,scale low,scale from,lowest possible,min possible,minimum possible,min points,min score,minimum score,worst possible,"
    "skala min,skala von,skala minimum,échelle min,echelle min,escala min,escala mín,最小値,下限,min of scale,min. score,min rating"
)
SCALE_HIGH_LABELS = _words(
    "scale max,scale maximum,scale high,scale to,highest possible,max possible,maximum possible,possible max,max points,maximum points,max score,"
    "maximum score,best possible,possible points,points possible,points available,max available,max. possible,max. points,max. score,max rating,"
    "skala max,skala bis,skala maximum,höchstpunktzahl,maximalpunktzahl,max punkte,max. punkte,échelle max,echelle max,note maximale,"
    "maximum possible,escala max,escala máx,puntuación máxima,最大値,上限,満点,max of scale"
)
THRESHOLD_LABELS = {
    **dict.fromkeys(_words("q,indifference,indifference threshold,indifference q,indifferenz,indifferenzschwelle,seuil d'indifférence,umbral de indiferencia,無差別閾値"), "indifference"),
    **dict.fromkeys(_words("p,preference threshold,preference p,strict preference,präferenzschwelle,seuil de préférence,umbral de preferencia,選好閾値"), "preference"),
    **dict.fromkeys(_words("v,veto,veto threshold,veto v,vetoschwelle,seuil de veto,umbral de veto,拒否閾値"), "veto"),
}  # fmt: skip

SUM_WORDS = _words(
    "total,totals,sum,sums,grand total,subtotal,sub-total,sub total,overall,σ,∑,summe,gesamt,gesamtsumme,insgesamt,zwischensumme,somme,totaux,"
    "total général,sous-total,suma,totales,suma total,合計,総計,小計,計"
)
MEAN_WORDS = _words(
    "average,averages,avg,mean,means,durchschnitt,mittelwert,mittel,schnitt,moyenne,moyennes,promedio,media,平均,平均値,ø"
)
SPREAD_WORDS = _words(
    "median,std,stdev,std dev,std. dev,standard deviation,variance,var,count,standardabweichung,varianz,anzahl,médiane,écart-type,écart type,mediana,"
    "desviación estándar,中央値,標準偏差,件数"
)
HIGHEST_WORDS = _words(
    "max,maximum,highest,best,largest,höchster,höchstwert,bester,maximal,meilleur,máximo,maximo,mejor,最大,最大値,最高,最高値"
)
LOWEST_WORDS = _words(
    "min,minimum,lowest,worst,smallest,niedrigster,minimal,schlechtester,pire,mínimo,minimo,peor,最小,最小値,最低,最低値"
)
SCORE_WORDS = _words(
    "score,scores,total score,overall score,final score,weighted score,weighted sum,weighted total,total weighted score,total points,points total,result,"
    "results,closeness,closeness coefficient,relative closeness,composite score,composite index,topsis,topsis score,ahp score,saw score,wsm score,"
    "net score,total weighted,total weighted points,sum of ranks,rank sum,wpm score,vikor score,vikor q,promethee score,electre score,net flow,phi,utility,utility score,overall rating,overall value,final result,"
    "gesamtpunktzahl,gesamtwertung,gesamtergebnis,gesamtnote,punktzahl,gesamtpunkte,nutzwert,ergebnis,gewichtete summe,score total,note totale,note globale,"
    "résultat,score pondéré,note finale,puntuación,puntuación total,puntaje,puntaje total,resultado,nota final,総合点,総合評価,得点,合計点,スコア,点数"
)
RANK_WORDS = _words(
    "rank,ranks,ranking,rankings,overall rank,final rank,topsis rank,position,place,rang,rangfolge,platz,platzierung,reihenfolge,classement,"
    "rang final,posición,puesto,clasificación,順位,ランク,ランキング"
)
WEIGHTED_WORDS = _words(
    "weighted,weighted score,weighted value,weighted rating,weighted points,wtd,wtd.,wtd score,weight x score,weight × score,score x weight,score × weight,w x s,wxs,extended,"
    "contribution,gewichtet,gew,gew.,gewichtete punkte,gewichtete note,nutzen,teilnutzen,teilnutzwert,nutzwert,produkt,pondéré,pondérée,note pondérée,pond,pond.,ponderado,"
    "ponderada,puntaje ponderado,加重,加重点,加重評価,加重スコア"
)
RAW_WORDS = _words(
    "score,scores,raw,raw score,rating,ratings,points,value,unweighted,note,noten,wert,punkte,bewertung,bew,erfüllung,erfüllungsgrad,puntuación,puntaje,valor,nota,評価,点数,スコア,素点"
)
LOW_WORDS = _words(
    "low,lower,lower bound,lo,min,minimum,from,at least,niedrig,unten,von,bas,mini,bajo,mín,mínimo,desde,最小,下限,低"
)
LIKELY_WORDS = _words(
    "likely,most likely,ml,mode,expected,base,base case,nominal,best guess,best estimate,realistic,mid,wahrscheinlich,wahrsch,erwartet,probable,plus probable,attendu,más probable,esperado,"
    "最頻値,最頻,予想,標準"
)
HIGH_WORDS = _words(
    "high,higher,upper,upper bound,hi,max,maximum,to,at most,hoch,oben,bis,haut,maxi,alto,máx,máximo,hasta,最大,上限,高"
)
END_WORDS = _words(
    "optimistic,pessimistic,best case,worst case,optimistisch,pessimistisch,optimiste,pessimiste,optimista,pesimista,楽観,悲観,楽観値,悲観値"
)
MUST_LABELS = _words(
    "must have,must-have,must haves,must,mandatory,mandatory?,required,required?,compulsory,ko criterion,k.o.,ko,knock-out,muss,muss-kriterium,pflicht,obligatoire,éliminatoire,"
    "obligatorio,excluyente,必須,必須要件"
)
COUNT_LABELS = _words(
    "sum +,sum -,sum of +,sum of -,sum of positives,sum of negatives,sum of pluses,sum of minuses,sum +'s,sum -'s,σ+,σ-,σs,∑+,∑-,∑s,total +,total -,total s,# +,# -,# s,pluses,minuses,"
    "sames,positives,negatives,number of +,number of -,count +,count -,net,net total"
)
LEGEND_WORDS = _words(
    "scale,legend,key,meaning,definition,description,score,points,rating,legende,skala,bedeutung,stufe,légende,échelle,signification,leyenda,escala,significado,凡例,尺度,意味"
)

METHOD_NAMES = _words(
    "topsis,vikor,ahp,saw,wsm,wpm,waspas,aras,copras,moora,multimoora,promethee,electre,edas,codas,cocoso,mabac,marcos,mairca,smart,maut,smaa"
)

ALTERNATIVE_WORDS = _words(
    "alternative,alternatives,candidate,candidates,vendor,vendors,supplier,suppliers,option,options,provider,providers,company,companies,firm,"
    "firms,partner,partners,product,products,model,models,name,names,site,sites,location,locations,city,country,region,bidder,bidders,tool,tools,"
    "solution,solutions,project,projects,car,cars,vehicle,platform,platforms,applicant,manufacturer,brand,item,quote,quotes,quotation,offer,offers,bid,bids,tender,vendor name,supplier name,company name,"
    "projekt,projekte,modell,modelle,lösung,lösungen,standort,standorte,anbieter,lieferant,lieferanten,kandidat,kandidaten,alternative,alternativen,firma,firmen,variante,varianten,unternehmen,bieter,produkt,hersteller,"
    "projet,projets,modèle,proyecto,proyectos,modelo,solución,fournisseur,fournisseurs,candidat,candidats,société,entreprise,prestataire,produit,offre,proveedor,proveedores,candidato,candidatos,alternativa,"
    "alternativas,empresa,empresas,opción,producto,nombre,nom,候補,候補者,会社,会社名,企業,企業名,サプライヤー,ベンダー,代替案,選択肢,名称,製品,業者,業者名,製品名,商品名,案件,機種"
)
CRITERION_WORDS = _words(
    "criterion,criteria,criterium,criteria/vendor,criteria / vendor,evaluation criteria,evaluation criterion,selection criteria,attribute,attributes,"
    "factor,factors,indicator,indicators,kpi,kpis,metric,metrics,requirement,requirements,measure,dimension,feature,features,aspect,parameter,parameters,"
    "kriterium,kriterien,bewertungskriterium,bewertungskriterien,merkmal,merkmale,anforderung,anforderungen,kennzahl,kennzahlen,critère,critères,"
    "critere,criteres,indicateur,indicateurs,exigence,criterio,criterios,indicador,indicadores,requisito,factor,評価項目,評価基準,基準,項目,指標,要件,評価軸"
)
# What a column of people is headed who answer or rate, or of when they did: rows of a survey are theirs, not the candidates'.
PEOPLE_WORDS = _words(
    "respondent,respondents,respondent id,response id,response,participant,participants,participant id,rater,raters,evaluator,evaluators,judge,judges,juror,jurors,assessor,assessors,reviewer,"
    "reviewers,expert,experts,decision maker,decision-maker,decision makers,stakeholder,stakeholders,interviewee,voter,email,e-mail,email address,e-mail address,your name,timestamp,start time,"
    "completion time,submitted at,submission time,date submitted,zeitstempel,teilnehmer,teilnehmer-id,befragter,befragte,bewerter,gutachter,juror,jury,jurymitglied,experte,experten,e-mail-adresse,"
    "ihr name,startzeit,fertigstellungszeit,horodateur,répondant,répondants,participant,évaluateur,évaluateurs,juré,expert,adresse e-mail,votre nom,marca temporal,encuestado,encuestados,"
    "evaluador,evaluadores,participante,participantes,jurado,experto,expertos,correo electrónico,su nombre,タイムスタンプ,回答者,評価者,審査員,メールアドレス,お名前,回答日時"
)
VALUE_WORDS = _words(
    "value,values,score,scores,rating,ratings,performance,points,grade,mark,wert,werte,bewertung,punkte,note,valeur,note,valor,puntuación,値,評価,スコア,点数,得点"
)
ID_WORDS = _words(
    "id,ids,code,codes,no,no.,nr,nr.,number,num,key,ref,reference,index,idx,sku,#,n°,nº,kennung,kürzel,nummer,lfd nr,lfd. nr,numéro,código,número,番号,記号,コード"
)
NAME_WORDS = _words("name,names,title,label,bezeichnung,nom,libellé,nombre,名前,名称,社名,会社名")
YEAR_WORDS = _words(
    "year,founded,established,since,founded in,year founded,founding year,year of foundation,model year,start year,gegründet,gründungsjahr,gründung,jahr,baujahr,année,fondée,fondé en,création,año,fundada,fundación,設立,設立年,創業,創業年,年"
)
DATE_WORDS = _words("date,day,deadline,valid until,datum,gültig bis,échéance,fecha,日付,期限,有効期限")
REMARK_WORDS = _words(
    "comment,comments,remark,remarks,note,notes,rationale,description,details,justification,source,sources,reason,bemerkung,bemerkungen,kommentar,anmerkung,beschreibung,quelle,begründung,commentaire,commentaires,remarque,remarques,comentario,comentarios,observaciones,fuente,備考,コメント,説明,出典,理由,注記"
)

MAXIMIZE_WORDS = _words(
    "max,maximize,maximise,maximum,maximization,maximisation,maximizing,maximal,benefit,benefits,b,positive,gain,profit,higher,high,higher is better,more is better,beneficial,ltb,larger the better,higher the better,"
    "bigger is better,the higher the better,larger is better,high is better,up,increase,increasing,desc,1,+1,+,↑,▲,⬆,⇧,➚,maximieren,maximierung,nutzen,höher,hoch,mehr,"
    "höher ist besser,mehr ist besser,je höher desto besser,à maximiser,maximiser,a maximiser,gain,bénéfice,plus,croissant,maximizar,a maximizar,beneficio,más,mayor,mayor es mejor,"
    "最大化,最大,大きいほど良い,高いほど良い,多いほど良い,利益,便益,larger,more,true"
) | {"+", "↑", "+1", "1"}
MINIMIZE_WORDS = _words(
    "nb,non-beneficial,nonbeneficial,non beneficial,stb,smaller the better,lower the better,min,minimize,minimise,minimum,minimization,minimisation,minimizing,minimal,cost,costs,c,negative,loss,lower,low,lower is better,less is better,fewer is better,"
    "smaller is better,the lower the better,low is better,down,decrease,decreasing,asc,-1,-,↓,▼,⬇,⇩,➘,minimieren,minimierung,kosten,niedriger,weniger,"
    "niedriger ist besser,weniger ist besser,je niedriger desto besser,à minimiser,minimiser,a minimiser,coût,moins,décroissant,minimizar,a minimizar,costo,coste,menos,"
    "menor,menor es mejor,最小化,最小,小さいほど良い,低いほど良い,少ないほど良い,短いほど良い,費用,コスト,smaller,less,fewer,false"
) | {"-", "↓", "-1"}
# "false" and "true" are how some tools write whether a criterion is maximized.

COST_STEMS = (
    "price", "pricing", "cost", "fee", "fees", "expense", "expenditure", "spend", "delay", "latency", "lead time", "leadtime", "delivery time", "risk", "defect",
    "error", "failure", "fault", "emission", "co2", "consumption", "complaint", "downtime", "outage", "debt", "churn", "turnover rate", "response time",
    "time to", "rto", "rpo", "duration", "distance", "weight", "noise", "loss", "wear", "absence", "tickets", "incident", "accident", "rent", "tax", "penalty", "conflict", "recovery time", "leistungsaufnahme", "stromaufnahme", "stockout", "stock-out", "issue", "problem", "bugs", "disrupt", "interrupt", "scrap", "rework", "inflation", "unemployment", "commute", "hourly rate", "daily rate", "deductible", "egress", "footprint", "effort", "complexity",
    "leakage", "payback", "tco", "sick", "waste", "pollution", "vulnerabilit", "attrition", "backlog", "charge time", "charging time",
    "preis", "kosten", "gebühr", "aufwand", "lieferzeit", "antwortzeit", "reaktionszeit", "temps de réponse", "tiempo de respuesta", "応答時間", "capex", "opex", "loyer", "alquiler", "月額", "賃料", "家賃", "verzug", "verzögerung", "risiko", "fehler", "ausfall", "reklamation", "verbrauch", "emission", "dauer", "entfernung",
    "gewicht", "lärm", "verlust", "schulden", "wartezeit", "laufzeit bis", "miete", "beitrag", "selbstbeteiligung", "anschaffung", "stundensatz", "tagessatz",
    "prix", "coût", "cout", "frais", "tarif", "délai", "delai", "retard", "risque", "défaut", "panne", "consommation", "durée", "poids", "bruit", "perte", "dette",
    "precio", "costo", "coste", "tarifa", "plazo", "retraso", "riesgo", "defecto", "fallo", "consumo", "duración", "distancia", "peso", "ruido", "pérdida", "deuda",
    "prezzo", "costi", "consegna", "tempi", "prijs", "levertijd", "preço", "custo", "prazo", "価格", "費用", "コスト", "料金", "単価", "納期", "遅延", "リスク", "不良", "故障", "消費", "排出", "重量", "騒音", "所要時間", "期間", "負債", "金額", "離職率",
)  # fmt: skip
GOOD_STEMS = (
    "quality", "security", "safety", "reliab", "availab", "uptime", "coverage", "reach", "support", "service", "accuracy", "capacity", "throughput", "speed", "range", "profit",
    "revenue", "npv", "roi", "irr", "margin", "growth", "yield", "efficien", "satisfaction", "experience", "reputation", "roadmap", "integration", "flexib", "scalab", "innovation", "stability",
    "benefit", "gain", "usab", "ease of", "durab", "maturity", "ebit", "cash flow", "cashflow", "earning", "saving", "dividend", "sales", "turnover", "references", "feedback", "value for money",
    "on time", "certification", "performance", "battery", "screen", "warranty", "rating", "score", "award", "stock", "grip", "fit", "market share", "discount", "literacy", "income",
    "ertrag", "erlös", "überschuss", "rendite", "reichweite", "referenzen", "reife", "benutzerfreundlich", "haltbar", "nutzen",
    "chiffre d'affaires", "bénéfice", "rendement", "autonomie", "références", "ventas", "ingresos", "beneficio", "ahorro", "rentab", "referencias",
    "qualität", "sicherheit", "verfügbarkeit", "zuverlässig", "termintreue", "leistung", "umsatz", "gewinn", "wachstum", "erfahrung", "kapazität", "zufriedenheit", "garantie",
    "qualité", "sécurité", "fiabilité", "disponibilité", "capacité", "expérience", "croissance", "marge", "garantie",
    "calidad", "seguridad", "fiabilidad", "disponibilidad", "capacidad", "experiencia", "crecimiento", "garantía",
    "qualità", "sicurezza", "kwaliteit", "veiligheid", "qualidade", "segurança",
    "品質", "安全", "信頼", "稼働率", "性能", "容量", "速度", "満足", "実績", "成長", "利益", "売上", "収益", "拡張性", "操作性", "将来性", "使いやすさ", "保証", "サポート",
)  # fmt: skip
# Names of criteria that tell no direction: memory is good in a laptop and bad in a model.
PLAIN_STEMS = ("severity", "likelihood", "probability", "occurrence", "response", "onboarding", "disk", "memory", "params", "size", "population", "energy", "power", "budget", "volume", "speicher", "größe", "taille", "tamaño")  # fmt: skip
CRITERION_STEMS = COST_STEMS + GOOD_STEMS + PLAIN_STEMS
# What turns a cost into a benefit, wherever it stands in a name: cost savings, risk reduction, price stability, Preis-Leistung.
TURNING = (
    "saving", "reduction", "mitigation", "avoid", "effectiveness", "efficien", "competitive", "toleran", "handling", "recovery", "prevention", "transparency", "stability", "flexib", "predictab",
    "resistan", "reliab", "performance", "feedback", "value for money", "wearable", "rentab", "protection", "insurance", "einspar", "senkung", "reduzierung", "minderung", "vermeid", "leistung", "effizien", "transparenz", "stabilität",
    "planbarkeit", "beständig", "schutz", "réduction", "économie", "maîtrise", "qualité", "qualite", "efficacité", "compétitiv", "transparence", "stabilité", "reducción", "ahorro", "calidad", "eficien", "competitiv",
    "transparencia", "estabilidad", "削減", "低減", "対効果", "耐性", "抑制", "パフォーマンス", "性能",
)  # fmt: skip
_NO_COST = re.compile(r"\b(?:feedback|feel|renta|wearable|taxonom|costum)\w*")  # which only begin as costs do
_OF = re.compile(r"\s(?:of|in|for|per|with|der|des|du|de|d'|la|von|bei|für|del|en)\s")
_LATIN = re.compile(r"[a-zà-ÿœ0-9]")


def has_stem(name: str, stems: Iterable[str]) -> bool:
    """Whether a word of the name begins with one of the stems; scripts without blanks are searched anywhere."""
    text = folded(name)
    words = re.split(r"[^\w]+", text)
    for stem in stems:
        if not _LATIN.match(stem) or " " in stem or "-" in stem:
            if stem in text:
                return True
        elif any(word.startswith(stem) or (len(stem) > 4 and word.endswith(stem)) for word in words):
            return True
    return False


def cost_name(name: str) -> bool:
    """Whether a name is that of a cost or burden, and nothing in it turns it into a benefit."""
    text = _NO_COST.sub("", folded(name))
    return has_stem(text, COST_STEMS) and not turned(text)


def turned(name: str) -> bool:
    """Whether the name of a cost is about less of it, or about what one gets for it: cost savings, but not savings cost; quality of error messages.

    What a name is about stands at its end, and before a word such as of.
    """
    text = folded(name)
    head = _OF.split(text, maxsplit=1)[0]
    if head != text:
        return has_stem(head, GOOD_STEMS) or (_at(head, TURNING) > _at(head, COST_STEMS))
    return _at(text, TURNING) > _at(text, COST_STEMS)


def _at(text: str, stems: Iterable[str]) -> int:
    """Return where the last of the stems stands in a text, -1 where none does."""
    return max((text.rfind(stem) for stem in stems), default=-1)


def direction_word(text: str) -> bool | None:
    """Return True where the text says that more is better, False for less, None where it says neither."""
    word = folded(text) or text.strip()
    bare = text.strip()
    if word in MAXIMIZE_WORDS or bare in MAXIMIZE_WORDS:
        return True
    if word in MINIMIZE_WORDS or bare in MINIMIZE_WORDS or bare in ("−", "–"):
        return False
    return None
