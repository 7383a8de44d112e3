"""Each rule finds the fault that is planted for it, and no other rule does."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import planted
import pytest
from click.testing import CliRunner
from planted import PRESENCE, codes, found_in, subject, with_figures

from deckgen import pipeline
from deckgen.checks import BEFORE_WRITING, all_rules
from deckgen.cli import deckgen
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import Counted, Tabulation, TabulationRow
from projects import laid_over, write
from provenances import DECLARED, computed, tabulated

pytestmark = pytest.mark.usefixtures("rules_said")

TWO_RATES = """\
rate: {value: 92.3, label: Andel, source: survey}
rate.short: {value: 92, label: Andel, source: survey}
"""
RATE = "rate: {value: 92, unit: '%', label: Svarprocent, source: survey, base: '${asked} klynger'}\n"
SHARES = """\
yes: {value: 45, unit: "%", label: Ja, source: survey, base: "${answered} klynger"}
no: {value: 30, unit: "%", label: Nej, source: survey, base: "${answered} klynger"}
"""
RING = """\
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: doughnut
    counted: Andel af klynger, n = ${answered}
    data:
      - {label: Ja, value: "${yes}"}
      - {label: Nej, value: "${no}"}
    minutes: 5
    notes: Siden 2021 er ${present} af klyngerne kommet til, og ${dialogue} ønsker dialog.
"""
SMALL = "Nogle af tallene"

PLACES = {
    "bare-number": "Nogle af de 375 tal",
    "unused-figure": "{value: 4, label: Svenske",
    "rounded-differently": "{value: 92, label: Svarprocent",
    "bound-without-qualifier": "${members|plain}",
    "bases-compared": "id: survey.presence",
    "share-without-n": "${rate}",
    "unit-unsaid": "${growth}",
    "small-cell": "{from: size/small",
    "chart-without-base": "id: survey.presence",
    "annotation-hidden": "{line: average}",
    "row-hidden": "size",
    "shares-not-whole": "id: survey.presence",
    "form-unfit": "id: survey.members",
    "title-unique": "De fleste klynger er til stede",
    "title-not-a-sentence": "Retningen for det",
    "recommendation-without-finding": "id: meeting.questions",
    "finding-unused": "id: survey.presence",
    "dangling-reference": "Se også survey.members",
    "leak": "{value: 4650",
    "minutes-over-slot": "audience: board",
    "minutes-under-slot": "audience: board",
    "slide-in-no-deck": "{id: survey.old",
    "chapter-empty": "{id: money",
    "slide-not-for-audience": "survey.budget]}",
    "word-count": "id: survey.members",
    "glyph-missing": "Hvad skal der til ✓",
    "six-bullets": "Et punkt",
    "markup-typed": "De fleste er _små_",
    "page-hollow": "id: survey.members",
    "accent-count": "id: survey.members",
    "words-against-figures": "Under halvdelen",
    "claim-not-significant": "Flere små",
    "total-not-sum": "${asked}",
    "part-of-another-whole": "Hvad betyder det",
    "supports-no-claim": "id: survey.presence",
    "deck-is-draft": "audience: board",
    "drawn-twice": "id: meeting.questions",
    "placeholder-left": "TODO",
    "year-not-as-of": "I 2022",
    "name-spelled-twice": "Hvad skal Karen",
    "variants-disagree": "Fire klynger",
    "claim-not-shown": "Den største gruppe",
    "difference-not-so": "Ventetiden er steget med ni",
    "count-not-shown": "Fire spørgsmål",
    "column-not-computed": "$[60 %",
    "dates-disagree": "April 2025",
    "unit-differs": "Væksten er",
    "lists-differ": "Længere åbningstid",
}
"""Where the fault of each rule's own example stands, which the tests of its page bring about."""


@pytest.mark.parametrize("code", PLACES)
def test_a_fault_is_told_at_its_place_with_something_to_do(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, laid_over(all_rules()[code].example)))
    said = json.loads(CliRunner().invoke(deckgen, ["check", "board", "--select", code, "--format", "json"]).stdout)
    (found,) = (one for one in said["diagnostics"] if one["severity"] != "info")
    line = Path(found["file"]).read_text(encoding="utf-8").splitlines()[found["line"] - 1]
    assert line[found["column"] - 1 :].startswith(PLACES[code])
    assert found["hint"]


def test_every_rule_with_an_example_has_its_place_here() -> None:
    assert PLACES.keys() == {code for code, rule in all_rules().items() if rule.example}


def test_shares_that_miss_a_hundred_by_their_rounding_alone_are_a_whole(tmp_path: Path) -> None:
    shares = SHARES.replace("value: 30", "value: 54")
    assert codes(subject(tmp_path, presence=RING, figures=f"{planted.FIGURES}{shares}")) == set()


