"""What is drawn is kerned and has ligatures; what is safe covers every program; an unknown face gets more room."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from found_widths import WIDTHS
from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.metrics import MISSING, WIDTH_SLACK, face, known_faces
from deckgen.layout.width_classes import REST, width_class

TEXTS = st.text("abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789 .,-–%→≥€\u00a0✓", max_size=40)
KNOWN = sorted(known_faces())
ROOT = Path(__file__).parents[2]
LIKE = str.maketrans({"ø": "o", "å": "a", "Ø": "O", "Å": "A", "é": "e"})
"""What Danish letters are as wide as, where nobody has found them."""


def test_kerning_draws_a_pair_together_and_the_safe_width_does_not_count_on_it() -> None:
    arial = face("Arial").style(False)
    assert arial.drawn("AV", 24) < arial.drawn("A", 24) + arial.drawn("V", 24) - 1
    assert arial.safe("AV") == pytest.approx(arial.safe("A") + arial.safe("V"))


def test_ligatures_are_drawn_where_the_face_has_them() -> None:
    calibri = face("Calibri").style(False)
    assert calibri.drawn("tti", 24) < calibri.drawn("t", 24) * 2 + calibri.drawn("i", 24) - 0.8


def test_libreoffice_draws_in_whole_dots_of_its_printer() -> None:
    # At 9 points an em is 75 dots: the same text is not 9/18 of what it is at 18 points.
    calibri = face("Calibri").style(False)
    assert calibri.drawn("m", 9) * 600 / 72 == pytest.approx(round(1636 / 2048 * 75))


@pytest.mark.parametrize("name", KNOWN)
@given(text=TEXTS, bold=st.booleans())
def test_the_safe_width_is_never_the_smaller(name: str, text: str, bold: bool) -> None:
    style = face(name).style(bold)
    plain = sum(style.safe(character) for character in text)
    kerned = plain + sum(style.kern(left, right) for left, right in pairwise(text)) * WIDTH_SLACK
    assert style.safe(text) >= max(plain, kerned) - 1e-9


@pytest.mark.parametrize("name", KNOWN)
def test_symbols_of_danish_slides_are_measured(name: str) -> None:
    assert not list(face(name).style(False).lacks("æøåÆØÅé–—…•€§½×·“”’ «»%‰+0123456789\u00a0"))


def test_a_missing_glyph_counts_as_the_widest_that_may_stand_in() -> None:
    style = face("Calibri").style(False)
    assert list(style.lacks("en ✓ er\n")) == ["✓"]
    assert style.safe("✓") >= MISSING


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    # Carlito has no glyph of its own for it; every program draws the space.
    for name in KNOWN:
        assert face(name).style(False).safe("\u00a0") == face(name).style(False).safe(" ")


def danish(pattern: str) -> list[str]:
    """What the shipped content says in words."""
    said = " ".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "content").rglob("*.yaml")))
    return sorted(set(re.findall(pattern, said)))


def found_width(said: str, widths: dict[str, int]) -> float | None:
    """How wide a text is, per em, by widths that were found; None where one of its letters was not."""
    spelled = said if all(one in widths for one in "øåØÅ") else said.translate(LIKE)
    return sum(widths[one] for one in spelled) / 1000 if all(one in widths for one in spelled) else None


@pytest.mark.parametrize(("name", "bold"), WIDTHS)
@pytest.mark.parametrize(
    ("pattern", "share"), [(r"[A-Za-zÆØÅæøåé]{3,}", 0.01), (r"[A-ZÆØÅ][a-zæøå,]+(?: [a-zæøå,]+){3,}", 0.0)]
)
def test_what_fits_by_a_width_class_fits_in_the_face(name: str, bold: bool, pattern: str, share: float) -> None:
    """All but one word in a hundred, and every line of a few words, with what PowerPoint puts between letters."""
    style = face(name).style(bold)
    texts = [(said, width) for said in danish(pattern) if (width := found_width(said, WIDTHS[name, bold]))]
    wider = [said for said, width in texts if WIDTH_SLACK * width > style.safe(said)]
    assert len(texts) > 100
    assert len(wider) <= share * len(texts), wider


def test_faces_that_office_brings_are_certain() -> None:
    assert {name for name, _ in WIDTHS} <= {name for name, _ in WIDTHS if face(name).certain}
    assert face("Aptos Display").certain and face("Calibri").certain
    assert not face("Firmaskrift 3000").certain and not face("Corbel").certain


def test_a_face_that_nobody_knows_gets_the_widest_class() -> None:
    assert width_class("Firmaskrift 3000") is REST
    assert face("Firmaskrift 3000").advance("samarbejde", False) > face("Aptos").advance("samarbejde", False)
    assert face("Aptos").advance("samarbejde", False) > face("Calibri").advance("samarbejde", False)
    assert face("Segoe UI").line >= 1.33
    assert not face("Aptos").known
    assert face("calibri").known


def test_typewriter_faces_are_measured_by_one_of_their_kind() -> None:
    consolas = face("Consolas").style(False)
    assert consolas.safe("iiii") == consolas.safe("mmmm")
