"""Try every sentence on all bundled problems, profiles and methods, without taking turns: a quarter of an hour. `python tests/claims_everywhere.py [METHOD ...]`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path[:0] = [
    str(Path(__file__).parents[1]),
    str(Path(__file__).parent),
    str(Path(__file__).parent / "explain"),
]

from test_what_is_said_comes_true import METHODS, PROBLEMS, tried  # noqa: E402 - found on the path above


def main(methods: list[str]) -> int:
    """Print the counts by problem and method, and each false claim; return 1 if there is one."""
    total: Counter[str] = Counter()
    wrong = []
    for name in PROBLEMS:
        for method in methods or METHODS:
            counts, false = tried(name, (method,), everywhere=True)
            print(f"{name}, {method}: {counts.total()} tried, {len(false)} false", flush=True)
            total += counts
            wrong += false
    for kind, count in sorted(total.items()):
        print(f"  {kind}: {count}")
    print(f"claims tried: {total.total()}, false: {len(wrong)}", *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
