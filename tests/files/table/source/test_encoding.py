"""The text of a file in whatever encoding it was saved."""

from __future__ import annotations

import pytest

from criteria.errors import FileError
from criteria.files.table.source.encoding import decoded

GERMAN = "Anbieter;Qualität;Größe\nSüderhof;1;2\nÖlmühle;3;4\n"
FRENCH = "Fournisseur;Coût (€);Délai\nSolvène;3;4\n"
JAPANESE = "サプライヤー,価格,納期\n東芝,1,2\n日立製作所,3,4\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (GERMAN, "mac_roman"),
        (FRENCH, "cp1252"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "utf-16"),
        (JAPANESE, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-32"),
    ],
)
def test_the_text_comes_back(text: str, encoding: str) -> None:
    found, said = decoded("t.csv", text.encode(encoding))
    assert found == text
    assert bool(said) == (not encoding.startswith("utf"))


@pytest.mark.parametrize("content", [bytes(range(256)), b"\x00\x01" * 50, b"\xff\xfea"])
def test_what_is_no_text_is_a_sentence(content: bytes) -> None:
    with pytest.raises(FileError, match="not a text file"):
        decoded("t.csv", content)
