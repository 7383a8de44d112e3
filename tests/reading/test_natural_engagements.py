"""Engagements and faults by somebody who did not know the rules: what is right is left alone, what is wrong is told.

Each deck is read once; a fault is written into its file, told, and taken out again.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import planted
import pytest
import yaml

from deckgen import pipeline
from deckgen.checks import BEFORE_WRITING
from deckgen.diagnostics import Diagnostic, Diagnostics

NATURAL: Final = Path(__file__).parent / "natural"
NAMES: Final = sorted(folder.name for folder in (NATURAL / "engagements").iterdir())
HABITS: Final = frozenset(
    ("bare-number", "so-what-missing", "finding-unused", "unused-figure", "white-run", "page-hollow")
)
"""What the house asks of a deck that its author had not heard of, and pages that follow each other on white."""
UNREAD: Final[Mapping[str, str]] = yaml.safe_load((NATURAL / "unread.yaml").read_text(encoding="utf-8")) or {}

TELLS: Final[Mapping[str, frozenset[str]]] = {
    "number-word": frozenset(("words-against-figures",)),
    "ratio": frozenset(("words-against-figures",)),
    "total": frozenset(("total-not-sum", "column-not-computed")),
    "share-calc": frozenset(("column-not-computed",)),
    "chart-claim": frozenset(("claim-not-shown",)),
    "order": frozenset(("claim-not-shown",)),
    "difference": frozenset(("difference-not-so",)),
    "points": frozenset(("difference-not-so",)),
    "item-count": frozenset(("count-not-shown",)),
    "agenda": frozenset(("count-not-shown",)),
    "date-order": frozenset(("dates-disagree",)),
    "period": frozenset(("dates-disagree",)),
    "unit": frozenset(("unit-differs",)),
    "x-of-y": frozenset(("part-of-another-whole",)),
    "base": frozenset(("part-of-another-whole",)),
    "share-over-100": frozenset(("shares-not-whole",)),
    "no-finding": frozenset(("lists-differ",)),
    "unsupported": frozenset(("recommendation-without-finding",)),
    "supports-empty": frozenset(("supports-no-claim",)),
    "dead-ref": frozenset(("dangling-reference",)),
    "duplicate": frozenset(("drawn-twice",)),
    "name": frozenset(("name-spelled-twice",)),
    "placeholder": frozenset(("placeholder-left",)),
    "qualifier": frozenset(("bound-without-qualifier",)),
    "audience": frozenset(("variants-disagree", "words-against-figures", "difference-not-so")),
    "title-number": frozenset(("claim-not-shown",)),
    "year": frozenset(("dates-disagree",)),
    "as-of": frozenset(("year-not-as-of",)),
    "sum": frozenset(("words-against-figures",)),
    "source": frozenset(("dates-disagree",)),
    "legend": frozenset(("lists-differ",)),
    "contradiction": frozenset(),
}
"""What the author of the faults calls each sort, and the codes of the rules that say so."""


def _faults() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in NAMES:
        for fault in yaml.safe_load((NATURAL / "faults" / f"{name}.yaml").read_text(encoding="utf-8")):
            yield name, fault


FAULTS: Final = tuple(_faults())


class Read:
    """One engagement in a folder of its own, what is found in it, and what its pages were set as."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.memory = pipeline.Memory()
        self.found = self.check()

    def check(self) -> list[Diagnostic]:
        diagnostics = Diagnostics()
        loaded = pipeline.load(self.folder, planted.BRAND, diagnostics, memory=self.memory)
        assert loaded is not None
        for name in loaded.decks:
            plan = pipeline.plan_deck(loaded, name, diagnostics)
            frames = pipeline.set_deck(loaded, plan, diagnostics)
            pipeline.run_rules(loaded, plan, frames, BEFORE_WRITING, diagnostics)
        return [one for one in diagnostics if one.severity != "info"]

    def new(self, fault: Mapping[str, str]) -> list[Diagnostic]:
        """What is found beside what was, with a fault written into its file."""
        file = self.folder / fault["file"]
        said = file.read_text(encoding="utf-8")
        assert said.count(fault["find"]) == 1
        file.write_text(said.replace(fault["find"], fault["replace"]), encoding="utf-8")
        try:
            known = Counter((one.code, one.message) for one in self.found)
            new = []
            for one in self.check():
                if known[one.code, one.message]:
                    known[one.code, one.message] -= 1
                else:
                    new.append(one)
            told = (one for one in new if one.code in TELLS[fault["kind"]])
            return [
                one for one in told if fault["slide"] in self._slides(one) or one.span.file == str(self._deck(fault))
            ]
        finally:
            file.write_text(said, encoding="utf-8")

    def _deck(self, fault: Mapping[str, str]) -> Path | None:
        """The file of a deck that has a fault: what stands there belongs to no slide of the content."""
        return self.folder / fault["file"] if fault["file"].startswith("decks/") else None

    def _slides(self, one: Diagnostic) -> set[str]:
        """The slides on which a diagnostic and what belongs to it stand."""
        places = (one.span, *(related.span for related in one.related))
        lines = (self.folder / "slides.yaml").read_text(encoding="utf-8").splitlines()
        found = set()
        for place in places:
            if place.file.endswith("slides.yaml"):
                above = (re.match(r"  - id: (\S+)", line) for line in reversed(lines[: place.line]))
                found.add(next(match[1] for match in above if match))
        return found


@pytest.fixture(scope="module")
def engagements(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    read = {}
    for name in NAMES:
        folder = tmp_path_factory.mktemp("natural") / name
        shutil.copytree(NATURAL / "engagements" / name, folder)
        read[name] = Read(folder)
    return read


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_told_that_is_no_fault(name: str, engagements: dict[str, Read]) -> None:
    assert [str(one) for one in engagements[name].found if one.code not in HABITS] == []


@pytest.mark.parametrize(("name", "fault"), FAULTS, ids=[fault["id"] for _, fault in FAULTS])
def test_a_fault_is_told_on_its_slide(name: str, fault: dict[str, str], engagements: dict[str, Read]) -> None:
    told = engagements[name].new(fault)
    assert bool(told) != (fault["id"] in UNREAD), fault["what"]


def test_what_is_not_read_is_a_fault_with_a_reason() -> None:
    ids = {fault["id"] for _, fault in FAULTS}
    assert len(FAULTS) == 150 and UNREAD.keys() <= ids and all(len(why.split()) > 5 for why in UNREAD.values())
