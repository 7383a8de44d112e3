"""Our measures against LibreOffice's: the same widths, and the same number of lines, in each face that we know."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from deckgen.brand import load_brand
from deckgen.diagnostics import Diagnostics
from deckgen.layout.lines import Lines, break_lines
from deckgen.layout.metrics import face
from deckgen.locale.da import LANGUAGE as DANISH
from deckgen.model.frames import Frame, FrameDeck, FrameParagraph, FrameRun, FrameSection, TextItem
from deckgen.model.template import Template
from deckgen.model.text import Run
from deckgen.model.units import Box, points
from deckgen.powerpoint.own_template.build import build_template
from deckgen.powerpoint.own_template.reader import read_template
from deckgen.powerpoint.writer.deck import write_deck
from rendered import Glyph, pages

BRAND = Path(__file__).parent.parent / "assets/_brand.yml"
PAIRS = [("Cambria", "Calibri"), ("Times New Roman", "Arial")]
SIZES = (9, 10, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 32)
WORDS = """
klyngerne i og af på Nordjylland samarbejde erhvervsfremmestrategi virksomhederne 1.740 92_% 2020–2023 medlemmer
AVATAR Tyve To Vækst Ydre attraktive offentlige stiftelser fælles afsæt – → ≥ drifts- innovationskraft
A/S og/eller ft. kommunerne, tættere (mindst_375) KPI’er §_3 videninstitutioner “forløbet” år
""".replace("_", "\u00a0")
OTHERWISE: tuple[dict[str, Any], ...] = (
    {},
    {"link": "https://navigators.example"},
    {"italic": True},
    {"italic": True},
)
"""How the middle of a text may stand apart, beside its weight."""
COLUMN, ROW, ACROSS, DOWN = 300, 170, 3, 3


def layout_of(heading: str, body: str) -> tuple[Template, str]:
    theme = load_brand(BRAND, "brand", Diagnostics())
    assert theme
    template = read_template(build_template(replace(theme, heading_face=heading, body_face=body), DANISH))
    return template, next(name for name, one in template.slide_layouts.items() if "title" in one.slots)


def paragraph(chance: random.Random, width: float) -> FrameParagraph:
    """A text of one to four lines, as its cell has room for, in one style or with another in its middle."""
    size, words = chance.choice(SIZES), re.split("[ \n]", WORDS.strip())
    lines = chance.randint(1, min(4, int(ROW / size / 1.4) - 1))
    said = [chance.choice(words) for _ in range(max(1, round(lines * width / size / 3.4)))]
    bold, third = chance.random() < 0.3, len(said) // 3
    if third and chance.random() < 0.4:
        said[third : 2 * third] = [" ".join(said[third : 2 * third])]
        cut = [" ".join(said[:third]) + " ", said[third], " " + " ".join(said[third + 1 :])]
        runs = [FrameRun(part, bold=bold) for part in cut]
        runs[1] = replace(runs[1], **chance.choice(OTHERWISE), bold=bold != (chance.random() < 0.3))
        if chance.random() < 0.4:
            raised = FrameRun(chance.choice(("1", "2", "12")), bold=bold, script=chance.choice(("super", "sub")))
            runs.insert(chance.choice((1, 2)), raised)
    else:
        runs = [FrameRun(" ".join(said), bold=bold, italic=chance.random() < 0.2)]
    return FrameParagraph(tuple(runs), size, heading=chance.random() < 0.5)


def set_by_us(said: FrameParagraph, named: str, width: float, drawn: bool) -> Lines:
    runs = [Run(run.text, run.bold, run.link, italic=run.italic, script=run.script) for run in said.runs]
    return break_lines(runs, face(named), said.size, width, drawn)


def frames(seed: int, layout: str, count: int) -> tuple[Frame, ...]:
    chance = random.Random(seed)
    made = []
    for number in range(count):
        items = []
        for cell in range(ACROSS * DOWN):
            column, row = cell % ACROSS, cell // ACROSS
            width = chance.randint(150, COLUMN - 20)
            box = Box(points(30 + column * COLUMN), points(10 + row * (ROW + 8)), points(width), points(ROW))
            said = paragraph(chance, width)
            while len(set_by_us(said, "Arial", width, drawn=False).texts) * said.size * 1.25 > ROW:
                said = paragraph(chance, width)
            items.append(TextItem(f"s{number}/t{cell}", box, (said,)))
        made.append(Frame(f"s{number}", layout, "T", tuple(items), (), "S", ()))
    return tuple(made)


def text_lines(glyphs: list[Glyph], item: TextItem) -> list[list[Glyph]]:
    """The glyphs of an item's cell, line by line, wherever in the cell they stand."""
    left, top = item.box.x / 12700, item.box.y / 12700
    size = item.paragraphs[0].size
    own = [g for g in glyphs if left - 3 < g.left < left + COLUMN - 3 and top - 2 < g.middle[1] < top + ROW + 6]
    found: list[list[Glyph]] = []
    for glyph in sorted(own, key=lambda one: one.bottom):
        if not found or glyph.bottom - found[-1][-1].bottom > size * 0.55:
            found.append([])
        found[-1].append(glyph)
    return found


