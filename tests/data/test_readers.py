"""Which reader a data file has, and a reader of another package: the listing of the guide, word for word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from surveys import faults, one

from brought import bring
from deckgen.data.readers import reader_of, readers

GUIDE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
LISTING = GUIDE.partition("## Adding a data reader")[2].partition("```python\n")[2].partition("```")[0]
Installer = Callable[[str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installer]:
    """Installs a package that brings the reader `bars`."""

    def done(body: str) -> None:
        bring(tmp_path / "site", monkeypatch, "deckgen.readers", "bars", body)
        readers.cache_clear()

    yield done
    readers.cache_clear()


@pytest.mark.parametrize(
    ("file", "form", "name"),
    [
        ("a.csv", "", "csv"),
        ("a.XLSM", "", "xlsx"),
        ("a.dat", "", "csv"),
        ("a", "", "csv"),
        ("a.csv", "xlsx", "xlsx"),
        ("a.xlsx", "csv", "csv"),
    ],
)
def test_a_file_is_read_by_its_ending_or_as_it_is_said(file: str, form: str, name: str) -> None:
    assert reader_of(file, form).name == name


def test_a_form_that_nobody_reads_is_reported_with_the_nearest(tmp_path: Path) -> None:
    assert [said.split()[0] for said in faults(tmp_path, b"q\n1\n", "q: {type: integer}", more="format: xlxs")] == [
        "unknown-choice"
    ]


def test_the_listing_of_the_guide_reads_files_by_their_ending_and_by_its_name(
    tmp_path: Path, install: Installer
) -> None:
    install(LISTING)
    data = b"id|q\n1|7\n2|5\n"
    assert reader_of("a.bars", "").package == "brings_bars"
    assert one(tmp_path, data, "type: integer", "statistic: sum", file="s.bars")[0][1] == "12"
    assert one(tmp_path, data, "type: integer", "statistic: sum", more="format: bars")[0][1] == "12"
    assert faults(tmp_path, b"id|q\n1\n", "q: {type: integer}", file="s.bars") == ["ragged-row s.bars:2:2"]


def test_our_own_reader_comes_before_one_that_claims_its_ending(install: Installer) -> None:
    install(LISTING.replace('".bars"', '".csv"'))
    assert reader_of("a.csv", "").name == "csv"


@pytest.mark.parametrize("suffixes", ['".bars"', '("bars",)', '(".BARS",)'])
def test_endings_that_cannot_be_are_the_packages_fault(tmp_path: Path, install: Installer, suffixes: str) -> None:
    install(LISTING.replace('(".bars",)', suffixes))
    (said,) = faults(tmp_path, b"q\n1\n", "q: {type: integer}", file="s.bars")
    assert said.startswith("broken-reader data.yaml:")
