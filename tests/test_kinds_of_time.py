"""What the kinds of time, order and process refuse, each at its place, and how they place what they draw."""

from __future__ import annotations

from pathlib import Path

import pytest

import gallery
from deckgen import pipeline
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Diagnostics
from deckgen.kinds import process
from deckgen.locale import language
from deckgen.model.content import Client, Organisation
from deckgen.model.frames import Frame, ShapeItem, TextItem
from deckgen.model.kind import Context
from deckgen.model.period import months
from deckgen.model.plan import DeckFacts
from deckgen.model.text import text
from deckgen.model.units import points

HEAD = "id: a.b\nkind: {kind}\ntitle: Det går fremad\n"


def said(tmp_path: Path, kind: str, body: str) -> list[str]:
    """What is said of a slide of that kind, with the line of the slide that it is said of."""
    folder = gallery.write(tmp_path / "content", {"a.b": HEAD.format(kind=kind) + body})
    diagnostics = Diagnostics()
    pipeline.load(folder, gallery.BRAND, diagnostics)
    return [one.message for one in diagnostics if one.severity == "error"]


def drawn(tmp_path: Path, kind: str, body: str) -> Frame:
    folder = gallery.write(tmp_path / "content", {"a.b": HEAD.format(kind=kind) + body})
    diagnostics = Diagnostics()
    deck = gallery.frames(folder, diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    return deck.frames[0]


def shapes(frame: Frame, name: str) -> list[ShapeItem]:
    return [item for item in flat(frame.items) if isinstance(item, ShapeItem) and item.name == name]


@pytest.mark.parametrize(
    ("kind", "body", "message"),
    [
        (
            "timeline",
            "events:\n  - {when: '2020', heading: Et}\n  - {when: '2003', heading: To}\n",
            "2003 is not after 2020",
        ),
        (
            "timeline",
            "events:\n  - {heading: Et, number: '3'}\n  - {heading: To}\n",
            "only the last event comes to a number",
        ),
        (
            "time_bar",
            "unit: år\nbars:\n  - {headline: 3 år, label: går, length: 3, at-most: 2}\n",
            "2 is not more than the 3 that are certain",
        ),
        (
            "time_bar",
            "unit: år\nnow: {at: 9, label: I dag}\nbars:\n  - {headline: 3 år, label: går, length: 3}\n",
            "",
        ),
        (
            "funnel",
            "steps:\n  - {heading: A, count: 3}\n  - {heading: B, count: 5}\n  - {heading: C, count: 1}\n",
            "5 are more than the 3 before them",
        ),
        (
            "roadmap",
            "rows:\n  - label: A\n    bars:\n      - {from: 2024-05, to: 2024-03}\n",
            "`2024-03` is before `2024-05`",
        ),
        (
            "roadmap",
            "periods: [Forår, Efterår]\nrows:\n  - label: A\n    bars:\n      - {from: Forår, to: Vinter}\n",
            "`Vinter` is no period here",
        ),
        (
            "roadmap",
            "rows:\n  - label: A\n    bars:\n      - {from: 2020, to: 2024}\n",
            "the scale has 60 columns, and 24 have room",
        ),
    ],
)
def test_values_that_disagree_are_told(tmp_path: Path, kind: str, body: str, message: str) -> None:
    assert said(tmp_path, kind, body) == ([message] if message else [])


def test_bands_follow_the_years_where_all_are_known(tmp_path: Path) -> None:
    events = "".join(f"  - {{when: '{year}', heading: Nyt}}\n" for year in (2000, 2010, 2015))
    bands = shapes(drawn(tmp_path, "timeline", f"events:\n{events}until: 2025\n"), "band")
    first, second, third = (band.box.width for band in bands)
    assert first == pytest.approx(third, rel=0.03)
    assert first > 1.7 * second


def test_bands_are_of_one_width_where_a_year_is_unknown(tmp_path: Path) -> None:
    events = "  - {when: '2000', heading: Nyt}\n  - {heading: Nyt}\n  - {when: '2015', heading: Nyt}\n"
    bands = shapes(drawn(tmp_path, "timeline", f"events:\n{events}"), "band")
    assert len({round(band.box.width / 1000) for band in bands}) == 1


def test_a_link_leads_from_each_box_to_the_next_and_through_none(tmp_path: Path) -> None:
    steps = "".join(f"  - {{what: Skridt, who: {who}}}\n" for who in "ABCAB")
    frame = drawn(tmp_path, "swimlane", f"steps:\n{steps}")
    boxes, links = shapes(frame, "box"), shapes(frame, "link")
    assert sum(bool(link.arrow) for link in links) == len(boxes) - 1
    for link in links:
        middle = link.box.inset(1, 1, 1, 1)
        assert not any(middle.overlaps(box.box.inset(2, 2, 2, 2)) for box in boxes)


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("2024", (24288, 24300)),
        ("2024-Q2", (24291, 24294)),
        ("2024-03", (24290, 24291)),
        ("2024-02-30", None),
        ("2024-13", None),
        ("Forår", None),
    ],
)
def test_a_period_begins_and_ends(written: str, ends: tuple[float, float] | None) -> None:
    assert months(written) == ends


def test_a_day_is_a_part_of_its_month() -> None:
    begins, ends = months("2024-02-15") or (0, 0)
    assert 24289 < begins < ends < 24290


@pytest.mark.parametrize("body", ["", "Kort", "Det tager tid og kan ikke siges i få ord. " * 3])
def test_what_a_step_rests_on_is_said_in_every_arrangement(body: str) -> None:
    spoken, said = language("da"), text("Møde")
    assert spoken
    facts = DeckFacts(said, said, said, "2023", 30, Organisation("Navigators"), Client("BRN"))
    steps = tuple(
        process.Step(text(f"Trin {at}"), text(body) if body else None, basis=text(f"Svar {at}")) for at in range(1, 4)
    )
    composed = process.compose(process.Fields(steps), Context(said, spoken.labels, facts, (), (), spoken.dates))
    assert all(f"Svar {at}" in str(arrangement.canvas) for arrangement in composed for at in range(1, 4))


STAGES = """\
id: some.stages
kind: stages
title: Klynger modnes i tre trin
stages:
  - {heading: Spirende, icon: sprout, items: [Få ansatte]}
  - {heading: Nye, icon: shrub, items: [Flere ansatte, Voksende portefølje]}
  - {heading: Modne, icon: tree-deciduous, items: [Stor portefølje]}
"""


def test_words_of_stages_end_on_one_line_at_the_foot_of_their_steps(tmp_path: Path) -> None:
    items = list(flat(gallery.frame_of(STAGES, tmp_path).items))
    steps = [item for item in items if isinstance(item, ShapeItem) and item.name == "step"]
    words = [item for item in items if isinstance(item, TextItem) and "/items" in item.name]
    assert len(steps) == len(words) == 3
    assert len({item.box.bottom for item in words}) == 1
    assert all(step.box.bottom - said.box.bottom < points(24) for step, said in zip(steps, words, strict=True))