@pytest.fixture(scope="module")
def set_by_both(
    to_pdf: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[TextItem, str, list[list[Glyph]]]]:
    """Each text with its face and its lines as LibreOffice set them."""
    out = []
    for number, (heading, body) in enumerate(PAIRS):
        template, layout = layout_of(heading, body)
        made = frames(number, layout, 24)
        deck = FrameDeck(
            "d", "a", "da-DK", "T", "A", "S", "2023", made, (FrameSection("S", tuple(f.id for f in made)),), ()
        )
        file = tmp_path_factory.mktemp("lines") / f"{number}.pptx"
        file.write_bytes(write_deck(deck, template, "2023-01-01T00:00:00Z"))
        for frame, glyphs in zip(made, pages(to_pdf(file)), strict=True):
            for item in frame.items:
                assert isinstance(item, TextItem)
                named = heading if item.paragraphs[0].heading else body
                out.append((item, named, text_lines(glyphs, item)))
    return out


def ours(item: TextItem, named: str, drawn: bool) -> tuple[str, ...]:
    return set_by_us(item.paragraphs[0], named, item.box.width / 12700, drawn).texts


def fits(item: TextItem, named: str) -> bool:
    """Whether no word is wider than its box: such a one LibreOffice breaks anywhere, and a build reports."""
    width = item.box.width / 12700
    return set_by_us(item.paragraphs[0], named, width, drawn=False).widest < width


def test_lines_are_those_of_libreoffice(set_by_both: list[tuple[TextItem, str, list[list[Glyph]]]]) -> None:
    counted, other, more = 0, [], []
    for item, named, drawn in set_by_both:
        if not fits(item, named):
            continue
        counted += 1
        lines, most = ours(item, named, drawn=True), len(ours(item, named, drawn=False))
        if len(lines) != len(drawn):
            other.append(f"{named} {item.paragraphs[0].size}: {lines} but {len(drawn)} lines")
        if len(drawn) > max(len(lines), most):
            more.append(other[-1])
    assert counted > 300
    assert len(other) <= counted * 0.01, f"{len(other)} of {counted}: {other}"
    assert not more


def test_widths_are_those_of_libreoffice(set_by_both: list[tuple[TextItem, str, list[list[Glyph]]]]) -> None:
    """A line that was broken a word later has another width; all others agree to what a printer's dots make."""
    ratios = []
    for item, named, drawn in set_by_both:
        said = item.paragraphs[0]
        lines = ours(item, named, drawn=True)
        if len(said.runs) > 1 or len(lines) != len(drawn):
            continue
        style = face(named).style(said.runs[0].bold, said.runs[0].italic)
        for text, glyphs in zip(lines, drawn, strict=True):
            width = max(glyph.right for glyph in glyphs) - item.box.x / 12700
            plain = text.rstrip("-").replace("→", "").replace("≥", "")
            if plain == text and style.drawn(text, said.size) > 60:
                ratios.append(width / style.drawn(text, said.size))
    near = [ratio for ratio in ratios if abs(ratio - 1) < 0.008]
    assert len(ratios) > 400
    assert len(near) >= len(ratios) * 0.95, f"{len(near)} of {len(ratios)}: {sorted(ratios)}"
