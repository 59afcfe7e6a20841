"""A small table in the address: it comes back as it was, and whatever a stranger puts there is refused in bounded time and memory."""

from __future__ import annotations

import base64
import hashlib
import random
import tracemalloc
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import hostile_links
from criteria.errors import FileError
from criteria.files.document import problem_document, problem_from_document, short_problem_document
from criteria.links.small_table import PARAMETER_LIMIT, TEXT_LIMIT, packed, unpacked
from criteria.model.problem import Problem
from tests.model.any_problem import parts


def forged(given: bytes, *, version: str = "1", level: int = 9) -> str:
    deflater = zlib.compressobj(level, zlib.DEFLATED, -15)
    data = base64.urlsafe_b64encode(deflater.compress(given) + deflater.flush()).rstrip(b"=").decode()
    return f"{version}.{hashlib.sha256(given).hexdigest()[:8]}.{data}"


@given(st.text(max_size=400))
def test_any_text_comes_back(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert unpacked(str(packed(text))) == text


def test_small_bundled_problems_travel_whole(suppliers: Problem, aircraft: Problem) -> None:
    for problem in (suppliers, aircraft):
        parameter = packed(problem_document(problem, indent=None))
        assert parameter is not None
        assert parts(problem_from_document(unpacked(parameter))) == parts(problem)


def test_a_large_problem_does_not_travel_in_the_address(case: Problem) -> None:
    assert packed(problem_document(case, indent=None)) is None
    assert packed("x" * (TEXT_LIMIT + 1)) is None


@pytest.mark.parametrize("place", range(0, 200, 7))
def test_a_sign_that_changed_on_the_way_is_noticed(aircraft: Problem, place: int) -> None:
    parameter = str(packed(problem_document(aircraft, indent=None)))
    at = place * len(parameter) // 200
    other = "A" if parameter[at] != "A" else "B"
    with pytest.raises(FileError):
        unpacked(parameter[:at] + other + parameter[at + 1 :])


def test_a_table_that_would_grow_without_end_is_refused_in_little_memory() -> None:
    bomb = forged(b"0" * 4_000_000)
    assert len(bomb) < PARAMETER_LIMIT
    tracemalloc.start()
    with pytest.raises(FileError, match="not whole"):
        unpacked(bomb)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 3 * TEXT_LIMIT


def test_a_newer_version_and_a_parameter_too_long_are_told_apart() -> None:
    with pytest.raises(FileError, match="newer version"):
        unpacked(forged(b"x", version="2"))
    with pytest.raises(FileError, match="longer than a link can carry"):
        unpacked("1.00000000." + "A" * PARAMETER_LIMIT)


@given(st.one_of(st.text(max_size=60), st.binary(max_size=60).map(lambda data: forged(data)[:-1])))
@settings(max_examples=400)
def test_whatever_stands_there_ends_in_a_sentence_or_a_text(parameter: str) -> None:
    with suppress(FileError):  # anything else fails the test
        unpacked(parameter)


def test_a_few_of_the_hostile_values_of_the_benchmark_end_in_a_sentence_or_a_problem(
    aircraft: Problem,
) -> None:
    rng, good = random.Random(7), short_problem_document(aircraft)
    for number in range(1_500):
        make = hostile_links.bomb if number % 500 == 0 else rng.choice(hostile_links.KINDS)
        hostile_links.read(
            make(rng, good)[: 4 * PARAMETER_LIMIT]
        )  # anything but a CriteriaError fails the test
