"""The file of a deck, and its pictures, do not change by a byte when what its audience does not see is added.

So nothing in them can tell that there is anything else: no line number, no gap in a count, no order, no hash.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import planted
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen import pipeline
from deckgen.checks.engine.subject import WRITTEN
from deckgen.diagnostics import Diagnostics
from deckgen.slide_pictures import draw_slides
from projects import ANSWERS, DATA, GOOD, write

Files = dict[str, str]
Change = Callable[[Files], None]

FIGURES = """\
wages: {value: 812, unit: t.kr., label: Lønninger i alt, source: survey}
severance: {value: 4711, unit: t.kr., label: Godtgørelser, source: plan, for: directorate}
spent: {formula: wages + severance, unit: t.kr., label: Samlet post, source: survey}
small: {from: size/small, label: Små klynger, source: survey}
"""
SLIDES = """\
slides:
  - id: money.spent
    kind: bullets
    title: Der er brugt ${spent} i alt
    items: ["Heraf er ${wages} løn", "${small} er små"]
    notes: Sig det langsomt.
    minutes: 2
  - {id: meeting.sources, kind: sources, title: Alle tal har en kilde}
  - {id: hidden.one, kind: statement, for: directorate, title: Hemmelig plan, body: En hemmelig sætning}
  - {id: hidden.two, kind: statement, for: directorate, title: Hemmelig sag, body: Endnu en hemmelig sætning}
"""
CONTENT: Mapping[str, str] = {
    **{name.removeprefix("content/"): text for name, text in GOOD.items() if name.startswith("content/")},
    "answers.csv": ANSWERS,
    "data.yaml": DATA,
    "figures.yaml": planted.FIGURES + FIGURES,
    "money.yaml": SLIDES,
    "decks/board.yaml": planted.BOARD.replace("survey.members]", "survey.members, money.spent]")
    + "appendix: {slides: [meeting.sources]}\n",
}


def replaced(file: str, old: str, new: str) -> Change:
    def change(files: Files) -> None:
        assert old in files[file], f"{old} is not in {file}"
        files[file] = files[file].replace(old, new, 1)

    return change


def before(file: str, more: str) -> Change:
    """Something put at the head of a file."""

    def change(files: Files) -> None:
        files[file] = more + files[file]

    return change


def after(file: str, more: str) -> Change:
    def change(files: Files) -> None:
        files[file] = files.get(file, "") + more

    return change


SECRET_DATA = """\
  secret:
    file: hemmelig.csv
    source: survey
    for: directorate
    note: Hemmeligt skema til lederne
    columns: {pay: {type: single, options: {much: Meget, little: Lidt}}}
