"""Hand the reader of the link's table values that a stranger could make, and print how long and how much it took.

    python benchmarks/hostile_links.py --count 1000000

Each value is one of the kinds below: signs, damaged parameters, bombs, and documents that were changed before they were packed with a
valid checksum. A traceback, a value that takes longer than 50 ms of processor time twice, or memory that grows ends it with 1.
"""

from __future__ import annotations

import argparse
import base64
import copy
import hashlib
import json
import random
import resource
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import criteria
from criteria.errors import CriteriaError
from criteria.files.document import problem_from_document, short_problem_document
from criteria.links.small_table import PARAMETER_LIMIT, TEXT_LIMIT, unpacked

ROOT = Path(__file__).parents[1]
LIMIT = 0.05  # seconds of processor time for one value
SIGNS = "abcXYZ0129-_.~%=+/ \x00\n\u202e\ud800日é"
ODD: tuple[Any, ...] = (
    None, True, "", "x" * 5_000, "=1+1", "\u202e", -1, 0, 1e308, -1e308, 10**30, "nan", [], {}, [[]], {"a": 1}, "min", 1.5, "\x00",
)  # fmt: skip


def forged(given: bytes, *, level: int = 6) -> str:
    """Return a parameter with a valid checksum."""
    deflater = zlib.compressobj(level, zlib.DEFLATED, -15)
    data = base64.urlsafe_b64encode(deflater.compress(given) + deflater.flush()).rstrip(b"=").decode()
    return f"1.{hashlib.sha256(given).hexdigest()[:8]}.{data}"


def signs(rng: random.Random, _good: str) -> str:
    """Any signs, with or without the form of a parameter."""
    text = "".join(rng.choices(SIGNS, k=rng.randrange(0, 60)))
    return text if rng.random() < 0.5 else f"{rng.randrange(0, 1200)}.{rng.randrange(16**8):08x}.{text}"


def damaged(rng: random.Random, good: str) -> str:
    """A good parameter that lost, doubled or changed some signs."""
    parameter = forged(good.encode())
    for _again in range(rng.randrange(1, 4)):
        at, size = rng.randrange(len(parameter)), rng.randrange(0, 30)
        parameter = (
            parameter[:at] + "".join(rng.choices("AZaz09-_.", k=rng.randrange(0, 5))) + parameter[at + size :]
        )
    return parameter


def noise(rng: random.Random, _good: str) -> str:
    """Any bytes, deflated or taken for deflated."""
    data = rng.randbytes(rng.randrange(0, 300))
    if rng.random() < 0.5:
        return forged(data)
    return f"1.{hashlib.sha256(data).hexdigest()[:8]}.{base64.urlsafe_b64encode(data).rstrip(b'=').decode()}"


def bomb(rng: random.Random, _good: str) -> str:
    """Something small that grows: zeros, brackets, one name over and over, many cells."""
    size = rng.choice((TEXT_LIMIT // 20, TEXT_LIMIT - 100, TEXT_LIMIT + 1))
    kind = rng.randrange(4)
    if kind == 0:
        text = "0" * size
    elif kind == 1:
        text = "[" * size
    elif kind == 2:
        text = '{"format":"criteria-problem","version":1,"id":"' + "x" * size + '"}'
    else:
        cell = '{"alternative":"a","criterion":"b","performance":{}},'
        text = '{"format":"criteria-problem","version":1,"id":"x","title":"x","criteria":[],"alternatives":[],"performances":['
        text += cell * (size // len(cell)) + "{}]}"
    return forged(text.encode(), level=9)


def changed(rng: random.Random, good: str) -> str:
    """A document in which values were replaced, doubled or taken out before it was packed."""
    document = json.loads(good)
    for _again in range(rng.randrange(1, 5)):
        _change(rng, document)
    return forged(json.dumps(document, allow_nan=True).encode())


def cut(rng: random.Random, good: str) -> str:
    """A document whose text was damaged before it was packed."""
    text = good.encode()
    at = rng.randrange(len(text))
    return forged(text[:at] + rng.randbytes(rng.randrange(0, 6)) + text[at + rng.randrange(0, 40) :])


def _change(rng: random.Random, value: Any) -> None:
    while True:
        places = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not places:
            return
        place = rng.choice(places)
        below = value[place]
        if isinstance(below, (dict, list)) and below and rng.random() < 0.8:
            value = below
            continue
        act = rng.randrange(3)
        if act == 0:
            value[place] = copy.deepcopy(rng.choice(ODD))
        elif act == 1:
            del value[place]
        elif isinstance(value, list):
            value.extend(copy.deepcopy(below) for _again in range(rng.randrange(1, 20)))
        else:
            value[str(rng.choice(ODD))[:20]] = copy.deepcopy(below)
        return


KINDS: tuple[Callable[[random.Random, str], str], ...] = (signs, damaged, noise, changed, cut)
BOMBS = 100  # one value in so many is a bomb


def read(parameter: str) -> float:
    """Return how many seconds of processor time a value takes; anything but a problem or a CriteriaError is raised."""
    begun = time.process_time()
    try:
        problem_from_document(unpacked(parameter))
    except CriteriaError as error:
        str(error)
    return time.process_time() - begun


def main() -> int:
    """Read the values, print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    good = [
        short_problem_document(criteria.load_problem(str(ROOT / "data" / name)))
        for name in ("telematics-suppliers", "fighter-aircraft")
    ]
    for parameter in map(forged, (text.encode() for text in good)):
        read(parameter)
    start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, slowest, slow = time.monotonic(), 0.0, 0
    for number in range(given.count):
        make = bomb if number % BOMBS == 0 else rng.choice(KINDS)
        parameter = make(rng, rng.choice(good))
        if len(parameter) > 4 * PARAMETER_LIMIT:
            parameter = parameter[: 4 * PARAMETER_LIMIT]
        took = read(parameter)
        if took > LIMIT:
            took = min(took, read(parameter))  # a collection or another process may have come between
            if took > LIMIT:
                slow += 1
                print(f"slow: {took * 1000:.0f} ms, {make.__name__}, {parameter[:60]}…")
        slowest = max(slowest, took)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start
    print(
        f"{given.count:,} values in {time.monotonic() - begun:.0f} s; slowest {slowest * 1000:.1f} ms; {slow} beyond 50 ms"
    )
    print(f"memory at most {grown / 1024:.0f} MB above the first reading")
    return 1 if slow or grown > 200 * 1024 else 0


if __name__ == "__main__":
    sys.exit(main())
