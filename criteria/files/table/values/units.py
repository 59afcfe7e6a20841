"""Signs of currencies, multiples written as words, and units that can be turned into one another."""

from __future__ import annotations

CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "gbp": "GBP", "¥": "JPY", "￥": "JPY", "jpy": "JPY", "円": "JPY", "yen": "JPY", "chf": "CHF", "sfr": "CHF", "fr.": "CHF", "cny": "CNY", "rmb": "CNY", "元": "CNY",
    "₹": "INR", "inr": "INR", "rs": "INR", "rs.": "INR", "krw": "KRW", "₩": "KRW", "cad": "CAD", "c$": "CAD", "aud": "AUD", "a$": "AUD", "sek": "SEK", "nok": "NOK",
    "dkk": "DKK", "kr": "kr", "kr.": "kr", "pln": "PLN", "zł": "PLN", "czk": "CZK", "kč": "CZK", "huf": "HUF", "ft": "HUF", "brl": "BRL", "r$": "BRL", "mxn": "MXN", "rub": "RUB",
    "₽": "RUB", "try": "TRY", "₺": "TRY", "zar": "ZAR", "sgd": "SGD", "s$": "SGD", "hkd": "HKD", "hk$": "HKD", "nt$": "TWD", "twd": "TWD", "thb": "THB", "฿": "THB",
}  # fmt: skip
# Money alone takes "m" for million; without a currency it is a metre.
MULTIPLES = {
    "k": 1e3, "tsd": 1e3, "tsd.": 1e3, "thousand": 1e3, "thou": 1e3, "千": 1e3, "mil": 1e3, "mille": 1e3,
    "mio": 1e6, "mio.": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6, "mill.": 1e6, "millones": 1e6, "百万": 1e6, "万": 1e4,
    "mrd": 1e9, "mrd.": 1e9, "bn": 1e9, "billion": 1e9, "billions": 1e9, "milliarden": 1e9, "milliard": 1e9, "milliards": 1e9, "億": 1e8,
    "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7,
}  # fmt: skip
MONEY_MULTIPLES = MULTIPLES | {"m": 1e6, "b": 1e9}

# Each family: unit -> how many of the first unit it is.
FAMILIES: tuple[dict[str, float], ...] = (
    {
        "ms": 1.0, "msec": 1.0, "millisecond": 1.0, "milliseconds": 1.0, "µs": 1e-3, "μs": 1e-3, "us": 1e-3, "s": 1e3, "sec": 1e3, "secs": 1e3, "second": 1e3, "seconds": 1e3, "sek": 1e3, "min": 6e4,
        "mins": 6e4, "minute": 6e4, "minutes": 6e4, "minuten": 6e4, "h": 3.6e6, "hr": 3.6e6, "hrs": 3.6e6, "hour": 3.6e6, "hours": 3.6e6, "std": 3.6e6, "stunden": 3.6e6, "heures": 3.6e6,
        "d": 8.64e7, "day": 8.64e7, "days": 8.64e7, "tag": 8.64e7, "tage": 8.64e7, "jour": 8.64e7, "jours": 8.64e7, "día": 8.64e7, "días": 8.64e7, "日": 8.64e7, "日間": 8.64e7,
        "week": 6.048e8, "weeks": 6.048e8, "wk": 6.048e8, "wks": 6.048e8, "woche": 6.048e8, "wochen": 6.048e8, "semaine": 6.048e8, "semaines": 6.048e8, "semana": 6.048e8, "semanas": 6.048e8, "週間": 6.048e8,
    },
    {"month": 1.0, "months": 1.0, "mo": 1.0, "monat": 1.0, "monate": 1.0, "mois": 1.0, "mes": 1.0, "meses": 1.0, "ヶ月": 1.0, "か月": 1.0, "year": 12.0, "years": 12.0, "yr": 12.0, "yrs": 12.0, "jahr": 12.0, "jahre": 12.0, "an": 12.0, "ans": 12.0, "año": 12.0, "años": 12.0, "年": 12.0},
    {"g": 1.0, "gram": 1.0, "grams": 1.0, "mg": 1e-3, "kg": 1e3, "kgs": 1e3, "t": 1e6, "tonne": 1e6, "tonnes": 1e6, "tons": 1e6},
    {"m": 1.0, "metre": 1.0, "metres": 1.0, "meter": 1.0, "meters": 1.0, "mm": 1e-3, "cm": 1e-2, "km": 1e3, "kms": 1e3},
    {"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15},
    {"w": 1.0, "kw": 1e3, "mw": 1e6, "gw": 1e9},
    {"wh": 1.0, "kwh": 1e3, "mwh": 1e6, "gwh": 1e9},
    {"l": 1.0, "litre": 1.0, "litres": 1.0, "liter": 1.0, "ml": 1e-3},
    {"hz": 1.0, "khz": 1e3, "ghz": 1e9},
    {"kbps": 1e3, "kbit/s": 1e3, "mbps": 1e6, "mbit/s": 1e6, "gbps": 1e9, "gbit/s": 1e9},
    {"%": 1.0, "percent": 1.0, "per cent": 1.0, "pct": 1.0, "prozent": 1.0, "pourcent": 1.0, "por ciento": 1.0, "パーセント": 1.0, "‰": 0.1},
)  # fmt: skip


def ratio(unit: str, other: str) -> float | None:
    """Return how many of the other unit one of this unit is; None where they are not of one kind. 60 for min and s."""
    first, second = unit.casefold(), other.casefold()
    if first == second or first.rstrip("s.") == second.rstrip("s."):
        return 1.0
    for family in FAMILIES:
        if first in family and second in family:
            return family[first] / family[second]
    return None
