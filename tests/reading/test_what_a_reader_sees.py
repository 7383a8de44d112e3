"""Ten engagements of ten slides in which nothing is wrong, and faults to plant in them that a careful reader sees.

The engagements and the first sixty-nine faults were written before the rules that find them; of those that came later
the rules found four in five as they stood then.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from deckgen import api
from deckgen.diagnostics import Diagnostic
from goldens import Held

HERE: Final = Path(__file__).parent
ENGAGEMENTS: Final = HERE / "engagements"
NAMES: Final = sorted(folder.name for folder in ENGAGEMENTS.iterdir())
LOOKS: Final = ("page-hollow", "white-run", "neighbours-alike")
"""Rules of how pages follow each other, which nothing here is written for."""

FAMILIES: Final[Mapping[str, frozenset[str]]] = {
    "words": frozenset(("words-against-figures",)),
    "of": frozenset(("part-of-another-whole", "words-against-figures")),
    "total": frozenset(("total-not-sum", "fields-disagree")),
    "shares": frozenset(("shares-not-whole",)),
    "qualifier": frozenset(("bound-without-qualifier",)),
    "unsupported": frozenset(("recommendation-without-finding",)),
    "supports": frozenset(("supports-no-claim",)),
    "twice": frozenset(("drawn-twice",)),
    "reference": frozenset(("dangling-reference",)),
    "placeholder": frozenset(("placeholder-left",)),
    "name": frozenset(("name-spelled-twice",)),
    "year": frozenset(("year-not-as-of",)),
    "variants": frozenset(("variants-disagree",)),
}
"""What a reader would call a fault, and the codes of the rules that say so."""


def _faults() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in NAMES:
        for fault in yaml.safe_load((HERE / "faults" / f"{name}.yaml").read_text(encoding="utf-8")):
            yield name, fault


FAULTS: Final = tuple(_faults())


def found_in(folder: Path) -> tuple[Diagnostic, ...]:
    """All that is found in a folder, notes left out."""
    found = api.check(folder, ignore=LOOKS).diagnostics
    return tuple(one for one in found if one.severity != "info")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_where_nothing_is_wrong(name: str) -> None:
    assert found_in(ENGAGEMENTS / name) == ()


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=[f"{name}: {fault['new'][:50]}" for name, fault in FAULTS])
def test_a_planted_fault_is_found_and_told_as_in_its_golden_text(number: int, tmp_path: Path, held: Held) -> None:
    name, fault = FAULTS[number]
    folder = tmp_path / name
    shutil.copytree(ENGAGEMENTS / name, folder)
    file = folder / fault["file"]
    said = file.read_text(encoding="utf-8")
    assert fault["old"] in said
    file.write_text(said.replace(fault["old"], fault["new"]), encoding="utf-8")
    found = found_in(folder)
    assert not FAMILIES[fault["family"]].isdisjoint(one.code for one in found)
    told = "".join(f"{one}\n" for one in found).replace(str(folder), name)
    held(f"faults/{number:03} {name}.txt", f"{fault['old']}\n{fault['new']}\n\n{told}")


def test_there_are_enough_of_both() -> None:
    written = [(ENGAGEMENTS / name / "slides.yaml").read_text(encoding="utf-8") for name in NAMES]
    slides = sum(len(re.findall(r"(?m)^  - \{?id: ", said)) for said in written)
    assert (len(NAMES), slides) == (10, 100)
    assert len(FAULTS) >= 50 and {fault["family"] for _, fault in FAULTS} == FAMILIES.keys()
