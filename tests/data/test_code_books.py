"""Answers in own words are counted by codes, and quotes of them are true and name nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from surveys import faults, tabulated

from deckgen.data import codes, read_data, sheet
from deckgen.data.readers import csv
from deckgen.diagnostics import Diagnostics
from deckgen.nodes.reader import read_text

DATA = """id;navn;sted;fag;hvorfor
1;Anders Jensen;Nord;smed;Det er for dyrt
2;Bo Friis;Nord;smed;Prisen, og vi har ikke tid
3;Dorte Holm;Nord;smed;Vi mangler tid
4;Eva Kjær;Nord;smed;Anders Jensen sagde nej, ring 98 12 34 56
5;Finn Lund;Syd;smed;Vi har alt selv
6;Gerda Munk;Syd;bager;
7;Hans Nord;Syd;smed;DYRE maskiner i Syd
8;Ib Olsen;Nord;smed;Det ved Ib bedst
"""
COLUMNS = (
    "sted: {type: single, options: {Nord: Nord, Syd: Syd}}, "
    "fag: {type: single, options: {smed: Smed, bager: Bager}}, hvorfor: {type: text, label: Hvorfor ikke?}"
)
CODES = "pris: {label: Prisen, words: [dyr*, pris*]}, tid: {label: Tiden, words: [ikke tid, mangler   tid]}"


def book(codes: str = CODES, more: str = "rest: Andet", quotes: str = "") -> str:
    said = f", quotes: {{{quotes}}}" if quotes else ""
    return f"key: id, code-books: {{grunde: {{question: hvorfor, codes: {{{codes}}}, {more}{said}}}}}"


def counted(folder: Path, dataset: str, table: str = "statistic: count, named: false") -> dict[str, tuple[int, int]]:
    tables, found = tabulated(folder, DATA, COLUMNS, f"t: {{data: s, question: grunde, {table}}}", more=dataset)
    assert [str(each) for each in found] == []
    return {row.key: (row.count, row.base) for row in tables["t"].rows}


@pytest.mark.parametrize("few", [0, 1000])
def test_an_answer_carries_the_codes_whose_words_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    for module in (codes, csv, sheet):
        monkeypatch.setattr(module, "FEW", few)
    assert counted(tmp_path, book()) == {"pris": (3, 7), "tid": (2, 7), "rest": (3, 7)}


@pytest.mark.parametrize("few", [0, 1000])
def test_a_respondent_is_given_a_code_or_spared_it_by_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    for module in (codes, csv, sheet):
        monkeypatch.setattr(module, "FEW", few)
    own = 'pris: {label: Prisen, words: [dyr*], except: ["7"]}, selv: {label: Selv, respondents: ["5", "7"]}'
    assert counted(tmp_path, book(own)) == {"pris": (1, 7), "selv": (2, 7), "rest": (4, 7)}


def test_coded_answers_are_told_as_any_question_of_several_answers(tmp_path: Path) -> None:
    shown = counted(tmp_path, book(), "statistic: share, by: [sted], named: false")
    assert shown == {
        "Nord/pris": (2, 5), "Nord/tid": (2, 5), "Nord/rest": (2, 5),
        "Syd/pris": (1, 2), "Syd/tid": (0, 2), "Syd/rest": (1, 2),
    }  # fmt: skip
    tables, _ = tabulated(tmp_path, DATA, COLUMNS, "t: {data: s, question: grunde, statistic: share}", more=book())
    assert [row.hidden for row in tables["t"].rows] == [False, True, False] and tables[
        "t"
    ].question == "Hvorfor ikke?"


@pytest.mark.parametrize(
    ("dataset", "fault"),
    [
        (book(more="label: Grunde"), "answers-uncoded"),
        (book("pris: {label: Prisen}"), "code-book-unfit"),
        (book("rest: {label: Prisen, words: [dyr]}"), "code-book-unfit"),
        (book("pris: {label: Andet, words: [dyr]}"), "label-twice"),
        (book('pris: {label: Prisen, respondents: ["99"]}'), "no-respondent"),
        (book('pris: {label: Prisen, respondents: ["1"]}').removeprefix("key: id, "), "code-book-unfit"),
        (book().replace("grunde:", "sted:"), "code-book-unfit"),
        (book().replace("hvorfor", "sted"), "code-book-unfit"),
        (book().replace("hvorfor", "hvorfr"), "unknown-question"),
    ],
)
def test_a_code_book_that_is_none_is_told(tmp_path: Path, dataset: str, fault: str) -> None:
    assert [each.partition(" ")[0] for each in faults(tmp_path, DATA, COLUMNS, more=dataset)] == [fault]


def quoted(folder: Path, quote: str, more: str = "named: true") -> tuple[list[tuple[str, str]], list[str]]:
    """Words and teller of each quote, and what is wrong."""
    (folder / "s.csv").write_text(DATA)
    dataset = book(quotes=f"q: {{{quote}}}")
    node = read_text(
        f"datasets:\n  s: {{file: s.csv, source: x, columns: {{{COLUMNS}}}, {dataset}, {more}}}\n",
        "data.yaml",
        Diagnostics(),
    )
    assert node is not None
    found = Diagnostics()
    made = read_data(node, folder, "da", found)
    assert made.quote_names == ("grunde.q",)
    return [(one.words, one.who) for one in made.quotes.values()], [each.code for each in found]


@pytest.mark.parametrize(
    ("quote", "wanted"),
    [
        ('respondent: "1"', ("Det er for dyrt", "")),
        ('respondent: "2", words: "vi har ikke tid", by: [sted, fag]', ("vi har ikke tid", "Nord, Smed")),
        ('respondent: "2", words: "Prisen […] ikke tid"', ("Prisen […] ikke tid", "")),
        ('respondent: "7", words: DYRE maskiner, by: [sted], disclose: givet lov', ("DYRE maskiner", "Syd")),
        ('respondent: "4", disclose: givet lov', ("Anders Jensen sagde nej, ring 98 12 34 56", "")),
    ],
)
def test_a_quote_is_what_somebody_wrote(tmp_path: Path, quote: str, wanted: tuple[str, str]) -> None:
    assert quoted(tmp_path, quote) == ([wanted], [])


@pytest.mark.parametrize(
    ("quote", "fault"),
    [
        ('respondent: "1", words: "Det er dyrt"', "quote-not-said"),
        ('respondent: "2", words: "ikke tid […] Prisen"', "quote-not-said"),
        ('respondent: "6"', "quote-not-said"),
        ('respondent: "9"', "no-respondent"),
        ('respondent: "8"', "quote-names"),
        ('respondent: "4", words: "Anders Jensen sagde nej"', "quote-names"),
        ('respondent: "4", words: "ring 98 12 34 56"', "quote-names"),
        ('respondent: "5", by: [sted, fag]', "quote-names"),
        ('respondent: "1", by: [hvorfor]', "group-impossible"),
        ('respondent: "1", by: [stad]', "unknown-question"),
    ],
)
def test_a_quote_that_is_not_said_or_names_somebody_is_refused(tmp_path: Path, quote: str, fault: str) -> None:
    assert quoted(tmp_path, quote) == ([], [fault])
