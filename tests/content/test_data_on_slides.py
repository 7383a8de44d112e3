"""What data and programs write comes to a slide as it is, and what could not be read is told once."""

from __future__ import annotations

import re
from pathlib import Path

import planted
import pytest

from deckgen.content import load
from deckgen.diagnostics import Diagnostics
from deckgen.registry import registry

DATA = """\
datasets:
  s:
    file: s.csv
    source: survey
    named: false
    columns:
      q: {type: single, options: {1: "Ja, **helt** [enig](x)", 2: "Nej ** $[2"}}
tabulations:
  t: {data: s, question: q, statistic: share}
"""
TABLE = """\
  - id: survey.presence
    kind: table
    title: De fleste svarer ja
    columns: [Svar, Andel]
    table: t
    minutes: 5
"""
CHART = """\
  - id: survey.presence
    kind: chart
    title: De fleste svarer ja
    chart: bar
    counted: Andel, n = 4
    table: t
    minutes: 5
"""


def said(folder: Path, **changed: str) -> list[tuple[str, str]]:
    """Code and file of every error in the content."""
    found = Diagnostics()
    planted.written(folder, changed)
    load(folder, registry(), found)
    return [(one.code, Path(one.span.file).name) for one in found if one.severity == "error"]


def shown(folder: Path, **changed: str) -> str:
    """The text of the deck's slides."""
    parts = planted.subject(folder, **changed).parts
    slides = (data.decode() for name, data in parts.items() if name.startswith("ppt/slides/slide"))
    return re.sub("<[^>]+>", "", "\n".join(slides))


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    (tmp_path / "s.csv").write_text("n;q\na;1\nb;1\nc;1\nd;2\n", encoding="utf-8")
    return tmp_path


def test_marks_in_the_labels_of_data_are_letters(survey: Path) -> None:
    text = shown(survey, presence=TABLE, data=DATA)
    assert "Ja, **helt** [enig](x)" in text and "Nej ** $[2" in text


def test_marks_in_the_names_of_series_are_letters(survey: Path) -> None:
    (survey / "s.csv").write_text("g;q\na;1\nb;1\na;2\nb;2\n", encoding="utf-8")
    columns = "      g: {type: single, options: {a: A, b: B}}\ntabulations:"
    data = DATA.replace("tabulations:", columns).replace("statistic: share", "statistic: count, by: g")
    assert said(survey, presence=CHART.replace("bar", "stacked_bar"), data=data) == []


@pytest.mark.parametrize("slide", [TABLE, CHART])
def test_a_data_file_that_is_missing_is_one_error(tmp_path: Path, slide: str) -> None:
    figures = planted.FIGURES + "yes: {from: t/1, label: Ja, source: survey, unit: '%'}\n"
    members = planted.MEMBERS.replace("${members} medlemmer", "${yes}")
    invariants = "- {that: yes <= asked, because: det er sådan}\n"
    changed = {"presence": slide, "members": members, "figures": figures, "invariants": invariants}
    assert said(tmp_path, data=DATA, **changed) == [("data-unreadable", "data.yaml")]


def test_a_tabulation_that_is_not_there_is_one_error(survey: Path) -> None:
    assert said(survey, presence=TABLE.replace("table: t", "table: u"), data=DATA) == [
        ("unknown-tabulation", "slides.yaml")
    ]


def test_datasets_that_cannot_be_read_leave_no_tabulation_unknown(survey: Path) -> None:
    wrong = DATA.replace("datasets:", "dataset:")
    assert said(survey, presence=TABLE, data=wrong) == [("unknown-key", "data.yaml")]


@pytest.mark.parametrize("word", ["null", "~", "nan", "NaN", "None", "<NA>"])
def test_what_a_program_writes_for_nothing_is_no_word(tmp_path: Path, word: str) -> None:
    items = f"items:\n      - {word}\n      - Nogle"
    bullets = planted.MEMBERS.replace("items:\n      - De fleste er små virksomheder\n      - Nogle", items)
    assert bullets != planted.MEMBERS
    assert said(tmp_path, members=bullets) == [("null-word", "slides.yaml")]
    assert said(tmp_path, members=bullets.replace(word, f'"{word}"')) == []


def test_two_rows_of_a_chart_with_one_label_are_refused_at_the_second(tmp_path: Path) -> None:
    twice = planted.PRESENCE.replace("label: Er til stede", "label: Ønsker dialog")
    assert said(tmp_path, presence=twice) == [("label-twice", "slides.yaml")]


