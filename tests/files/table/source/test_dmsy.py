"""scikit-criteria's own files."""

from __future__ import annotations

import io

import pytest
import skcriteria
from skcriteria.io import to_dmsy

from criteria.errors import FileError
from criteria.files.table.reading import read_table


def written(matrix: object) -> bytes:
    stream = io.StringIO()
    to_dmsy(matrix, stream)
    return stream.getvalue().encode()


def test_a_file_written_by_the_library_reads_back() -> None:
    matrix = skcriteria.mkdm(
        [[1, 2.5], [3, -4]],
        [min, max],
        weights=[0.4, 0.6],
        alternatives=["A", "B"],
        criteria=["Price", "Reach"],
    )
    problem = read_table(written(matrix), name="m.dmsy").problem
    assert problem is not None
    assert [(leaf.name, leaf.maximize) for leaf in problem.leaves] == [("Price", False), ("Reach", True)]
    assert [[c.likely for c in row] for row in problem.performances] == [[1, 2.5], [3, -4]]
    assert dict(problem.profiles[0].importances) == {"price": 40, "reach": 60}


BOMB = "\n".join(f"x{i}: &x{i} [{','.join([f'*x{i - 1}'] * 9)}]" for i in range(1, 9))


@pytest.mark.parametrize(
    "text",
    [
        "dmsy:\n  version: 1\ndata: [1]\n",
        "dmsy:\n  version: 1\ndata:\n  matrix: [[1]]\n  objectives: [1, 1]\n  criteria: [a, b]\n  alternatives: [x]\n",
        "dmsy:\n  version: 1\ndata:\n  matrix: [[1]]\n  objectives: [2]\n  criteria: [a]\n  alternatives: [x]\n",
        f"dmsy:\n  version: 1\nx0: &x0 [1]\n{BOMB}\ndata: *x8\n",
        "dmsy:\n  version: 1\ndata:\n " + "[" * 50_000,
        "dmsy:\n  version: 1\ndata: !!python/object/apply:os.system ['true']\n",
    ],
    ids=["no matrix", "widths", "objective", "aliases", "depth", "object"],
)
def test_what_is_no_matrix_is_one_sentence(text: str) -> None:
    with pytest.raises(FileError, match="DMSY"):
        read_table(text.encode(), name="m.dmsy")
