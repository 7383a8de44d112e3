"""The proof of fit: the stress deck, rendered by LibreOffice, breaks its lines where layout said that it does.

What cannot fit is refused with a place and leaves the deck; all the rest stands in its boxes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

import stress
from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.layout.setting import Setting
from deckgen.model.frames import Frame
from rendered import Glyph, TextBox, homes, inside, line_count, outside, pages, text_boxes

BRAND = Path(__file__).parent.parent / "assets/_brand.yml"
SLACK = 2.0
"""Points that a glyph may stand out: side bearings and the height of its own box."""

EQUAL = 0.99
"""The least share of boxes that have as many lines as layout counted."""

AROUND = {"title", "tracker", "foot"}
_EXCESS = re.compile(r"about [0-9]+ lines? too many in '[a-z]+'\Z")


@dataclass(frozen=True)
class Page:
    frame: Frame
    glyphs: list[Glyph]
    setting: Setting


def load(folder: Path) -> pipeline.Loaded:
    found = Diagnostics()
    loaded = pipeline.load(folder, BRAND, found)
    assert loaded, [str(one) for one in found]
    assert not found.has_errors, [str(one) for one in found]
    return loaded


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Diagnostic]]:
    """The errors of each slide that cannot be set, by its id."""
    loaded = load(stress.folder(tmp_path_factory.mktemp("stress") / "content"))
    errors: dict[str, list[Diagnostic]] = {}
    for items in stress.ITEMS:
        plan = pipeline.plan_deck(loaded, stress.deck_name(items), Diagnostics())
        for slide in plan.slides:
            found = Diagnostics()
            pipeline.set_deck(loaded, replace(plan, slides=(slide,)), found)
            if found.has_errors:
                errors[slide.id] = [one for one in found if one.severity == "error"]
    return errors


@pytest.fixture(scope="module")
def rendered(
    refused: dict[str, list[Diagnostic]], tmp_path_factory: pytest.TempPathFactory, to_pdf: Callable[..., list[Path]]
) -> list[Page]:
    """Every page of the decks, without the slides that were refused."""
    root = tmp_path_factory.mktemp("rendered")
    loaded = load(stress.folder(root / "content", frozenset(refused)))
    files: list[Path] = []
    frames: list[Frame] = []
    for items in stress.ITEMS:
        found = Diagnostics()
        deck = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, stress.deck_name(items), found), found)
        assert not found.has_errors, [str(one) for one in found]
        files.append(root / f"{deck.deck}.pptx")
        files[-1].write_bytes(pipeline.deck_bytes(loaded, deck))
        frames += deck.frames
    glyphs = [page for pdf in to_pdf(*files) for page in pages(pdf)]
    setting = Setting(loaded.theme, {})
    return [Page(frame, page, setting) for frame, page in zip(frames, glyphs, strict=True)]


def test_what_does_not_fit_is_told_at_its_place(refused: dict[str, list[Diagnostic]]) -> None:
    """Every error stands in the file of its slide; text that is too long names its role and the lines."""
    for slide, errors in refused.items():
        assert all(Path(one.span.file).stem == slide and one.span.line > 1 for one in errors), slide
        for one in errors:
            what = one.message.split(": ")[1]
            if one.code == "text-does-not-fit" and what not in AROUND:
                assert _EXCESS.search(one.message), one.message


def test_every_kind_is_rendered_and_most_are_refused_something(
    refused: dict[str, list[Diagnostic]], rendered: list[Page]
) -> None:
    """The stress reaches from what fits to what does not: a kind that is never refused lists what fits by itself."""
    names = {kind.replace("_", "-") for kind in stress.KINDS}
    assert {page.frame.id.partition(".")[0] for page in rendered} >= names
    assert len(refused) > 40
    assert any("~" in page.frame.id for page in rendered)


@dataclass
class Proof:
    """What was compared: texts with another number of lines than counted, texts not seen whole in their own box."""

    boxes: int = 0
    pages: int = 0
    most: int = 0
    excess: float = 0.0
    other: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def equal(self) -> float:
        return 1 - len(self.other) / max(self.boxes, 1)

    @property
    def figures(self) -> str:
        return (
            f"stress: {self.pages} pages, {self.boxes} boxes compared, {self.equal:.2%} with the lines counted, "
            f"at most {self.most} more; the largest excess of a glyph over its box is {self.excess:.1f} pt"
        )

    def take(self, page: Page) -> None:
        self.pages += 1
        boxes = homes(page.frame, page.setting)
        self.excess = max([self.excess, *(outside(glyph, boxes) for glyph in page.glyphs)])
        for text in text_boxes(page.frame.items, page.setting):
            self._take(page, text)

    def _take(self, page: Page, text: TextBox) -> None:
        self.boxes += 1
        own = inside(page.glyphs, text.box, SLACK)
        drawn = line_count(own, text)
        if drawn != text.lines:
            self.other.append(f"{page.frame.id}, {text.name}: {drawn} lines, counted {text.lines}")
            self.most = max(self.most, drawn - text.lines)
        missing = text.characters - Counter("".join(glyph.text for glyph in own))
        if missing:
            self.lost.append(f"{page.frame.id}, {text.name} lacks {''.join(missing.elements())}")


def test_texts_break_and_stand_where_layout_put_them(
    rendered: list[Page], record_property: Callable[[str, object], None]
) -> None:
    proof = Proof()
    for page in rendered:
        proof.take(page)
    record_property("figures", proof.figures)
    assert proof.boxes > 4000
    assert proof.excess <= SLACK, proof.figures
    assert not proof.lost
    assert proof.equal >= EQUAL, [proof.figures, *proof.other[:20]]
