"""Packed files within bounds."""

from __future__ import annotations

import io
import zipfile

import pytest

from criteria.errors import FileError
from criteria.files.table.source.package import extent_of, ods_cells, opened, part_bytes, place

BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;">]><worksheet>&y;</worksheet>'


def packed(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return content.getvalue()


def test_a_bomb_is_refused_before_it_is_unfolded() -> None:
    with pytest.raises(FileError, match="unfolds to more than"):
        opened("w.xlsx", packed(a=bytes(160_000_000)))


def test_an_xml_bomb_is_refused() -> None:
    with pytest.raises(FileError, match="damaged"):
        extent_of("w.xlsx", BOMB)


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04", b"PK\x03\x04" + bytes(100), packed(a=b"x")[:-30]],
    ids=[
        "four signs",
        "zeros",
        "cut",
    ],  # a packed file holds the time: named, so that all workers collect alike
)
def test_a_damaged_file_is_a_sentence(content: bytes) -> None:
    with pytest.raises(FileError, match="damaged"):
        opened("w.xlsx", content)


def test_a_part_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(FileError, match="damaged"):
        part_bytes("w.xlsx", opened("w.xlsx", packed(a=b"x")), "b")


def test_references_are_places() -> None:
    assert [place(r) for r in ("A1", "B7", "AA10", "7", "AAAA1")] == [(0, 0), (6, 1), (9, 26), None, None]


def test_cells_repeated_a_billion_times_are_counted_not_made() -> None:
    xml = (
        b'<o xmlns:table="t" xmlns:office="o"><table:table><table:table-row table:number-rows-repeated="1000000">'
        b'<table:table-cell office:value="1" table:number-columns-repeated="1000"/></table:table-row>'
        b'<table:table-row table:number-rows-repeated="9999999"><table:table-cell/></table:table-row></table:table></o>'
    )
    assert ods_cells("w.ods", xml) == 1_000_000_000