@pytest.mark.parametrize("unit", ["", ", unit: procent", ", unit: '%'"])
@pytest.mark.parametrize("value", ["from: t/1", "formula: 'share(answered, asked)'"])
def test_a_share_is_printed_as_one_whatever_it_is_made_of(survey: Path, value: str, unit: str) -> None:
    figures = planted.FIGURES + f"part: {{{value}, label: Andel, source: survey, decimals: 0{unit}}}\n"
    members = planted.MEMBERS.replace("${members} medlemmer i regionen", "vokset ${part} over tid")
    text = shown(survey, members=members, figures=figures, data=DATA)
    number, sign = "75" if "from" in value else "92", "procent" if "procent" in unit else "%"
    assert f"{number}\u00a0{sign} over tid" in text


def test_a_text_may_name_a_cell_of_any_tabulation(survey: Path) -> None:
    rows = TABLE.replace("    table: t\n", "    rows:\n      - cells: [x, y]\n")
    slide = rows.replace("De fleste svarer ja", "I alt svarer ${table.t.1} ja")
    assert "75" in shown(survey, presence=slide, data=DATA)
    assert said(survey, presence=slide.replace("t.1", "t.7"), data=DATA) == [("unknown-figure", "slides.yaml")]


def test_the_row_that_is_the_finding_is_named_beside_the_table(survey: Path) -> None:
    found = planted.subject(survey, presence=CHART + "    emphasis: 2\n", data=DATA)
    (chart,) = (written.fields for _, written in found.slides if written.id == "survey.presence")
    assert [row.emphasis for row in chart.data] == [False, True]
    both = planted.subject(survey, presence=CHART + "    emphasis: [1, 2]\n", data=DATA)
    (chart,) = (written.fields for _, written in both.slides if written.id == "survey.presence")
    assert [row.emphasis for row in chart.data] == [True, True]
    wrong = CHART + "    emphasis: 3\n"
    assert said(survey, presence=wrong, data=DATA) == [("unknown-row", "slides.yaml")]
    with pytest.raises(AssertionError, match="did you mean `Nej"):
        planted.subject(survey, presence=CHART + "    emphasis: 'NEJ ** $[2'\n", data=DATA)


SURE = DATA.replace("statistic: share", "statistic: share, confidence: 95")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_table_says_between_which_numbers_chance_leaves_each(survey: Path) -> None:
    columns = TABLE.replace("[Svar, Andel]", "[Svar, Andel, Interval]")
    text = plain(shown(survey, presence=columns, data=SURE))
    assert "4–100 %" in text and "0–96 %" in text


def test_a_chart_says_how_far_chance_may_move_what_it_shows(survey: Path) -> None:
    text = plain(shown(survey, presence=CHART, data=SURE))
    assert "Andel, n = 4 (usikkerhed højst ±71 procentpoint ved 95 % konfidens)" in text


def test_an_interval_is_said_once_in_the_notes_with_the_number_between_its_ends(survey: Path) -> None:
    parts = planted.subject(survey, presence=TABLE.replace("Andel]", "Andel, Interval]"), data=SURE).parts
    notes = plain("".join(data.decode() for name, data in parts.items() if "notesSlide" in name))
    assert notes.count("95 %-konfidensinterval 4–100 %") == 1 and "nedre grænse" not in notes


def test_a_text_may_name_an_end_of_an_interval(survey: Path) -> None:
    members = planted.MEMBERS.replace("${members} medlemmer i regionen", "vokset ${table.t.1.low} over tid")
    assert "4 % over tid" in plain(shown(survey, members=members, data=SURE))


def test_what_is_weighed_says_so_in_the_foot(survey: Path) -> None:
    (survey / "s.csv").write_text("n;q;w\na;1;0,5\nb;1;1,5\nc;1;1\nd;2;1\n", encoding="utf-8")
    weighed = DATA.replace("named: false", "named: false\n    weight: w")
    assert "Grundlag: n = 4, vægtet, effektivt n = 4" in plain(shown(survey, presence=CHART, data=weighed))


BANNER = """\
datasets:
  s:
    file: s.csv
    source: survey
    columns:
      q: {type: single, options: {1: Ja, 2: Nej}}
      g: {type: single, label: Køn, options: {m: Mænd, k: Kvinder}}
      h: {type: single, label: Alder, options: {u: Under 50, o: Over 50}}
tabulations:
  t: {data: s, question: q, statistic: share, by: [g, h], total: Alle}
"""


