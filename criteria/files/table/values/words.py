"""Words of an ordered scale: which words belong together, and the number of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from criteria.files.table.values.lexicon import folded

UNKNOWN = frozenset(
    (
        "", "-", "--", "---", "–", "—", "−", "?", "??", "...", "…", ".", "x?", "n/a", "n.a", "n.a.", "na", "#n/a", "#na", "n/k", "nan", "unknown", "null", "none", "nil", "tbd", "tbc", "t.b.d",
        "t.b.d.", "t.b.c.", "tba", "pending", "not available", "not applicable", "not known", "no data", "missing", "not provided", "no answer", "not stated", "unclear", "open", "blank", "(blank)",
        "k. a.", "k.a.", "k.a", "ka", "k. a", "keine angabe", "unbekannt", "offen", "nicht bekannt", "nicht verfügbar", "entfällt", "n. v.", "n.v.", "inconnu", "inconnue", "n.d.", "n.d", "nd", "n/d", "non disponible",
        "nc", "n.c.", "non communiqué", "à définir", "desconocido", "sin datos", "s/d", "no disponible", "no aplica", "por definir", "不明", "なし", "無し", "該当なし", "未定", "未回答", "未確認", "－", "ー", "不詳", "n.r.", "<na>", "nat",
    )
)  # fmt: skip
ERRORS = frozenset(("#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!", "#getting_data", "#bezug!", "#wert!", "#zahl!", "#nv", "err:502", "err:503", "err:504", "#div/0", "#valeur!", "#¡valor!", "#¡ref!", "#¡div/0!", "#spill", "#error!"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class OrderedWords:
    """A scale in words: the levels from the lowest to the highest, each with the ways it is written.

    valued: the words themselves say what is good, as poor and excellent do; high and low do not.
    """

    levels: tuple[frozenset[str], ...]
    valued: bool = False
    first: int = 1


def _scale(text: str, *, valued: bool = False, first: int = 1) -> OrderedWords:
    return OrderedWords(
        tuple(frozenset(word.strip() for word in level.split(",")) for level in text.split(";")),
        valued,
        first,
    )


SCALES = (
    _scale("no,n,nein,non,いいえ,無,×,✗,✘,✕,❌,☒,☐,false,falsch,faux,falso,0; yes,y,ja,j,oui,o,sí,si,はい,有,○,◯,✓,✔,✅,☑,true,wahr,vrai,verdadero,x", valued=True, first=0),
    _scale("no,nein,non,none,×,✗,✘,❌,0; partial,partly,partially,limited,teilweise,partiel,partiellement,parcial,△,~,(✓),一部,部分的; yes,full,fully,complete,ja,oui,voll,vollständig,complet,sí,completo,○,◯,✓,✔,✅,はい,全部", valued=True, first=0),
    _scale("no go,no-go,nogo; go", valued=True, first=0),
    _scale("×,✗; △; ○,◯; ◎", valued=True, first=0),
    _scale("low,l,lo,niedrig,gering,faible,bas,basse,bajo,baja,低,低い; medium,med,m,mid,moderate,average,mittel,moyen,moyenne,medio,media,中,普通; high,h,hi,hoch,élevé,élevée,fort,forte,haut,alto,alta,高,高い"),
    _scale("very low,vl,sehr niedrig,sehr gering,très faible,très bas,muy bajo,muy baja,非常に低い,極低; low,l,niedrig,gering,faible,bas,bajo,baja,低い,低; medium,m,med,moderate,average,mittel,moyen,moyenne,medio,media,中,普通; high,h,hoch,élevé,élevée,fort,alto,alta,高い,高; very high,vh,sehr hoch,très élevé,très élevée,très fort,muy alto,muy alta,非常に高い,極高"),
    _scale("none,no,keine,aucun,ninguno,無; low,niedrig,gering,faible,bajo,低; medium,med,moderate,mittel,moyen,medio,中; high,hoch,élevé,fort,alto,高", first=0),
    _scale("low,niedrig,faible,bajo; medium,moderate,mittel,moyen,medio; high,hoch,élevé,alto; critical,severe,kritisch,critique,crítico"),
    _scale("bad,schlecht,mauvais,malo,悪い; fair,ok,okay,average,satisfactory,mittel,befriedigend,moyen,regular,普通; good,gut,bon,bonne,bueno,buena,良い", valued=True),
    _scale("poor,weak,schwach,mangelhaft,faible,pobre,malo,不可; fair,ok,okay,average,acceptable,adequate,satisfactory,ausreichend,mittel,moyen,passable,regular,可; good,strong,gut,bon,bonne,bueno,buena,良; excellent,outstanding,very good,ausgezeichnet,exzellent,sehr gut,très bon,excelente,優", valued=True),
    _scale("very poor,unacceptable,sehr schlecht,ungenügend,très mauvais,muy malo; poor,weak,schlecht,mangelhaft,mauvais,malo; fair,average,acceptable,neutral,ok,befriedigend,moyen,regular; good,gut,bon,bueno; very good,excellent,outstanding,sehr gut,très bon,excellent,muy bueno,excelente", valued=True),
    _scale("poor; fair; good; very good; excellent", valued=True),
    _scale("unacceptable; poor,weak; acceptable,adequate,fair; good; excellent", valued=True),
    _scale("red,r,rot,rouge,rojo,赤,🔴; amber,yellow,a,y,orange,gelb,jaune,amarillo,黄,🟡,🟠; green,g,grün,vert,verde,緑,青,🟢", valued=True),
    _scale("f; e; d; c; b; a", valued=True),
    _scale("f; d-; d; d+; c-; c; c+; b-; b; b+; a-; a; a+", valued=True),
    _scale("d; c; cc; ccc-; ccc; ccc+; b-; b; b+; bb-; bb; bb+; bbb-; bbb; bbb+; a-; a; a+; aa-; aa; aa+; aaa", valued=True),
    _scale("--,−−,––; -,−,–; 0,o,○,=,±; +; ++", valued=True),
    _scale("--,−−,––; -,−,–; 0,o,=,s,same,d,datum; +; ++", valued=True),
    _scale("-,−,–; 0,o,○,=,±; +", valued=True),
    _scale("-,−,–; 0,o,=,s,same,d,datum; +", valued=True),
    _scale("+; ++; +++", valued=True),
    _scale("*; **; ***; ****; *****", valued=True),
    _scale("$,€,£; $$,€€,££; $$$,€€€,£££; $$$$,€€€€,££££"),
    _scale("bronze; silver; gold; platinum,platin,platine", valued=True),
    _scale("basic,beginner,basis; intermediate,standard; advanced,professional,pro; expert,enterprise,premium", valued=True),
    _scale("○,◯; ◔; ◑,◐,◒,◓; ◕; ●,⬤", valued=True, first=0),
    _scale("never,nie,jamais,nunca,全くない; rarely,selten,rarement,rara vez,まれに; sometimes,manchmal,parfois,a veces,ときどき; often,häufig,oft,souvent,a menudo,よく; always,immer,toujours,siempre,いつも"),
    _scale("strongly disagree,stimme gar nicht zu,stimme überhaupt nicht zu,pas du tout d'accord,muy en desacuerdo,totalmente en desacuerdo,全くそう思わない,まったくそう思わない; disagree,stimme nicht zu,stimme eher nicht zu,pas d'accord,plutôt pas d'accord,en desacuerdo,そう思わない,あまりそう思わない; neutral,neither,neither agree nor disagree,teils teils,weder noch,neutre,ni d'accord ni pas d'accord,ni de acuerdo ni en desacuerdo,どちらでもない,どちらともいえない; agree,stimme zu,stimme eher zu,d'accord,plutôt d'accord,de acuerdo,そう思う,ややそう思う; strongly agree,stimme voll zu,stimme voll und ganz zu,tout à fait d'accord,muy de acuerdo,totalmente de acuerdo,とてもそう思う,強くそう思う", valued=True),
    _scale("very dissatisfied,sehr unzufrieden,très insatisfait,muy insatisfecho,非常に不満; dissatisfied,unzufrieden,insatisfait,insatisfecho,不満; neutral,neither,teils teils,neutre,どちらでもない; satisfied,zufrieden,satisfait,satisfecho,満足; very satisfied,sehr zufrieden,très satisfait,muy satisfecho,非常に満足", valued=True),
    _scale("fail,failed,nicht bestanden; pass,passed,bestanden", valued=True, first=0),
    _scale("small,s,klein,petit,pequeño,小; medium,m,mittel,moyen,mediano,中; large,l,groß,grand,grande,大"),
)  # fmt: skip
# Scales that rate by words; those of money, sizes, editions and answers do not.
_RATINGS = tuple(
    scale
    for scale in SCALES
    if any({"high", "good"} & level for level in scale.levels) and len(scale.levels) > 2
)
_SHORT, _FITTING = 14, 3
# One circle alone is a Harvey ball; several count as stars do.
_STARS = re.compile(r"[★⭐🌟]+[☆✩]*|[☆✩]+|(?=..)(?:[●⬤]+[○◯]*|[○◯]+|[■▮◼]+[□▯◻]*|[□▯◻]+|[◆]+[◇]*|[◇]+)")


def stars(text: str) -> int | None:
    """Return how many stars are filled in, None where the text is no row of stars."""
    bare = text.replace(" ", "").replace("\ufe0f", "")
    return len(re.sub("[☆✩○◯□▯◻◇]", "", bare)) if _STARS.fullmatch(bare) else None


def word_form(text: str) -> str:
    """Return a word as scales have it."""
    bare = text.strip().casefold().replace("\ufe0f", "").replace("’", "'")
    return (
        bare
        if bare in ("-", "--", "–", "+", "++", "+++", "*", "**", "***", "****", "*****", ".")
        else folded(bare) or bare
    )


def scale_of(words: Iterable[str]) -> tuple[OrderedWords, dict[str, int]] | None:
    """Return the smallest known scale that has all of these words, and the level of each; None where there is none."""
    forms = {word: word_form(word) for word in words}
    if not forms:
        return None
    best: tuple[OrderedWords, dict[str, int]] | None = None
    for scale in SCALES:
        levels = {}
        for word, form in forms.items():
            place = next((k for k, level in enumerate(scale.levels) if form in level), None)
            if place is None:
                break
            levels[word] = scale.first + place
        if len(levels) == len(forms) and (best is None or len(scale.levels) < len(best[0].levels)):
            best = (scale, levels)
    return best


def scale_of_most(words: Iterable[str], cells: Sequence[str]) -> tuple[OrderedWords, dict[str, int]] | None:
    """Return the scale that most of the cells are on, where the rest are short words that may be slips: 'Hgh' beside High and Low.

    words: the different texts.  cells: all texts of the column.  Most: two thirds, and three cells at least on two levels.
    """
    every = [word for word in words if word]
    if not every or max(map(len, every)) > _SHORT or max(len(word.split()) for word in every) > 2:
        return None
    best: tuple[int, OrderedWords, dict[str, int]] | None = None
    for scale in SCALES:
        levels = {
            word: scale.first + k
            for word in every
            for k, level in enumerate(scale.levels)
            if word_form(word) in level
        }
        fitting = sum(text in levels for text in cells)
        enough = (
            fitting >= max(_FITTING, 2 * len([t for t in cells if t]) / 3) and len(set(levels.values())) > 1
        )
        if enough and (best is None or (fitting, -len(scale.levels)) > (best[0], -len(best[1].levels))):
            best = (fitting, scale, levels)
    return None if best is None else best[1:]


def rates_by_several_scales(words: Iterable[str]) -> bool:
    """Whether all words rate, though no one scale has them together: 'high' beside 'good'. Letters alone are no such words."""
    forms = {word_form(word) for word in words}
    known = {word for scale in _RATINGS for level in scale.levels for word in level}
    return len(forms) > 1 and all(form in known and (len(form) > 2 or not form.isascii()) for form in forms)


def stated_order(text: str) -> tuple[str, ...]:
    """Return the words of an order that a person states as 'basic < good < best', lowest first; empty if it is none.

    Words of one level are joined as stated: 'low < good = high' has two levels.
    """
    parts = [part.strip() for part in re.split(r"[<≺]", text)]
    return tuple(parts) if len(parts) > 1 and all(parts) else ()
