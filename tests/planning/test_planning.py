"""A deck is planned for one audience: figures bound, parts and minutes counted, provenance said."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_folders import Plain, Rows, clean, codes
from deckgen.diagnostics import Diagnostics
from deckgen.locale import language
from deckgen.model.figure import Figure
from deckgen.model.plan import Plan
from deckgen.model.text import FigureUse, Paragraph, Run, Text, Value
from deckgen.nodes.inline import parse
from deckgen.planning import make_plan
from deckgen.planning.binding import Binding, bind

DANISH = language("da")
assert DANISH is not None

SLIDES = """\
slides:
  - {id: a.cover, kind: plain, title: Samarbejde om vækst}
  - id: a.answers
    kind: rows
    title: ${rate} har svaret
    minutes: 3
    notes: Sig at ${members} er med.
    sources: [state]
    rows:
      - {label: "${answered|words} svarede", value: "${answered}", emphasis: true}
      - {label: Alle, value: 1740.5}
  - {id: a.secret, for: directorate, kind: plain, title: Kun direktionen, minutes: 9}
  - {id: a.other, for: [directorate], kind: plain, title: Også direktionen}
  - {id: b.next, kind: plain, title: Næste skridt, minutes: 4.5}
  - {id: c.extra, kind: plain, title: Bilagets tal, minutes: 20}
  - {id: d.unused, kind: plain, title: Ikke med}
"""
DECK = """\
audience: board
title: Klynger i ${answered} led
subtitle: Til drøftelse
meeting: Bestyrelsen
date: 2023-11-30
minutes: 10
opening: [a.cover]
chapters:
  - {id: findings, title: Fund, slides: [a.answers, a.secret], opening: section}
  - {id: hidden, title: Skjult, slides: [a.other], opening: agenda}
  - {id: ahead, title: Fremad, slides: [b.next]}