@pytest.fixture
def banner(tmp_path: Path) -> Path:
    rows = "".join(f"{q};{g};{h}\n" for q in "1122" for g in "mk" for h in "uo" for _ in range(3))
    (tmp_path / "s.csv").write_text(f"q;g;h\n{rows}", encoding="utf-8")
    return tmp_path


def test_a_table_without_heads_is_a_cross_table_with_n(banner: Path) -> None:
    text = plain(shown(banner, presence=TABLE.replace("    columns: [Svar, Andel]\n", ""), data=BANNER))
    assert "GruppeJaNejnAlle50 %50 %48Køn" in text and "KønMænd50 %50 %24Kvinder50 %50 %24AlderUnder 50" in text
    assert "Grundlag: n = 24–48." in text


def test_a_chart_of_a_banner_keeps_its_order_and_says_n(banner: Path) -> None:
    chart = CHART.replace("bar", "percent_bar").replace(", n = 4", " i procent")
    parts = planted.subject(banner, presence=chart, data=BANNER).parts
    drawn = "".join(data.decode() for name, data in parts.items() if name.startswith("ppt/charts/chart"))
    labels = re.findall(r"<c:v>([^<]*n = [^<]*)</c:v>", plain(drawn))
    assert list(dict.fromkeys(labels)) == [
        *("Alle (n = 48)", "Mænd (n = 24)", "Kvinder (n = 24)"),
        *("Under 50 (n = 24)", "Over 50 (n = 24)"),
    ]


def test_a_small_group_of_a_banner_says_no_n(banner: Path) -> None:
    with (banner / "s.csv").open("a", encoding="utf-8") as lines:
        lines.write("1;;u\n" * 2)
    text = plain(shown(banner, presence=TABLE.replace("    columns: [Svar, Andel]\n", ""), data=BANNER))
    assert "skjult" in text


COMPARED = BANNER.replace("by: [g, h], total: Alle", "by: g, named: false, compare: {least: 20}")


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    rows = "1;m\n" * 20 + "2;m\n" * 4 + "1;k\n" * 6 + "2;k\n" * 18
    (tmp_path / "s.csv").write_text("q;g;h\n" + rows.replace("\n", ";u\n"), encoding="utf-8")
    return tmp_path


def test_letters_stand_in_a_table_and_the_foot_says_what_they_mean(apart: Path) -> None:
    text = plain(shown(apart, presence=TABLE.replace("    columns: [Svar, Andel]\n", ""), data=COMPARED))
    assert "Mænd (A)83 % B17 %24Kvinder (B)25 %75 % A24" in text
    assert "Bogstaver: signifikant over gruppen med bogstavet (95 %)." in text


def test_a_chart_says_in_words_which_groups_differ(apart: Path) -> None:
    chart = CHART.replace("bar", "percent_bar").replace(", n = 4", " i procent")
    assert "Andel i procent (Ja: A over B; Nej: B over A)" in plain(shown(apart, presence=chart, data=COMPARED))


def test_the_foot_says_how_it_was_corrected_and_what_was_not_tested(apart: Path) -> None:
    data = COMPARED.replace("{least: 20}", "{with: total, correction: holm}")
    text = plain(shown(apart, presence=TABLE.replace("    columns: [Svar, Andel]\n", ""), data=data))
    assert "↑↓: signifikant over eller under de øvrige (95 %, Holm); grupper på 30 eller flere er testet." in text


