"""`python -m fuzz [TARGET]...`: inputs to every target, or to those named; findings are saved and end it with 1."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fuzz.campaign import run
from fuzz.targets import TARGETS


def main() -> None:
    """Run the targets in turn, each with its share of the time, and print what they did."""
    parser = argparse.ArgumentParser(prog="fuzz", description="Hand the program inputs that nobody would write.")
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--count", type=int, default=1000, help="inputs for each target (1000)")
    parser.add_argument("--seconds", type=float, default=3600, help="at most so long for each target (3600)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other inputs (1)")
    parser.add_argument("--only", type=int, help="one input alone, by its number")
    parser.add_argument("--save", type=Path, default=Path(".fuzz"), help="folder for inputs that are not survived")
    given = parser.parse_args()
    numbers = range(given.count) if given.only is None else [given.only]
    found = 0
    for target in given.targets or TARGETS:
        count = 0
        for finding in run(target, given.seed, numbers, given.seconds):
            count += 1
            if finding is not None:
                found += 1
                sys.stdout.write(f"{target}: {finding.sign}\n    {finding.save(given.save)}\n")
                sys.stdout.flush()
        sys.stdout.write(f"{target}: {count} inputs\n")
        sys.stdout.flush()
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
