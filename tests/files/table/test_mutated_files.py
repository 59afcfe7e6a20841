"""Files with bytes changed, cut and doubled: a reading or a sentence, never another error; the same files every time."""

from __future__ import annotations

import random
import time
from contextlib import suppress

import pytest

from criteria.errors import CriteriaError
from criteria.files.given import read_given
from criteria.model.problem import Problem
from criteria.reports.table_workbook import table_workbook
from criteria.reports.whole_workbook import whole_workbook

CSV = "Vendor;Preis;Güte;Note\nRichtung;min;max;max\nGewicht;50;30;20\nÄlfa;1.250,50;8 (7-9);k. A.\nBeta;990,00;7;gut\nSumme;2.240,50;15;\n"
NASTY = (b"\x00", b"\xff\xfe", b'"', b";", b"\t", b"\r\n", b"=1+1", "\u202e".encode(), b"1e308", b"nan", b"9" * 400, b"PK\x03\x04", b"{", b"<")  # fmt: skip


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return the content with one to six places changed, cut out, doubled or filled with something nasty."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(data) or 1), chance.randint(1, 40)
        kind = chance.randrange(4)
        if kind == 0 and data:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + length]
        elif kind == 2:
            data[at:at] = data[at : at + length]
        else:
            data[at:at] = chance.choice(NASTY)
    return bytes(data)


@pytest.mark.parametrize("kind", ["csv", "utf-16", "shift-jis", "xlsx", "whole"])
def test_a_mutated_file_is_a_reading_or_a_sentence(suppliers: Problem, kind: str) -> None:
    plain = {
        "csv": CSV.encode(),
        "utf-16": CSV.encode("utf-16"),
        "shift-jis": CSV.replace("Ä", "価").replace("ü", "格").encode("cp932"),
        "xlsx": table_workbook(suppliers),
        "whole": whole_workbook(suppliers),
    }[kind]
    chance = random.Random(2026)
    for _ in range(150):
        content = mutated(plain, chance)
        began = time.process_time()
        with suppress(CriteriaError):
            read_given(f"x.{kind}", content)
        assert time.process_time() - began < 5
