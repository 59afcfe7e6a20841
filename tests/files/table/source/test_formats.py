"""Files of other tools are named, and tables are not mistaken for them."""

from __future__ import annotations

import pytest

from criteria.errors import FileError
from criteria.files.table.source.formats import foreign_text
from criteria.files.table.source.sheets import source_of_bytes

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


@pytest.mark.parametrize(
    ("file", "content", "name"),
    [
        ("m.jsmaa", b"anything", "JSMAA"),
        ("m.xml", (XML + "<JSMAA-SMAA-2-model><criteria/></JSMAA-SMAA-2-model>").encode(), "JSMAA"),
        (
            "m.xml",
            (XML + '<xmcda:XMCDA xmlns:xmcda="http://www.decision-deck.org/2019/XMCDA-3.1.1"/>').encode(),
            "XMCDA",
        ),
        ("m.dxi", b"<DEXi><VERSION>5</VERSION></DEXi>", "DEXi"),
        ("m.xml", (XML + "<DEXi><NAME>Cars</NAME></DEXi>").encode(), "DEXi"),
        ("m.sdmod", b"\x01\x02", "Super Decisions"),
        ("m.json", b'{"ahp": {"source": "AHP-OS"}}', "AHP-OS"),
        ("m.json", b'[{"a": 1}]', "JSON"),
        ("m.xml", (XML + "<a><b/></a>").encode(), "XML"),
        ("m.pdf", b"%PDF-1.7 ...", "PDF"),
        ("m.png", b"\x89PNG....", "picture"),
    ],
)
def test_a_foreign_file_is_named_with_what_to_do(file: str, content: bytes, name: str) -> None:
    with pytest.raises(FileError) as caught:
        source_of_bytes(file, content)
    said = str(caught.value)
    assert name in said
    assert "quotation" not in said
    assert said.endswith(".")


@pytest.mark.parametrize(
    "text", ["Name,x\nDEXi,1\nJSMAA,2\n", "Tool,Super Decisions\nA,1\nB,2\n", "Name;AHP-OS\nA;1\n"]
)
def test_a_table_that_speaks_of_tools_is_a_table(text: str) -> None:
    assert foreign_text("t.csv", text) == ""