def test_bars_of_shares_that_no_question_binds_together_may_come_to_anything(tmp_path: Path) -> None:
    bars = RING.replace("doughnut", "bar")
    assert codes(subject(tmp_path, presence=bars, figures=f"{planted.FIGURES}{SHARES}")) == set()


def test_answers_to_one_question_are_a_whole_in_any_chart(tmp_path: Path) -> None:
    made = subject(tmp_path, presence=RING.replace("doughnut", "bar"), figures=f"{planted.FIGURES}{SHARES}")
    figures = made.content.figures
    said = Counted("survey.csv", "share", "Til stede?", "", 40, whole="present/")
    parts = {
        name: replace(figures[name], provenance=tabulated(counted=replace(said, answer=name)))
        for name in ("yes", "no")
    }
    (found,) = found_in(with_figures(made, **parts))
    assert (found.code, found.message) == (
        "shares-not-whole",
        "`yes` and `no` are shares of one whole and come to 75 %",
    )
    alone = tabulated(counted=replace(said, whole=""))
    several = {name: replace(one, provenance=alone) for name, one in parts.items()}
    assert codes(with_figures(made, **several)) == set()


def test_nothing_is_found_where_nothing_is_wrong(tmp_path: Path) -> None:
    assert [str(one) for one in found_in(subject(tmp_path))] == []


@pytest.mark.parametrize(
    "said",
    [
        "mindst ${members|plain}",
        "${members|plain} eller flere",
        "som minimum ${members|plain}",
        "mindst omkring ${members|plain}",
        "${members}",
        "${members|words}",
    ],
)
def test_a_qualifier_may_be_said_next_to_its_number(said: str, tmp_path: Path) -> None:
    members = planted.MEMBERS.replace(SMALL, f"Der er {said} nordjyske af dem, og alle")
    assert codes(subject(tmp_path, members=members)) == set()


@pytest.mark.parametrize(
    "said",
    [
        "Der er ${members|plain} medlemmer: ${present} med mere end et kontor",
        "Over for os står ${present} klynger. De har ${members|plain} medlemmer",
        "Vi har mindst ${present} klynger og ${members|plain} medlemmer",
    ],
)
def test_a_qualifier_of_another_number_does_not_count(said: str, tmp_path: Path) -> None:
    members = planted.MEMBERS.replace("Nogle af tallene er skøn", f'"{said}"')
    assert codes(subject(tmp_path, members=members)) == {"bound-without-qualifier"}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("${present} klynger", {"bound-without-qualifier"}),
        ("Et skøn siger ${present} klynger", set()),
        ("${present|qualified} klynger", set()),
    ],
)
def test_an_estimate_by_its_confidence_alone_is_one(said: str, wanted: set[str], tmp_path: Path) -> None:
    figures = planted.FIGURES.replace("present: {value: 7", "present: {value: 7, confidence: estimate")
    presence = planted.PRESENCE.replace('"${present}"', '"${answered}"').replace("${present} af klyngerne", said)
    assert codes(subject(tmp_path, figures=figures, presence=presence)) == wanted


def test_a_deck_file_says_its_qualifiers_too(tmp_path: Path) -> None:
    board = planted.BOARD.replace("minutes: 10", 'minutes: 10\nsubtitle: "${members|plain} medlemmer"')
    assert codes(subject(tmp_path, **{"decks/board": board})) == {"bound-without-qualifier"}


def test_a_figure_that_two_audiences_see_rounded_differently_is_one_fact_whatever_each_calls_it(
    tmp_path: Path,
) -> None:
    rate = """\
rate:
  board: {value: 92, label: Andel, source: survey}
  directorate: {value: 92.3, label: Svarprocent, source: survey}
"""
    members = planted.MEMBERS.replace(SMALL, "${rate}")
    assert codes(subject(tmp_path, figures=planted.FIGURES + rate, members=members)) == {"rounded-differently"}


def test_what_a_source_says_in_words_is_not_rounded(tmp_path: Path) -> None:
    rates = TWO_RATES.replace("value: 92.3,", "value: 92.3, wording: godt ni ud af ti,")
    members = planted.MEMBERS.replace(SMALL, "${rate} eller ${rate.short}")
    assert codes(subject(tmp_path, figures=planted.FIGURES + rates, members=members)) == set()


