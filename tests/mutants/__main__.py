"""`python -m mutants`: a sample of small bugs in all rooms, and which of them no test notices."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

from mutants.coverage_map import coverage_map
from mutants.sampling import Mutant, sample
from mutants.trees import Tree, copy
from mutants.trials import noticed


def main() -> None:
    """Try each in a copy of the project; print who survives as it is found, and the score by room."""
    parser = argparse.ArgumentParser(
        prog="mutants", description="Put small bugs in: which of them does no test notice?"
    )
    parser.add_argument("under", nargs="?", default="", help="files whose path begins so alone (src/deckgen/layout)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other mutants (1)")
    parser.add_argument("--count", type=int, default=60, help="how many (60)")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (2)")
    given = parser.parse_args()
    trees: SimpleQueue[Tree] = SimpleQueue()
    for number in range(given.jobs):
        trees.put(copy(f"tree-{number + 1}"))
    first = trees.get()
    known = coverage_map(first)
    trees.put(first)

    def tried(mutant: Mutant) -> bool:
        tree = trees.get()
        try:
            killed = noticed(mutant, tree, known)
        finally:
            trees.put(tree)
        _say("." if killed else f"\n{mutant}\n")
        return killed

    mutants = sample(given.seed, given.count, given.under)
    with ThreadPoolExecutor(given.jobs) as pool:
        _say("\n\n" + "\n".join(_scores(zip(mutants, pool.map(tried, mutants), strict=True))) + "\n")


def _scores(outcomes: Iterable[tuple[Mutant, bool]]) -> Iterable[str]:
    tried, killed = Counter[str](), Counter[str]()
    for mutant, noticed_by_a_test in outcomes:
        for room in (mutant.room, "all"):
            tried[room] += 1
            killed[room] += noticed_by_a_test
    for room in sorted(tried, key=lambda room: (room == "all", killed[room] / tried[room], room)):
        yield f"{room:30}{killed[room]:4} of {tried[room]:3}{100 * killed[room] // tried[room]:5} %"


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