appendix: {slides: [c.extra]}
"""


def planned(folder: Path, slides: str = SLIDES, deck: str = DECK) -> tuple[Plan, Diagnostics]:
    content = clean(folder, slides=slides, decks__board=deck)["board"]
    diagnostics = Diagnostics()
    assert DANISH is not None
    return make_plan(content, content.decks["board"], DANISH, diagnostics), diagnostics


def notes(plan: Plan, id: str) -> list[str]:
    return [part.plain for slide in plan.slides if slide.id == id for part in slide.notes.paragraphs]


def test_slides_stand_in_order_with_their_part(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path)
    assert [(slide.id, slide.section, slide.tracker, slide.in_appendix) for slide in plan.slides] == [
        ("a.cover", "opening", "Klynger i 12 led", False),
        ("findings.opening", "findings", "Fund", False),
        ("a.answers", "findings", "Fund", False),
        ("b.next", "ahead", "Fremad", False),
        ("c.extra", "appendix", "Bilag", True),
    ]


def test_sections_hold_each_slide_once(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path)
    assert [(section.id, section.title, section.slides, section.minutes) for section in plan.sections] == [
        ("opening", "Klynger i 12 led", ("a.cover",), 0),
        ("findings", "Fund", ("findings.opening", "a.answers"), 3),
        ("ahead", "Fremad", ("b.next",), Decimal("4.5")),
        ("appendix", "Bilag", ("c.extra",), 20),
    ]


def test_the_agenda_counts_minutes_and_links_to_first_slides(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path)
    agendas = {slide.id: slide.agenda for slide in plan.slides}
    assert [(line.number, line.title.plain, line.minutes, line.target) for line in agendas["a.cover"]] == [
        (1, "Fund", "3 min.", "findings.opening"),
        (2, "Fremad", "4,5 min.", "b.next"),
    ]
    current = {id: [line.number for line in agenda if line.current] for id, agenda in agendas.items()}
    assert current == {"a.cover": [], "findings.opening": [1], "a.answers": [1], "b.next": [2], "c.extra": []}


def test_an_opening_says_its_chapter_or_the_agenda(tmp_path: Path) -> None:
    deck = DECK.replace("title: Fremad, slides: [b.next]", "title: Fremad, slides: [b.next], opening: agenda")
    plan, _ = planned(tmp_path, deck=deck)
    openings = [slide for slide in plan.slides if slide.id.endswith(".opening")]
    assert [(slide.kind, slide.title.plain, slide.title.path, slide.fields) for slide in openings] == [
        ("section", "Fund", "title", Plain()),
        ("agenda", "Dagsorden", "title", Plain()),
    ]


def test_what_is_left_out_says_why(tmp_path: Path) -> None:
    plan, found = planned(tmp_path)
    assert [(left.id, left.reason) for left in plan.left_out] == [
        ("d.unused", "not named in this deck"),
        ("a.secret", "for directorate only"),
        ("a.other", "for directorate only"),
    ]
    assert codes(found) == []
    assert "direktionen" not in str([plan.slides, plan.sections, plan.facts, plan.figure_rows])


def test_the_appendix_is_not_spoken(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path)
    assert plan.minutes == Decimal("7.5")


def test_figures_are_bound_wherever_they_stand(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path)
    slide = next(slide for slide in plan.slides if slide.id == "a.answers")
    assert isinstance(slide.fields, Rows)
    assert slide.title.plain == "92\u00a0% har svaret"
    assert [row.label.plain for row in slide.fields.rows] == ["Tolv svarede", "Alle"]
    assert [(row.value.amount, row.value.shown) for row in slide.fields.rows] == [
        (12, "12"),
        (Decimal("1740.5"), "1.740,5"),
    ]
    assert slide.fields.rows[0].value.path == "rows/1/value"
    assert slide.figures == ("rate", "asked", "answered", "members")


def test_what_names_no_figure_stays_the_same_object(tmp_path: Path) -> None:
    content = clean(tmp_path, slides=SLIDES, decks__board=DECK)["board"]
    assert DANISH is not None
    binding = Binding(content.figures, DANISH)
    cover = content.slides["a.cover"]
    assert isinstance(cover.fields, Plain)
    assert bind((cover.title, cover.fields), binding)[0] is cover.title
    assert bind(cover.fields, binding) is cover.fields


def test_the_foot_names_source_and_base_of_what_is_shown_and_not_of_the_notes(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path)
    feet = {slide.id: slide.foot for slide in plan.slides}
    assert feet["a.answers"] == "Kilde: Klyngesurvey, 2023; Styrelsen, 2022. Grundlag: 13 klynger."
    assert {foot for id, foot in feet.items() if id != "a.answers"} == {""}


def test_a_foot_without_a_base_ends_after_its_source(tmp_path: Path) -> None:
    slides = "slides: [{id: a.b, kind: plain, title: '${members}', minutes: 9}]"
    plan, _ = planned(tmp_path, slides=slides, deck="audience: board\ntitle: A\nminutes: 9\nopening: [a.b]\n")
    assert plan.slides[0].foot == "Kilde: Styrelsen, 2022."


def test_notes_say_what_to_say_then_minutes_then_where_numbers_come_from(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path)
    said, minutes, numbers = notes(plan, "a.answers")
    assert (said, minutes) == ("Sig at mindst\u00a01.740 er med.", "Tid: 3 min.")
    assert numbers == (
        "Tallene på siden: Klyngesurvey, 2023 (grundlag 13 klynger):\n"
        "92\u00a0% – Svarprocent.\n"
        "12 – Klynger der svarede (november 2023).\n"
        "mindst\u00a01.740 – Medlemmer (Styrelsen, 2022)."
    )
    assert notes(plan, "b.next") == ["Tid: 4,5 min."]
    assert notes(plan, "a.cover") == []


def test_every_figure_of_the_deck_has_a_row_by_source_and_then_by_slide(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path)
    assert [(row.name, row.shown, row.source, row.as_of, row.base) for row in plan.figure_rows] == [
        ("answered", "12", "Klyngesurvey, 2023", "november 2023", "13 klynger"),
        ("rate", "92\u00a0%", "Klyngesurvey, 2023", "", "13 klynger"),
        ("asked", "13", "Klyngesurvey, 2023", "", ""),
        ("members", "mindst\u00a01.740", "Styrelsen, 2022", "2022", ""),
    ]


def test_a_deck_lists_only_the_figures_it_uses(tmp_path: Path) -> None:
    slides = "slides: [{id: a.b, kind: plain, title: A, notes: '${members}'}]"
    plan, _ = planned(tmp_path, slides=slides, deck="audience: board\ntitle: A\nminutes: 9\nopening: [a.b]\n")
    assert [row.name for row in plan.figure_rows] == ["members"]


def test_the_deck_says_its_facts(tmp_path: Path) -> None:
    facts = planned(tmp_path)[0].facts
    assert (facts.title.plain, facts.subtitle.plain, facts.meeting.plain, facts.date, facts.minutes) == (
        "Klynger i 12 led",
        "Til drøftelse",
        "Bestyrelsen",
        "30.\u00a0november 2023",
        10,
    )


def test_an_opening_takes_no_id_that_the_content_uses(tmp_path: Path) -> None:
    slides = SLIDES + "  - {id: findings.opening, for: directorate, kind: plain, title: x}\n"
    assert "slide-id-taken" in codes(planned(tmp_path, slides=slides)[1])


FIGURES = {
    "some": Figure("some", Decimal(7), qualifier="minimum"),
    "half": Figure("half", Decimal("2.5")),
}


def bound(text: str) -> str:
    assert DANISH is not None
    made = Text(parse(text, Text(()).span, Diagnostics()))
    plain: str = bind(made, Binding(FIGURES, DANISH)).plain
    return plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${some} er her", "Mindst\u00a07 er her"),
        ("I dag er ${some} her", "I dag er mindst\u00a07 her"),
        ("Ja. ${some} er her", "Ja. Mindst\u00a07 er her"),
        ("Ja? **${some}** er her", "Ja? Mindst\u00a07 er her"),
        ("Han sagde: ${some|words}", "Han sagde: mindst\u00a0syv"),
        ("(3.${some})", "(3.mindst\u00a07)"),
        ("Kun **${some|plain}** % og 5 kr.", "Kun 7\u00a0% og 5\u00a0kr."),
        ("${half} og ${half}", "3 og 3"),
        ("et\n\n${some}", "et\nMindst\u00a07"),
        ("Ja.” ${some}", "Ja.” Mindst\u00a07"),
        ("I 2023. ${some}", "I 2023. Mindst\u00a07"),
        *(
            (f"Der er {short} ${{some}}", f"Der er {short} mindst\u00a07")
            for short in (
                "pr.",
                "ca.",
                "fx.",
                "bl.a.",
                "m.fl.",
                "mio.",
                "nr.",
                "jf.",
                "(jf.",
                "f.eks.",
                "A.",
                "så …",
                "så ...",
            )
        ),
    ],
)
def test_a_word_that_begins_a_sentence_has_a_capital(text: str, expected: str) -> None:
    assert bound(text) == expected


def test_a_bound_value_is_rounded_half_up_and_remembers_its_figure() -> None:
    use = FigureUse("half", "", Text(()).span)
    assert DANISH is not None
    value = bind(Value(None, figure=use, path="a/value"), Binding(FIGURES, DANISH))
    assert (value.shown, value.amount, value.figure, value.path) == ("3", 3, use, "a/value")


@given(st.lists(st.sampled_from(["a", "b. ", "${some}", "${half|words}", "**", "\n", " "]), max_size=12))
def test_binding_changes_only_what_stands_for_figures(parts: list[str]) -> None:
    assert DANISH is not None
    text = Text(parse("".join(parts), Text(()).span, Diagnostics()))
    done = bind(text, Binding(FIGURES, DANISH))
    assert [[run.figure for run in part.runs] for part in done.paragraphs] == [
        [run.figure for run in part.runs] for part in text.paragraphs
    ]
    for before, after in zip(text.paragraphs, done.paragraphs, strict=True):
        assert _literals(before) == _literals(after)
        assert all(run.text for run in after.runs)
    assert bind(done, Binding(FIGURES, DANISH)) == done


def _literals(paragraph: Paragraph) -> list[Run]:
    return [run for run in paragraph.runs if not run.figure]
