"""Ten engagements and fifty faults by somebody who knew no rule: what is right is left alone, what is wrong is told.

When they were met first, 22 of the 50 were told, and twelve things that are right, ten of them that no slide says its
minutes; `unread.yaml` has those that are not told now, and why.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any, Final

import planted
import pytest
import yaml

from deckgen import pipeline
from deckgen.checks import BEFORE_WRITING
from deckgen.diagnostics import Diagnostic, Diagnostics

WRITTEN: Final = Path(__file__).parent / "written"
NAMES: Final = sorted(folder.name for folder in (WRITTEN / "engagements").iterdir())
FAULTS: Final[dict[str, list[dict[str, Any]]]] = {
    name: yaml.safe_load((WRITTEN / "faults" / f"{name}.yaml").read_text(encoding="utf-8")) for name in NAMES
}
UNREAD: Final[dict[str, str]] = yaml.safe_load((WRITTEN / "unread.yaml").read_text(encoding="utf-8"))
HABITS: Final = frozenset(
    (
        "bare-number",
        "so-what-missing",
        "finding-unused",
        "unused-figure",
        "white-run",
        "page-hollow",
        "neighbours-alike",
    )
)
"""What the house asks of a deck that its author had not heard of, and how pages follow each other."""
TOPICS: Final = {"ferry": ["title-not-a-sentence"]}
"""A title that names a topic, as the rule says."""


def found_in(folder: Path, memory: pipeline.Memory) -> list[Diagnostic]:
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, planted.BRAND, diagnostics, memory=memory)
    assert loaded is not None
    plan = pipeline.plan_deck(loaded, "deck", diagnostics)
    frames = pipeline.set_deck(loaded, plan, diagnostics)
    pipeline.run_rules(loaded, plan, frames, BEFORE_WRITING, diagnostics)
    return [one for one in diagnostics if one.severity != "info" and one.code not in HABITS]


def slides_of(one: Diagnostic) -> set[str]:
    """The slides on which a diagnostic and what belongs to it stand."""
    found = set()
    for span in (one.span, *(related.span for related in one.related)):
        if span.file.endswith("slides.yaml"):
            above = Path(span.file).read_text(encoding="utf-8").splitlines()[: span.line]
            ids = (re.match(r"- \{?id: ([^\s,}]+)", line) for line in reversed(above))
            found.add(next(match[1] for match in ids if match))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_what_is_right_is_left_alone_and_each_fault_is_told_on_its_slide(name: str, tmp_path: Path) -> None:
    folder, memory = tmp_path / name, pipeline.Memory()
    shutil.copytree(WRITTEN / "engagements" / name, folder)
    before = found_in(folder, memory)
    assert [one.code for one in before] == TOPICS.get(name, []), [str(one) for one in before]
    file = folder / "slides.yaml"
    said = file.read_text(encoding="utf-8")
    for change in (one for fault in FAULTS[name] for one in fault["changes"]):
        assert said.count(change["find"]) == 1
        said = said.replace(change["find"], change["replace"])
    file.write_text(said, encoding="utf-8")
    known = Counter((one.code, one.message) for one in before)
    new = [slides_of(one) for one in found_in(folder, memory) if not known[one.code, one.message]]
    faulty = {fault["slide"] for fault in FAULTS[name]}
    assert faulty & set().union(*new) == {fault["slide"] for fault in FAULTS[name] if fault["id"] not in UNREAD}
    assert all(faulty & slides for slides in new)


def test_there_are_fifty_faults_and_each_that_is_not_told_has_a_reason() -> None:
    ids = [fault["id"] for name in NAMES for fault in FAULTS[name]]
    assert len(NAMES) == 10 and len(set(ids)) == 50 and UNREAD.keys() <= set(ids)
    assert all(len(why.split()) > 5 for why in UNREAD.values())
