"""A small problem as one parameter of the address, so that a colleague on another installation sees the same.

The parameter is `1.CHECKSUM.DATA`: the version of this form, the first eight hexadecimal digits of the SHA-256 of the text,
and the text deflated, in the letters of base64url. It is the only part of an address that people cannot read, and it comes
from strangers: its length, and the size that it may grow to, are limited before anything is inflated.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import zlib

from criteria.errors import FileError
from criteria.translation import translate as _

VERSION = "1"
PARAMETER_LIMIT = 7_000  # characters; with the scenario's own parts an address stays below 8,000
TEXT_LIMIT = 150_000  # bytes after inflating: what is read within 50 ms, whatever it says
_FORM = re.compile(r"([0-9]{1,3})\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)")


def packed(text: str) -> str | None:
    """Return the text as a parameter of an address; None where it is too large to travel that way."""
    given = text.encode()
    if len(given) > TEXT_LIMIT:
        return None
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = base64.urlsafe_b64encode(deflater.compress(given) + deflater.flush()).rstrip(b"=").decode()
    parameter = f"{VERSION}.{_checksum(given)}.{data}"
    return parameter if len(parameter) <= PARAMETER_LIMIT else None


def unpacked(parameter: str) -> str:
    """Return the text of a parameter; raise FileError where it is not whole, foreign, or larger than it may be."""
    if len(parameter) > PARAMETER_LIMIT:
        raise FileError(
            [_("The table in the link is longer than a link can carry; ask its sender for another link.")]
        )
    found = _FORM.fullmatch(parameter)
    if found is None:
        raise FileError([_broken()])
    version, checksum, data = found.groups()
    if version != VERSION:
        raise FileError(
            [
                _(
                    "The table in the link was packed by a newer version of this software; upgrade it to open the link."
                )
            ]
        )
    try:
        deflated = base64.b64decode(data + "=" * (-len(data) % 4), altchars=b"-_", validate=True)
        inflater = zlib.decompressobj(-15)
        given = inflater.decompress(deflated, TEXT_LIMIT)
        if not inflater.eof or inflater.unused_data or _checksum(given) != checksum:
            raise FileError([_broken()])
        return given.decode()
    except (binascii.Error, zlib.error, UnicodeDecodeError) as error:
        raise FileError([_broken()]) from error


def _checksum(given: bytes) -> str:
    return hashlib.sha256(given).hexdigest()[:8]


def _broken() -> str:
    return _(
        "The table in the link is not whole: part of the address was lost. Ask its sender for the link again."
    )