@pytest.mark.parametrize(("n", "wanted"), [(29, {"share-without-n"}), (30, set())])
def test_thirty_are_enough_for_a_share_without_n(n: int, wanted: set[str], tmp_path: Path) -> None:
    figures = planted.FIGURES + RATE.replace("${asked}", f"$[{n}|of the test]")
    cover = planted.COVER.replace("title: Samarbejde med klyngerne", 'title: "Ca. ${rate} har svaret"')
    assert codes(subject(tmp_path, figures=figures, cover=cover)) == wanted


def test_a_base_in_words_is_a_number_too(tmp_path: Path) -> None:
    figures = planted.FIGURES + RATE.replace("${asked}", "${answered|words}")
    cover = planted.COVER.replace("title: Samarbejde med klyngerne", 'title: "Ca. ${rate} har svaret"')
    (found,) = found_in(subject(tmp_path, figures=figures, cover=cover))
    assert found.message == "`rate` is a share of 12, and the slide does not say so"


def test_one_formula_with_two_labels_is_one_fact(tmp_path: Path) -> None:
    figures = planted.FIGURES + "".join(
        f"{name}: {{formula: 'share(answered, asked)', label: {label}, unit: '%', decimals: {decimals}, "
        "source: survey, base: '${asked} klynger'}\n"
        for name, label, decimals in (("rate", "Svarprocent", 0), ("rate.exact", "Andel med svar", 1))
    )
    members = planted.MEMBERS.replace(SMALL, "Med ${rate} og ${rate.exact} af ${asked}")
    assert codes(subject(tmp_path, figures=figures, members=members)) == {"rounded-differently"}


def test_the_n_of_a_computed_share_is_known_without_a_base(tmp_path: Path) -> None:
    figures = planted.FIGURES + (
        "rate: {formula: 'share(answered, asked)', label: Svarprocent, unit: pct., source: survey}\n"
    )
    members = planted.MEMBERS.replace(SMALL, "Vi har svar fra ${rate|percent} og")
    assert codes(subject(tmp_path / "a", figures=figures, members=members)) == {"share-without-n"}
    members = planted.MEMBERS.replace(SMALL, "Vi har svar fra ${rate|percent} af ${asked}, og")
    assert codes(subject(tmp_path / "b", figures=figures, members=members)) == set()


def test_key_figures_are_not_set_against_each_other(tmp_path: Path) -> None:
    slide = (
        "  - id: survey.members\n    kind: key_figures\n    title: Klyngerne har ${members} medlemmer i regionen\n"
        "    minutes: 3\n    figures:\n      - {value: '${asked}', label: klynger er spurgt}\n"
        "      - {value: '${members}', label: medlemmer er der i alt}\n"
        "      - {value: '${dialogue}', label: klynger ønsker dialog}\n"
    )
    assert codes(subject(tmp_path, members=slide)) == set()


def test_titles_that_differ_in_signs_alone_are_the_same(tmp_path: Path) -> None:
    members = planted.MEMBERS.replace(
        "Klyngerne har ${members} medlemmer i regionen", '"De fleste Klynger er til stede i regionen."'
    )
    assert "title-unique" in codes(subject(tmp_path, members=members))


def test_a_number_in_the_project_file_is_found_and_a_phone_number_is_none(tmp_path: Path) -> None:
    asked = 'organisation: {name: Navigators, phone: "12345678", role: Partner i 2023}'
    project = planted.PROJECT.replace("organisation: {name: Navigators}", asked)
    assert codes(subject(tmp_path / "a", project=project)) == set()
    project = project.replace("Partner i 2023", "En af 14 partnere")
    assert codes(subject(tmp_path / "b", project=project)) == {"bare-number"}


def test_labels_from_the_data_are_no_typed_numbers(tmp_path: Path) -> None:
    presence = PRESENCE.replace("Er til stede", "50–99 ansatte")
    made = subject(tmp_path, presence=presence)
    assert codes(made) == {"bare-number"}
    row = TabulationRow("2", "50–99 ansatte", Decimal(7), 7, 12)
    table = Tabulation("t", "survey", "survey.csv", "size", "count", 12, (row,), DECLARED)
    contents = {name: replace(content, tabulations={"t": table}) for name, content in made.contents.items()}
    assert codes(replace(made, contents=contents)) == set()


def test_what_layout_reported_is_not_told_again(tmp_path: Path) -> None:
    longer = planted.MEMBERS.replace("i regionen", "i regionen" + " og i alle dens kommuner og byer" * 5)
    known = planted.loaded(tmp_path, members=longer)
    diagnostics = Diagnostics()
    plan = pipeline.plan_deck(known, "board", diagnostics)
    frames = pipeline.set_deck(known, plan, diagnostics)
    pipeline.run_rules(known, plan, frames, BEFORE_WRITING, diagnostics)
    assert [one.code for one in diagnostics] == ["text-does-not-fit"]