"""
FIGURE = "NAME: {value: 99, label: Hemmelig, source: plan, for: directorate}\n"
TABULATION = "  all: {data: answers, question: size, statistic: share}\n"
SLIDE = "  - {id: a.ID, kind: statement, for: directorate, title: Hemmelig plan, body: Hemmelig sætning}\n"

ADDITIONS: Mapping[str, Change] = {
    "item first": replaced("money.yaml", "items: [", "items: [{for: directorate, text: Hemmeligt punkt}, "),
    "item between": replaced("money.yaml", 'løn", ', 'løn", {for: directorate, text: Hemmeligt punkt}, '),
    "item last": replaced("money.yaml", 'er små"]', 'er små", {for: directorate, text: Hemmeligt punkt}]'),
    "row of a chart": replaced(
        "presence.yaml",
        "    data:\n",
        '    data:\n      - {label: Hemmelig række, value: "${asked}", for: directorate}\n',
    ),
    "slide first": replaced("money.yaml", "slides:\n", "slides:\n" + SLIDE.replace("ID", "first")),
    "slide last": after("money.yaml", SLIDE.replace("ID", "last")),
    "slide in the chapter": replaced("decks/board.yaml", "money.spent]", "survey.budget, money.spent]"),
    "chapter of slides of others": replaced(
        "decks/board.yaml",
        "chapters:\n",
        "chapters:\n  - {id: secret, title: Skjult, slides: [hidden.one]}\n",
    ),
    "slide in the appendix": replaced("decks/board.yaml", "[meeting.sources]", "[hidden.two, meeting.sources]"),
    "variant of notes": replaced(
        "money.yaml", "notes: Sig det langsomt.", "notes: {board: Sig det langsomt., directorate: Hemmelig note}"
    ),
    "variant of a title": replaced(
        "money.yaml",
        "title: Der er brugt ${spent} i alt",
        "title: {directorate: Hemmelig titel, board: 'Der er brugt ${spent} i alt'}",
    ),
    "figure first": before("figures.yaml", FIGURE.replace("NAME", "a.first")),
    "figure last": after("figures.yaml", FIGURE.replace("NAME", "z.last")),
    "figure of a figure": after(
        "figures.yaml", "made.of: {formula: 2 * spent, label: Hemmelig, source: plan, for: directorate}\n"
    ),
    "note on a part": replaced("figures.yaml", "label: Godtgørelser,", "label: Godtgørelser, note: Hemmelig aftale,"),
    "name of a part": replaced("figures.yaml", "label: Godtgørelser,", "label: Hemmelige godtgørelser,"),
    "base of a part": replaced("figures.yaml", "label: Godtgørelser,", "label: Godtgørelser, base: lederne,"),
    "source": before("sources.yaml", "secret: {for: directorate, text: Hemmelig kilde}\n"),
    "variant of a source": replaced(
        "sources.yaml", "plan: Handlingsplanen, 2022", 'plan: {board: "Handlingsplanen, 2022", directorate: Hemmelig}'
    ),
    "dataset": replaced("data.yaml", "datasets:\n", f"datasets:\n{SECRET_DATA}"),
    "tabulation": replaced("data.yaml", "tabulations:\n", f"tabulations:\n{TABULATION}"),
    "file of slides": after("aa/hemmelig.yaml", "slides:\n" + SLIDE.replace("ID", "other")),
    "deck": after("decks/aa.yaml", "audience: directorate\ntitle: Hemmeligt møde\nminutes: 5\n"),
    "audience": replaced("project.yaml", "[board, directorate]", "[staff, board, directorate]"),
    "invariant": after("invariants.yaml", "- {that: severance > 3, because: Hemmelig grund}\n"),
    "comment in figures": before("figures.yaml", "# Hemmelig kommentar\n\n\n"),
    "comment in slides": replaced("money.yaml", "    kind: bullets", "    # Hemmelig kommentar\n    kind: bullets"),
    "comment in a deck": before("decks/board.yaml", "# Hemmelig kommentar\n"),
    "comment in the project": before("project.yaml", "# Hemmelig kommentar\n"),
}


ALONE = {"audience", "name of a part", "note on a part", "base of a part"}
"""Those that want something else of the content, or change the same words."""


@pytest.fixture(autouse=True)
def _a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def built(folder: Path, *changes: Change) -> bytes:
    """The board's file of the content with these additions, and the pictures of its slides."""
    files = dict(CONTENT)
    files["hemmelig.csv"] = "pay\nmuch\nlittle\n"
    for change in changes:
        change(files)
    write(folder, files)
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, planted.BRAND, diagnostics)
    assert loaded is not None
    made = pipeline.make_deck(loaded, "board", diagnostics, WRITTEN)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    drawn = draw_slides(loaded, made.frames, diagnostics)
    assert drawn
    return made.data + "".join(drawn.values()).encode()


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        return built(tmp_path_factory.mktemp("alone") / "content")


@pytest.mark.parametrize("addition", ADDITIONS)
def test_what_the_board_does_not_see_changes_no_byte_of_its_file(addition: str, alone: bytes, tmp_path: Path) -> None:
    assert built(tmp_path / "content", ADDITIONS[addition]) == alone


@given(st.lists(st.sampled_from(sorted(set(ADDITIONS) - ALONE)), min_size=2, max_size=5, unique=True))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nor_do_several_together(tmp_path_factory: pytest.TempPathFactory, alone: bytes, chosen: list[str]) -> None:
    changes = [ADDITIONS[name] for name in chosen]
    assert built(tmp_path_factory.mktemp("several") / "content", *changes) == alone


def test_what_the_board_sees_does_change_its_file(alone: bytes, tmp_path: Path) -> None:
    seen = replaced("money.yaml", 'løn", ', 'løn", {for: board, text: Et punkt til}, ')
    assert built(tmp_path / "content", seen) != alone
