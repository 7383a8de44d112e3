"""Which reader a data file has, and a reader of another package: the listing of the guide, word for word."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from surveys import faults, one

from deckgen.data.readers import reader_of, readers

GUIDE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
LISTING = GUIDE.partition("## Adding a data reader")[2].partition("```python\n")[2].partition("```")[0]
Installer = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    """Leaves a package as an installer does: metadata with one entry point, and a module."""

    def done(name: str, body: str) -> None:
        site, module = tmp_path / "site", f"reads_{name}"
        about = site / f"{module}-1.0.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text(f"[deckgen.readers]\n{name} = {module}\n")
        (site / f"{module}.py").write_text(body, encoding="utf-8")
        monkeypatch.syspath_prepend(str(site))
        monkeypatch.delitem(sys.modules, module, raising=False)
        readers.cache_clear()

    return done


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
    install("bars", LISTING)
    data = b"id|q\n1|7\n2|5\n"
    assert reader_of("a.bars", "").package == "reads_bars"
    assert one(tmp_path, data, "type: integer", "statistic: sum", file="s.bars")[0][1] == "12"
    assert one(tmp_path, data, "type: integer", "statistic: sum", more="format: bars")[0][1] == "12"
    assert faults(tmp_path, b"id|q\n1\n", "q: {type: integer}", file="s.bars") == ["ragged-row s.bars:2:2"]


def test_our_own_reader_comes_before_one_that_claims_its_ending(install: Installer) -> None:
    install("bars", LISTING.replace('".bars"', '".csv"'))
    assert reader_of("a.csv", "").name == "csv"


@pytest.mark.parametrize("suffixes", ['".bars"', '("bars",)', '(".BARS",)'])
def test_endings_that_cannot_be_are_the_packages_fault(tmp_path: Path, install: Installer, suffixes: str) -> None:
    install("bars", LISTING.replace('(".bars",)', suffixes))
    (said,) = faults(tmp_path, b"q\n1\n", "q: {type: integer}", file="s.bars")
    assert said.startswith("broken-reader data.yaml:")
