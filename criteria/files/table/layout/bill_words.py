"""The words by which a bill of quantities tells its lines, quantities, prices, amounts and totals, in five languages."""

from __future__ import annotations

import re

from criteria.files.table.values.lexicon import folded


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in text.split(","))


QUANTITY_WORDS = _words(
    "qty,qty.,quantity,quantities,est. qty,estimated quantity,no. of units,number of units,units required,menge,mengen,anzahl,stückzahl,stück,quantité,quantités,qté,cantidad,cantidades,cant,cant.,数量"
)
LINE_WORDS = _words(
    "item,items,line,lines,line item,item no,item no.,item description,position,positions,pos,pos.,description,description of work,work item,activity,part,part no,part number,article,"
    "oz,leistung,leistungen,bezeichnung,beschreibung,posten,artikel,poste,désignation,designation,prestation,ouvrage,article,partida,concepto,descripción,descripcion,artículo,項目,品目,品名,名称"
)
PRICE_WORDS = _words(
    "unit price,unit cost,unit rate,price per unit,rate,ep,einheitspreis,einzelpreis,stückpreis,prix unitaire,pu,p.u.,precio unitario,単価"
)
AMOUNT_WORDS = _words(
    "amount,line total,total,total price,total cost,extended,extended price,ext. price,gp,gesamtpreis,gesamt,betrag,montant,prix total,importe,precio total,金額"
)
MONEY_STEMS = (
    "price", "rate", "amount", "cost", "total", "value", "extended", "preis", "betrag", "summe", "kosten", "prix", "montant", "coût", "precio", "importe", "costo",
    "単価", "金額", "価格", "小計",
)  # fmt: skip
TOTAL_STEMS = (
    "total", "subtotal", "sub-total", "grand total", "sum", "net", "gross", "vat", "tax", "summe", "gesamt", "zwischensumme", "netto", "brutto", "mwst", "ust", "total ht",
    "tva", "ttc", "iva", "合計", "小計", "消費税", "総計",
)  # fmt: skip
# What is said about a total or a tax: Total price excl. VAT, Angebotssumme netto zzgl. MwSt., montant total HT de l'offre.
ABOUT_TOTALS = _words(
    "excl,excluding,exclusive,incl,including,inclusive,before,after,plus,less,of,the,for,all,and,in,at,overall,general,price,amount,cost,costs,offer,bid,tender,quote,contract,project,works,value,payable,due,discount,rebate,"
    "zzgl,inkl,exkl,ohne,mit,vor,nach,und,der,des,aller,angebot,angebots,preis,betrag,kosten,rabatt,skonto,nachlass,umsatzsteuer,mehrwertsteuer,steuer,prozent,"
    "ht,hors,taxes,toutes,sans,avec,avant,après,de,du,la,le,les,des,l,d,offre,montant,prix,général,remise,"
    "sin,con,antes,después,del,el,oferta,importe,precio,base,imponible,descuento,"
    "税込,税抜,税,eur,usd,chf,gbp,percent"
)
_MONEY = re.compile(
    r"(?:\b(?:unit price|unit rate|unit cost|line total|total price|total cost|total|price|rate|amount|cost|ep|gp|einheitspreis|einzelpreis|gesamtpreis|gesamt|preis|betrag|prix unitaire|prix total|prix|montant|pu|"
    r"precio unitario|precio total|precio|importe)\b|単価|金額|価格)",
    re.I,
)


def without_money(head: str) -> str:
    """Return a heading without the words for prices and amounts, brackets and dashes: whose they are."""
    rest = _MONEY.sub(
        " ", re.sub(r"[(\[（][^()\[\]（）]*[)\]）]", lambda m: m[0] if not _MONEY.search(m[0]) else " ", head)
    )
    return " ".join(rest.strip(" -–—:/|()[]").split())