def test_a_missing_glyph_is_named_once_for_a_face_with_its_place(tmp_path: Path) -> None:
    presence = PRESENCE.replace("Antal klynger,", "Antal ✓ klynger,")
    members = planted.MEMBERS.replace(SMALL, "Nogle ✓ af tallene ✓")
    questions = planted.QUESTIONS.replace("Hvad skal der til", "Hvad skal ✓ der til")
    found = found_in(subject(tmp_path, presence=presence, members=members, questions=questions))
    assert [one.code for one in found] == ["glyph-missing"] * 2
    assert "`Calibri` has no `✓` (U+2713), which `survey.presence` shows" in found[0].message
    assert "`Cambria` has no `✓` (U+2713), which `meeting.questions` shows" in found[1].message
    assert all(one.span.line > 1 for one in found)


def test_what_a_face_lacks_is_told_once_for_a_script_and_without_what_is_drawn_with_its_neighbour(
    tmp_path: Path,
) -> None:
    members = planted.MEMBERS.replace(SMALL, "Tak 👍🏽 til 👩‍👧 i 北京 for q\u0323\u0308").replace(
        "De fleste", "De 北 fleste"
    )
    signs, letters = sorted(found_in(subject(tmp_path, members=members)), key=lambda one: "北" in one.message)
    assert {signs.code, letters.code} == {"glyph-missing"}
    assert "has no `👍` (U+1F44D), `👩` (U+1F469), `👧` (U+1F467), which" in signs.message
    assert "has no `北` (U+5317), `京` (U+4EAC), which" in letters.message


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Et _kursivt_ ord", "_kursivt_"),
        ("Et __fedt__ ord", "__fedt__"),
        ("Kør `make`", "'make'"),
        ("Et ~~slettet~~ ord", "~~slettet~~"),
        ("H~2O", "~2O"),
        ("Ca. 10^6", "^6"),
        ("Formlen $x^2$", "$x^2$"),
        ("'Se ![kort](https://x.dk/k.png)'", "![kort]"),
        ("'| a | b |'", "| a | b |"),
        ("'# Overskrift'", "# Overskrift"),
        ("'- et punkt'", "- et"),
        ('"Først\\n- så"', "- så"),
        ("Linje<br>skift", "<br>"),
        ("A &amp; B", "&amp;"),
        ("'**fed og _kursiv_ med ${present}**'", "_kursiv_"),
    ],
)
def test_markup_that_no_text_has_is_told(tmp_path: Path, said: str, shown: str) -> None:
    members = planted.MEMBERS.replace(SMALL + " er skøn", said)
    found = [one for one in found_in(subject(tmp_path, members=members)) if one.code == "markup-typed"]
    assert [one.message.split("`")[1] for one in found] == [shown]


@pytest.mark.parametrize(
    "said",
    [
        "Svar * og svar * er **fede** svar",
        "Filen under_score_ligger her",
        "2*3*4 og 5 < 6 > 4",
        "Forbehold*) og noter *",
        "R&D og Q&A; det er alt",
        "[note]: ikke link, [x] afkrydset",
        "Ca. ~5 til ~10",
        "*Kursiv*, **fed**, m^2^ og CO~2~",
        r"\*Stjerner\*, 10\^6, \`kode\` og \_under\_",
        "Nr. #1 i landet",
        "– sagde direktøren –",
    ],
)
def test_signs_that_mark_nothing_are_left_alone(tmp_path: Path, said: str) -> None:
    members = planted.MEMBERS.replace(SMALL + " er skøn", f"'{said}'")
    assert "markup-typed" not in codes(subject(tmp_path, members=members))


def test_a_finding_supports_no_slide_that_only_others_see(tmp_path: Path) -> None:
    written = PRESENCE.replace("    minutes", "    supports: [survey.budget]\n    minutes")
    found = found_in(
        subject(tmp_path, presence=written, project=f"{planted.PROJECT}check: {{ignore: [finding-unused]}}\n")
    )
    assert [(one.code, one.message) for one in found] == [
        ("dangling-reference", "`survey.presence` supports `survey.budget`, which board does not see")
    ]


def test_figure_without_source(tmp_path: Path) -> None:
    made = subject(tmp_path)
    figures = made.content.figures
    present = replace(figures["present"], source="", provenance=computed("answered"))
    assert codes(with_figures(made, present=present)) == set()
    assert codes(with_figures(made, present=replace(figures["present"], source=""))) == {"figure-without-source"}


def test_every_rule_is_named_in_a_planted_fault() -> None:
    """A rule without a fault of its own would pass every test by never speaking."""
    said = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [code for code in all_rules() if f'"{code}"' not in said] == []
