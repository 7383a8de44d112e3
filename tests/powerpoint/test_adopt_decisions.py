"""What adopting decides on each made template, all of it: held against golden text that a person has read."""

from __future__ import annotations

import pytest
from adopted import taken

from golden_nouns import told
from golden_xml import outline
from goldens import GOLDEN, Held
from templates import NAMES

FOLDER = "adopted"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_decided_is_as_in_its_golden_text(name: str, held: Held) -> None:
    one = taken(name)
    adoption = one.adoption
    lines = [f"faces: {adoption.heading_face}, {adoption.body_face}", f"master: {adoption.master.number}"]
    lines += [f"{said.severity} {said.code}: {said.message} ({said.hint})" for said in one.found]
    served = [
        f"{each.name}: {each.sheet.label} as {each.family}, for {'; '.join(each.reasons)}\n{told(each.layout)}"
        for each in adoption.served
    ]
    whole = (adoption.colors, adoption.template.paints, adoption.masters)
    held(f"{FOLDER}/{name}.txt", "\n".join((*lines, *served, *map(told, whole))))


@pytest.mark.parametrize("name", ["danish_widescreen", "doubled_indices"])
def test_what_preflight_copies_is_as_in_its_golden_text(name: str, held: Held) -> None:
    parts = {each: part for each, part in taken(name).parts.items() if each.endswith((".xml", ".rels"))}
    held(f"preflight/{name}.txt", "\n".join(f"{each}\n{outline(part)}" for each, part in parts.items()))


def test_no_golden_text_is_left_over() -> None:
    assert sorted(file.stem for file in (GOLDEN / FOLDER).iterdir()) == sorted(NAMES)
