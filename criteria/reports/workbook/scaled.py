"""Normalizations as formulas of a spreadsheet, one row for each, as `scaling/normalization.py` defines them.

Each gives the formula of one cell: x is the performance, r the whole column of performances, low and high the declared scale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

# (x, r, low, high) -> formula
Formula = Callable[[str, str, str, str], str]


def _vector(x: str, r: str, _low: str, _high: str) -> str:
    return f"IF(SUMSQ({r})>0,{x}/SQRT(SUMSQ({r})),0)"


def _share(x: str, r: str, _low: str, _high: str) -> str:
    return f"IF(SUM({r})>0,{x}/SUM({r}),0)"


def _share_of_inverse(x: str, r: str, _low: str, _high: str) -> str:
    return f"(1/{x})/SUMPRODUCT(1/{r})"


def _up(x: str, r: str, _low: str, _high: str) -> str:
    return f"IF(MAX({r})>MIN({r}),({x}-MIN({r}))/(MAX({r})-MIN({r})),1)"


def _down(x: str, r: str, _low: str, _high: str) -> str:
    return f"IF(MAX({r})>MIN({r}),(MAX({r})-{x})/(MAX({r})-MIN({r})),1)"


def _by_most(x: str, r: str, _low: str, _high: str) -> str:
    return f"IF(MAX({r})>0,{x}/MAX({r}),0)"


def _by_least(x: str, r: str, _low: str, _high: str) -> str:
    return f"MIN({r})/{x}"


def _on_scale(x: str, _r: str, low: str, high: str) -> str:
    return f"({x}-{low})/({high}-{low})"


def _down_scale(x: str, _r: str, low: str, high: str) -> str:
    return f"({high}-{x})/({high}-{low})"


def _same(x: str, _r: str, _low: str, _high: str) -> str:
    return x


def _inverse(x: str, _r: str, _low: str, _high: str) -> str:
    return f"1/{x}"


def _negative(formula: Formula) -> Formula:
    return lambda x, r, low, high: f"-({formula(x, r, low, high)})"


_ADDED: Mapping[str, tuple[Formula, Formula]] = MappingProxyType(
    {
        "minmax": (_up, _down),
        "linear": (_by_most, _by_least),
        "sum": (_share, _share_of_inverse),
        "scale": (_on_scale, _down_scale),
        "none": (_same, _negative(_same)),
    }
)
# By method and normalization: the formula of a benefit and of a cost.
SCALED: Mapping[str, Mapping[str, tuple[Formula, Formula]]] = MappingProxyType(
    {
        "wsm": _ADDED,
        "ahp": MappingProxyType({name: _ADDED[name] for name in ("linear", "scale", "sum")}),
        "wpm": MappingProxyType({**_ADDED, "none": (_same, _inverse)}),
        "topsis": MappingProxyType(
            {**_ADDED, "vector": (_vector, _negative(_vector)), "sum": (_share, _negative(_share))}
        ),
    }
)
