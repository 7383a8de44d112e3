"""A unit is never lost, and never said twice: it is printed, or the text around says it, or a rule tells of it."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import planted
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks.rules import unit_unsaid
from deckgen.locale import language, languages
from deckgen.model.figure import Figure
from deckgen.model.number import FORMATS, POINTS, says_unit
from deckgen.model.text import NOWHERE, FigureUse, Paragraph, Run, Text
from deckgen.planning.binding import Binding, bind_text

SHOWN = [one for one in FORMATS if one not in ("plain", "percent")]


def bound(unit: str, format: str, after: str, code: str = "da") -> str:
    spoken = language(code)
    assert spoken is not None
    figures = {"growth": Figure("growth", Decimal("7.4"), unit, decimals=1)}
    runs = (Run("vokset "), Run("", figure=FigureUse("growth", format, NOWHERE)), Run(after))
    return bind_text(Text((Paragraph(runs),)), Binding(figures, spoken)).plain.replace("\u00a0", " ")


@given(code=st.sampled_from(sorted(languages())), data=st.data(), format=st.sampled_from(SHOWN))
def test_a_unit_of_measure_is_printed_once_in_every_form_of_every_language(
    code: str, data: st.DataObject, format: str
) -> None:
    spoken = language(code)
    assert spoken is not None
    numbers = spoken.numbers
    unit = data.draw(st.sampled_from(sorted({*numbers.abbreviated, *numbers.per_cent, POINTS, "€", "‰"})))
    word = numbers.points if unit == POINTS else unit
    for after in (" over tid", f" {word} over tid"):
        assert bound(unit, format, after, code).removesuffix(" over tid").removeprefix("vokset ").count(word) == 1


def test_what_two_shares_differ_by_is_told_in_points(tmp_path: Path) -> None:
    own = "label: Andel, source: survey"
    figures = (
        planted.FIGURES
        + f"""\
yes: {{value: 40.4, unit: "%", decimals: 1, {own}}}
no: {{value: 33, unit: "%", {own}}}
growth: {{formula: yes - no, decimals: 1, label: Vækst, source: survey}}
"""
    )
    members = planted.MEMBERS.replace("${members} medlemmer i regionen", "vokset ${growth} over tid")
    subject = planted.subject(tmp_path, members=members, figures=figures)
    parts = b"".join(data for name, data in subject.parts.items() if name.startswith("ppt/slides/slide"))
    assert "7,4\u00a0procentpoint over tid" in re.sub("<[^>]+>", "", parts.decode())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("vokset ${growth} over tid", True),
        ("vokset ${growth|plain} over tid", False),
        ("vokset ${growth|unit} over tid", False),
        ("vokset med ${growth} ny ansøgning", False),
    ],
)
def test_a_word_that_nobody_says_is_told_of(tmp_path: Path, text: str, told: bool) -> None:
    growth = "growth: {value: 7.4, unit: ansøgninger, decimals: 1, label: Vækst, source: survey}\n"
    members = planted.MEMBERS.replace("${members} medlemmer i regionen", text)
    subject = planted.subject(tmp_path, members=members, figures=planted.FIGURES + growth)
    assert [fault.span.line > 0 for fault in unit_unsaid.check(subject)] == [True] * told
    (row,) = (one for one in subject.plan.figure_rows if one.name == "growth")
    assert (row.shown, row.label) == ("7,4", "Vækst (ansøgninger)"), (
        "no text stands beside it in the table of sources"
    )


def test_a_compound_is_said_by_its_last_word() -> None:
    assert says_unit("Kommunale aftaler hos to klynger", "samarbejdsaftaler")
    assert not says_unit("Kommuner hos to klynger", "samarbejdsaftaler")
