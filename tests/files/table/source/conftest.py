"""Workbooks written by hand, part by part, so that a test knows every byte of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    """Return a function that packs sheets, given as (name, XML inside the worksheet), into an XLSX file."""

    def pack(*sheets: tuple[str, str]) -> bytes:
        names = "".join(
            f'<sheet name="{name}" sheetId="{k}" r:id="rId{k}"/>' for k, (name, _xml) in enumerate(sheets, 1)
        )
        links = "".join(
            f'<Relationship Id="rId{k}" Type="{LINKS}/worksheet" Target="worksheets/sheet{k}.xml"/>'
            for k in range(1, len(sheets) + 1)
        )
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("[Content_Types].xml", TYPES)
            packed.writestr("_rels/.rels", RELS)
            packed.writestr(
                "xl/workbook.xml",
                f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{names}</sheets></workbook>',
            )
            packed.writestr(
                "xl/_rels/workbook.xml.rels",
                f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>',
            )
            for k, (_name, xml) in enumerate(sheets, 1):
                packed.writestr(
                    f"xl/worksheets/sheet{k}.xml",
                    f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{xml}</worksheet>',
                )
        return content.getvalue()

    return pack


@pytest.fixture
def rows() -> Callable[..., str]:
    """Return a function that writes rows of cells as XML; hidden: row numbers; a cell beginning with = is a formula without a value."""

    def write(table: list[list[object]], hidden: tuple[int, ...] = ()) -> str:
        lines = []
        for r, row in enumerate(table, 1):
            cells = []
            for c, value in enumerate(row):
                place = f"{chr(65 + c)}{r}"
                if isinstance(value, str) and value.startswith("="):
                    formula, _bar, stored = value[1:].partition("|")
                    cells.append(f'<c r="{place}"><f>{formula}</f>{f"<v>{stored}</v>" if stored else ""}</c>')
                elif isinstance(value, str) and value.startswith("#"):
                    cells.append(f'<c r="{place}" t="e"><v>{value}</v></c>')
                elif isinstance(value, str):
                    cells.append(f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>')
                else:
                    cells.append(f'<c r="{place}"><v>{value}</v></c>')
            lines.append(
                f'<row r="{r}"{" hidden=" + chr(34) + "1" + chr(34) if r in hidden else ""}>{"".join(cells)}</row>'
            )
        return f"<sheetData>{''.join(lines)}</sheetData>"

    return write
