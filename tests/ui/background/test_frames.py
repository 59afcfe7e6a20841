"""What a worker is sent arrives equal and as frozen as it was."""

from __future__ import annotations

import io

import criteria
from criteria.model.problem import Problem
from criteria.robustness.evaluated import figures
from criteria.ui.background import frames


def test_a_problem_arrives_equal_and_read_only(case: Problem) -> None:
    there = frames.unpacked(frames.packed(case))
    assert there == case
    assert hash(there) == hash(case)
    assert there.fingerprint == case.fingerprint


def test_a_result_arrives_read_only(case: Problem) -> None:
    sweep = figures.weight_sweep_of(criteria.evaluate(case, case.base_scenario(), methods=()), "ip")
    there = frames.unpacked(frames.packed(sweep))
    assert there.shares.tolist() == sweep.shares.tolist()
    assert not there.shares.flags.writeable


def test_frames_are_read_as_they_were_written_and_a_cut_one_is_none() -> None:
    held = io.BytesIO()
    for data in (b"", b"one", b"\x00" * 70_000):
        frames.write(held, data)
    frames.write(held, b"cut off")
    stream = io.BytesIO(held.getvalue()[:-1])
    assert [frames.read(stream) for _turn in range(5)] == [b"", b"one", b"\x00" * 70_000, None, None]
