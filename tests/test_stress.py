"""The proof of fit: the stress deck, rendered by LibreOffice, breaks its lines where layout said that it does.

What cannot fit is refused with a place and leaves the deck; all the rest stands in its boxes.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import stress
from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.drawings.draw import Studio, draw_deck
from deckgen.layout.setting import Setting
from deckgen.model.frames import Frame
from rendered import Glyph, TextBox, homes, inside, line_count, outside, pages, text_boxes

BRAND = Path(__file__).parent.parent / "assets/_brand.yml"
SLACK = 2.0
"""Points that a glyph may stand out: side bearings and the height of its own box."""

EQUAL = 0.99
"""The least share of boxes that have as many lines as layout counted."""

_EXCESS = re.compile(
    r"about [0-9]+ lines? too many in '[a-z]+'\Z"
    r"|its label (touches that of `[^`]+`|stands [0-9]+ pt out of the drawing)\Z"
)


@dataclass(frozen=True)
class Page:
    frame: Frame
    glyphs: list[Glyph]
    setting: Setting


def load(folder: Path, memory: pipeline.Memory) -> pipeline.Loaded:
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, BRAND, diagnostics, memory=memory)
    assert loaded, [str(one) for one in diagnostics]
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    return loaded


def refused(loaded: pipeline.Loaded) -> dict[str, list[Diagnostic]]:
    """The errors of each slide that cannot be set, by its id."""
    errors: dict[str, list[Diagnostic]] = {}
    for items in stress.ITEMS:
        plan = pipeline.plan_deck(loaded, stress.deck_name(items), Diagnostics())
        for slide in plan.slides:
            diagnostics = Diagnostics()
            deck = pipeline.set_deck(loaded, replace(plan, slides=(slide,)), diagnostics)
            draw_deck(deck, Studio(loaded.registry.drawings, loaded.theme, loaded.template), diagnostics)
            if diagnostics.has_errors:
                errors[slide.id] = [one for one in diagnostics if one.severity == "error"]
    return errors


def rendered(loaded: pipeline.Loaded, into: Path, to_pdfs: Callable[..., list[Path]]) -> list[Page]:
    """Every page of the decks of a content folder."""
    files: list[Path] = []
    frames: list[Frame] = []
    for items in stress.ITEMS:
        diagnostics = Diagnostics()
        deck = pipeline.set_deck(
            loaded, pipeline.plan_deck(loaded, stress.deck_name(items), diagnostics), diagnostics
        )
        files.append(into / f"{deck.deck}.pptx")
        files[-1].write_bytes(pipeline.deck_bytes(loaded, deck, diagnostics))
        assert not diagnostics.has_errors, [str(one) for one in diagnostics]
        frames += deck.frames
    glyphs = [page for pdf in to_pdfs(*files) for page in pages(pdf)]
    setting = Setting(loaded.theme, {})
    return [Page(frame, page, setting) for frame, page in zip(frames, glyphs, strict=True)]


def told_at_its_place(slide: str, error: Diagnostic) -> bool:
    """Whether an error stands in the file of its slide, and names role and lines, or label, of a text too long."""
    at_home = Path(error.span.file).stem == slide and error.span.line > 1
    return at_home and (error.code != "text-does-not-fit" or bool(_EXCESS.search(error.message)))


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


def test_texts_fit_as_layout_counted_or_are_refused_at_their_place(
    tmp_path: Path, to_pdfs: Callable[..., list[Path]], record_property: Callable[[str, object], None]
) -> None:
    """One test, so that slides are fitted and decks rendered once, whatever worker runs it."""
    content, memory = tmp_path / "content", pipeline.Memory()
    errors = refused(load(stress.folder(content), memory))
    assert not [str(one) for slide, found in errors.items() for one in found if not told_at_its_place(slide, one)]

    shutil.rmtree(content)
    fitting = load(stress.folder(content, frozenset(errors)), memory)
    proof, kinds = Proof(), set()
    for page in rendered(fitting, tmp_path, to_pdfs):
        kinds.add(page.frame.id.partition(".")[0])
        proof.take(page)
    record_property("figures", f"{proof.figures}; {len(errors)} slides refused at their place")
    assert len(errors) > 40
    assert kinds >= {kind.replace("_", "-") for kind in stress.KINDS}
    assert proof.boxes > 4000
    assert proof.excess <= SLACK, proof.figures
    assert not proof.lost
    assert proof.equal >= EQUAL, [proof.figures, *proof.other[:20]]
