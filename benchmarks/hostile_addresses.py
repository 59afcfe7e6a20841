"""Hand the reader of links addresses that a stranger could make, and print how long and how much they took.

    python benchmarks/hostile_addresses.py --count 1000000

Each is a link that was really sent, of which pieces were changed, doubled, exchanged or swollen. A traceback, an address that takes longer
than 20 ms of processor time twice, a link that does not mean the same once it is written again, or memory that grows ends it with 1.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs

sys.path.insert(0, str(Path(__file__).parents[1]))

import criteria
from criteria.errors import CriteriaError
from criteria.explain.differences import differences
from criteria.links.door import ADDRESS_DOOR, too_long
from criteria.links.scenario import PARAMETERS
from criteria.model.problem import Problem

ROOT = Path(__file__).parents[1]
PROBLEMS = ("automotive-cloud", "fighter-aircraft", "telematics-suppliers")
LIMIT = 0.02  # seconds of processor time for one address
EVALUATED = 500  # one address in so many is ranked as well
SIGNS = "abcXYZ0189-_.~,:;=?!()*+/ \x00\n\u200b\u202e\ud800日é１٣"
ODD = (
    "", "nan", "inf", "-1", "1e308", "1e400", "9" * 400, "0x10", "1_000", "１２", "٣", "5e-324", "-0", "ip:1", "ip:1,ip:2", "a.b:1-2-3",
    "spread:0", "draws:200000", "draws:99999999999", "seed:-1", "?", "-", "..", "%00", "<b>", "=1+1", "\u200bip:3", "aws.ip-terms:1-0-2",
)  # fmt: skip
Query = dict[str, list[str]]


def mutated(rng: random.Random, good: list[Query]) -> Query:
    """Return a link of which some pieces were changed."""
    query = {name: list(values) for name, values in rng.choice(good).items()}
    for _again in range(rng.randrange(1, 6)):
        _change(rng, query, rng.choice(good))
    return query


def _change(rng: random.Random, query: Query, other: Query) -> None:
    name = rng.choice([*query, *PARAMETERS]) if rng.random() < 0.98 else "".join(rng.choices(SIGNS, k=5))
    values = query.setdefault(name, [""])
    value, act = values[-1], rng.randrange(8)
    at, size = rng.randrange(len(value) + 1), rng.randrange(0, 20)
    if act == 0:  # signs exchanged, put in or taken out
        values[-1] = value[:at] + "".join(rng.choices(SIGNS, k=rng.randrange(0, 4))) + value[at + size :]
    elif act == 1:
        values[-1] = rng.choice(ODD)
    elif act == 2:
        values[-1] = value[:at] + rng.choice(ODD) + value[at:]
    elif act == 3:  # one value of the link, or of another one, under a name that means something else
        values[-1] = rng.choice(list(rng.choice((query, other)).values()))[-1]
    elif act == 4:
        values.append(rng.choice((value, *ODD)))
    elif act == 5:  # one piece over and over, as much as the door lets through
        piece = value[at : at + size] or rng.choice(ODD) or ","
        values[-1] = (value + piece * (ADDRESS_DOOR // len(piece)))[: rng.randrange(1, ADDRESS_DOOR)]
    elif act == 6:  # pieces in another order
        pieces = value.split(",")
        rng.shuffle(pieces)
        values[-1] = ",".join(pieces[: rng.randrange(len(pieces) + 1)] * rng.randrange(1, 4))
    else:
        del query[name]


def read(problem: Problem, query: Query) -> float:
    """Return how many seconds of processor time a link takes to be read and told; anything raised ends it."""
    begun = time.process_time()
    scenario, notes = criteria.scenario_from_query(problem, query)
    differences(problem, scenario)
    "".join(notes)
    return time.process_time() - begun


def again(problem: Problem, query: Query, *, ranked: bool) -> str:
    """Return what is wrong with the link of what an address means, written again; nothing where it means the same."""
    scenario = criteria.scenario_from_query(problem, query)[0]
    written = criteria.scenario_to_query(problem, scenario, limit=10**9)
    back, notes = criteria.scenario_from_query(problem, written)
    if ranked:
        try:
            criteria.evaluate(problem, scenario, methods=())
        except CriteriaError as error:
            str(error)
    return "" if back == scenario and not notes else f"{written} {notes}"


def main() -> int:
    """Read the addresses, print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    problems = {name: criteria.load_problem(str(ROOT / "data" / name)) for name in PROBLEMS}
    sent = json.loads((ROOT / "tests" / "golden" / "links.json").read_text(encoding="utf-8"))
    good = links_in(sent)
    for number in range(2_000):  # until everything that is kept is there
        read(problems[PROBLEMS[number % 3]], mutated(rng, good))
    start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, slowest, slow, refused, changed = time.monotonic(), 0.0, 0, 0, 0
    for number in range(given.count):
        query = mutated(rng, good)
        asked = query.get("problem", [""])[-1]
        problem = problems.get(asked, problems[PROBLEMS[0]])
        if too_long(query):
            refused += 1
            continue
        took = read(problem, query)
        if took > LIMIT:
            took = min(took, read(problem, query))  # a collection or another process may have come between
            if took > LIMIT:
                slow += 1
                print(f"slow: {took * 1000:.0f} ms, {str(query)[:200]}…")
        slowest = max(slowest, took)
        if number % 10 == 0 and (wrong := again(problem, query, ranked=number % EVALUATED == 0)):
            changed += 1
            print(f"changed: {str(query)[:300]} … {wrong[:300]}")
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start
    print(
        f"{given.count:,} addresses in {time.monotonic() - begun:.0f} s, {refused:,} too long for the door; slowest "
        f"{slowest * 1000:.1f} ms; {slow} beyond 20 ms; {changed} that mean something else once they are written again"
    )
    print(f"memory at most {grown / 1024:.0f} MB above the first 2,000")
    return 1 if slow or changed or grown > 100 * 1024 else 0


def links_in(sent: object) -> list[Query]:
    """Return the links that a file of kept ones holds, wherever they stand in it."""
    if isinstance(sent, str):
        query = parse_qs(sent.partition("?")[2] or sent, keep_blank_values=True)
        return [query] if "problem" in query else []
    inside = sent.values() if isinstance(sent, dict) else sent if isinstance(sent, list) else ()
    return [query for value in inside for query in links_in(value)]


if __name__ == "__main__":
    sys.exit(main())
