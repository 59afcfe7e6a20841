"""Compressed content is the content."""

from __future__ import annotations

import gzip
from pathlib import Path

from streamlit import file_util

from criteria.ui.server.addresses import static_files
from criteria.ui.server.static import compressed


def test_a_file_decompresses_to_itself_and_is_compressed_once() -> None:
    name = next(name for name in sorted(static_files()) if name.endswith(".css"))
    assert gzip.decompress(compressed(name)) == (Path(file_util.get_static_dir()) / name).read_bytes()
    assert compressed(name) is compressed(name)
