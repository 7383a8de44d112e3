"""Whoever sits in both rooms subtracts what one deck shows from what the other shows."""

from __future__ import annotations

from pathlib import Path

import planted
import pytest

import deckgen
from deckgen.diagnostics import Diagnostic
from projects import GOOD, laid_over, write

# Nine small and eight large companies; of those without a say, one is large.
ANSWERS = "size;content\n" + "small;yes\n" * 6 + "small;none\n" * 3 + "large;yes\n" * 7 + "large;none\n"
DATA = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      content: {type: single, label: Tilfreds, options: {yes: Tilfreds, none: Uden mening}}
tabulations:
  content: {data: answers, question: content, statistic: count}
  small: {data: answers, question: content, statistic: count, where: {size: [small]}}
"""
FIGURES = """\
none.all: {from: content/none, label: Uden mening, source: survey}
none.small: {from: small/none, label: Små uden mening, source: survey}
"""
ALL = """\
slides:
  - {id: survey.all, kind: statement, title: "Uden mening er ${none.all}", body: Færre end før, minutes: 2}
"""
SMALL = ALL.replace("survey.all", "survey.small").replace("none.all", "none.small")


def found(
    folder: Path, *decks: str, listed: dict[str, str], figures: str = FIGURES, data: str = DATA
) -> list[Diagnostic]:
    """What small cells there are where each deck lists these slides of the two."""
    files = {
        "content/answers.csv": ANSWERS,
        "content/data.yaml": data,
        "content/figures.yaml": GOOD["content/figures.yaml"] + figures,
        "content/all.yaml": ALL,
        "content/small.yaml": SMALL,
    }
    for deck, ids in listed.items():
        written = planted.BOARD if deck == "board" else planted.DIRECTORATE
        files[f"content/decks/{deck}.yaml"] = written.replace("survey.members", f"survey.members, {ids}", 1)
    project = write(folder, laid_over(files))
    result = deckgen.check(
        project / "content", decks=decks, brand=project / "assets/_brand.yml", select=["small-cell"]
    )
    return [one for one in result.diagnostics if one.code == "small-cell"]


APART = {"board": "survey.all", "directorate": "survey.small"}


@pytest.mark.parametrize("decks", [(), ("board",), ("directorate",)])
def test_what_one_deck_shows_less_what_another_shows_is_said_once_whichever_is_checked(
    decks: tuple[str, ...], tmp_path: Path
) -> None:
    (one,) = found(tmp_path, *decks, listed=APART)
    assert one.severity == "error"
    assert one.message == "`none.all` (in board) less `none.small` (in directorate) leaves 1 respondent"
    assert one.span.file.endswith("figures.yaml")


def test_what_one_deck_shows_whole_is_that_decks_own(tmp_path: Path) -> None:
    both = {"board": "survey.all, survey.small", "directorate": "survey.small"}
    assert [one.message for one in found(tmp_path, listed=both)] == [
        "`none.all` less `none.small` leaves 1 respondent"
    ]


def test_a_slide_that_no_deck_lists_tells_nobody(tmp_path: Path) -> None:
    assert found(tmp_path, listed={"board": "survey.all"}) == []


def test_what_was_published_or_disclosed_is_listed_and_no_error(tmp_path: Path) -> None:
    published = FIGURES.replace("content/none,", "content/none, published: 4,").replace(
        "small/none,", "small/none, published: 3,"
    )
    (one,) = found(tmp_path / "published", listed=APART, figures=published)
    assert (one.severity, "published" in one.message) == ("info", True)
    told = DATA.replace("statistic: count", "statistic: count, disclose: alle har sagt ja")
    (one,) = found(tmp_path / "disclosed", listed=APART, data=told)
    assert (one.severity, "disclosed: alle har sagt ja" in one.message) == ("info", True)


def test_one_of_two_that_was_published_does_not_exempt_the_other(tmp_path: Path) -> None:
    half = FIGURES.replace("content/none,", "content/none, published: 4,")
    assert [one.severity for one in found(tmp_path, listed=APART, figures=half)] == ["error"]


def test_a_sum_in_one_deck_less_a_part_in_the_other_is_said(tmp_path: Path) -> None:
    """The board is shown what both sizes come to, the directorate what one of them does: neither shows the other."""
    large = "none.large: {from: large/none, label: Store uden mening, source: survey}\n"
    computed = large + FIGURES.replace("from: content/none", "formula: none.small + none.large")
    data = DATA + "  large: {data: answers, question: content, statistic: count, where: {size: [large]}}\n"
    (one,) = found(tmp_path, listed=APART, figures=computed, data=data)
    assert one.severity == "error"
    assert one.message == "`none.all` (in board) less `none.small` (in directorate) leaves 1 respondent"