OPEN = """\
datasets:
  s:
    file: s.csv
    source: survey
    key: n
    columns: {why: {type: text}, place: {type: single, options: {a: Nord}}}
    code-books:
      reasons:
        question: why
        codes: {cost: {label: Prisen, words: [dyr*]}}
        rest: Andet
        quotes: {dear: {respondent: 1, by: [place]}}
tabulations:
  t: {data: s, question: reasons, statistic: share}
"""
QUOTE = """\
  - id: survey.presence
    kind: quote
    title: Prisen er det, der holder tilbage
    quote: reasons.dear
    minutes: 5
"""


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    text = "n;why;place\n" + "".join(f"{at};Det er **dyrt** for [os](x);a\n" for at in range(5))
    (tmp_path / "s.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_quote_stands_as_it_was_written_with_who_it_is_of_and_its_source(answers: Path) -> None:
    text = shown(answers, presence=QUOTE, data=OPEN)
    assert "Det er **dyrt** for [os](x)" in text and "Nord" in text
    assert "Spørgeskema" in text.partition("Det er **dyrt**")[2]


def test_codes_of_open_answers_are_drawn_as_any_answers(answers: Path) -> None:
    assert said(answers, presence=CHART, data=OPEN) == []


@pytest.mark.parametrize(
    ("quote", "data", "code"),
    [
        (QUOTE.replace("dear", "deer"), OPEN, "unknown-quote"),
        (QUOTE + "    words: Noget andet\n    who: En leder\n", OPEN, "unknown-key"),
        (QUOTE, OPEN.replace("file: s.csv", "file: s.csv\n    for: [directorate]"), "not-for-audience"),
        (QUOTE, OPEN.replace("respondent: 1", "respondent: 9"), "no-respondent"),
    ],
)
def test_a_quote_that_cannot_be_shown_is_told_of_once(answers: Path, quote: str, data: str, code: str) -> None:
    assert [one for one, _ in said(answers, presence=quote, data=data)] == [code]


WAVES = """\
datasets:
  first: {file: a.csv, source: survey, columns: {q: {type: single, options: {1: Ja, 2: Nej}}}}
  second: {file: b.csv, source: survey, columns: {q: {type: single, options: {1: Ja, 2: Nej}}}%s}
waves:
  years: {label: År, source: survey, of: {2021: first, 2023: second}}
tabulations:
  t: {data: years, question: q, statistic: share}
"""


@pytest.mark.parametrize(("limit", "errors"), [("", []), (", for: [directorate]", ["not-for-audience"])])
def test_waves_are_drawn_as_lines_and_seen_by_who_sees_all_of_them(
    tmp_path: Path, limit: str, errors: list[str]
) -> None:
    for name, no in (("a", 6), ("b", 8)):
        (tmp_path / f"{name}.csv").write_text("q\n" + "1\n" * 9 + "2\n" * no, encoding="utf-8")
    found = said(tmp_path, presence=CHART.replace("bar", "line"), data=WAVES % limit)
    assert sorted({one for one, _ in found}) == errors


@pytest.mark.parametrize(("statistic", "shown_as"), [("mean", "4,0 kr."), ("sum", "20 kr."), ("count", "5")])
def test_numbers_print_the_unit_of_their_column_wherever_they_stand(
    tmp_path: Path, statistic: str, shown_as: str
) -> None:
    (tmp_path / "s.csv").write_text("price\n" + "4\n" * 5, encoding="utf-8")
    data = (
        "datasets:\n  s: {file: s.csv, source: survey, columns: {price: {type: integer, label: Prisen, unit: kr.}}}\n"
        f"tabulations:\n  t: {{data: s, question: price, statistic: {statistic}}}\n"
    )
    figure = "paid: {from: t, label: Betalt, source: survey%s}\n" % (", decimals: 1" if statistic == "mean" else "")
    members = planted.MEMBERS.replace("De fleste er små virksomheder", "Det er ${paid} i alt")
    text = shown(tmp_path, presence=TABLE, data=data, figures=planted.FIGURES + figure, members=members)
    assert text.replace("\xa0", " ").count(shown_as) >= 2


@pytest.mark.parametrize(
    ("slide", "own"), [(CHART, "data: [{label: x, value: 2}]"), (TABLE, "rows: [cells: [x, y]]")]
)
def test_what_excludes_each_other_is_named_and_what_lacks_names_both(survey: Path, slide: str, own: str) -> None:
    key = own.split(":")[0]
    both = slide.replace("    table: t\n", f"    table: t\n    {own}\n")
    assert told(survey, both) == [
        ("fields-disagree", f"`{key}` and `table` exclude each other", "leave one of them out")
    ]
    lacking = slide.replace("    table: t\n", "")
    wanted = f"write `{key}: …`, or `table: …` with a tabulation"
    assert told(survey, lacking) == [("missing-key", f"`{key}` is missing", wanted)]


def told(folder: Path, slide: str) -> list[tuple[str, str, str]]:
    found = Diagnostics()
    planted.written(folder, {"presence": slide, "data": DATA})
    load(folder, registry(), found)
    return [(one.code, one.message, (one.hint or "").rpartition(":")[0]) for one in found if one.severity == "error"]
