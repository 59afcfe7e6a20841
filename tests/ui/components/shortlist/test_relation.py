"""Who is preferred to whom, as a table of pairs in ranked order."""

from __future__ import annotations

import re

import numpy as np
from by_hand import BASE, evaluated

from criteria.ui.components.shortlist.relation import relation_table


def test_the_signs_are_those_of_the_relation() -> None:
    evaluation = evaluated(BASE.with_method("promethee_i"))
    relation = np.asarray(evaluation.details["relation"])
    signs = {"P": "▶", "p": "·", "I": "=", "R": "?", "-": ""}
    rows = [
        re.findall(r"<td>(.*?)</td>", row)
        for row in re.findall(r"<tr>(.*?)</tr>", relation_table(evaluation))[1:]
    ]
    order = evaluation.order
    assert rows == [[signs[str(relation[i, j])] for j in order] for i in order]


def test_outranking_has_one_sign_and_a_complete_order_no_table() -> None:
    evaluation = evaluated(BASE.with_method("electre_i"))
    outranking = np.asarray(evaluation.details["outranking"])
    assert relation_table(evaluation).count("<td>▶</td>") == int(outranking.sum())
    assert relation_table(evaluated()) == ""
