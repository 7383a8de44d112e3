"""The package as a program uses it: what `deckgen.build` and its like return, and what they raise."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import deckgen
from asked import BRAND, edit, write
from deckgen.compare.changes import Changes
from deckgen.compare.sides import Sides
from templates import made

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "content")


def test_the_package_shows_what_it_offers() -> None:
    assert dir(deckgen) == sorted([*deckgen.__all__, "__version__"])
    for name in deckgen.__all__:
        assert getattr(deckgen, name).__doc__
    with pytest.raises(AttributeError):
        deckgen.nothing  # noqa: B018


@pytest.mark.parametrize("path", ["x" * 300, "a\0b", "\ud800", "a/" * 3000])
def test_a_path_that_no_file_can_have_is_a_diagnostic(path: str, folder: Path) -> None:
    results = (
        deckgen.load(path, brand=BRAND),
        deckgen.load(folder, brand=path),
        deckgen.load(folder, brand=BRAND, template=path),
        deckgen.build(folder, brand=BRAND, output=path),
        deckgen.pictures(folder, brand=BRAND, output=path),
        deckgen.write_template(path, content=folder, brand=BRAND),
        deckgen.inspect_template(path),
        deckgen.map_template(path),
        deckgen.diff(folder, "board", since=path, brand=BRAND),
    )
    assert not any(result.ok for result in results)


@pytest.mark.parametrize(
    ("call", "told"),
    [("is_dir", {"folder-unreadable"}), ("is_file", {"file-unreadable"}), ("exists", set())],
)
def test_what_may_not_be_looked_at_is_a_diagnostic(
    call: str, told: set[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, **_: object) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, call, refuse)
    assert {one.code for one in deckgen.load(folder, brand=BRAND).diagnostics} == told
    assert not deckgen.build(folder, brand=BRAND, output=folder.parent / "output").ok
    inspected = deckgen.inspect_template(folder / "client.pptx")
    assert [one.code for one in inspected.diagnostics] == ["template-unreadable"]


def test_a_content_folder_that_is_a_file_is_said_to_be_one(folder: Path) -> None:
    (found,) = deckgen.load(folder / "project.yaml", brand=BRAND).diagnostics
    assert (found.code, found.message) == ("no-content", "this is a file, and no folder")


def test_importing_the_package_imports_none_of_its_rooms() -> None:
    said = "import deckgen, sys; print([name for name in sys.modules if name.startswith('deckgen.')])"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


def test_the_lines_of_the_readme_run_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    (listing,) = (block for block in README.split("```python\n")[1:] if "import deckgen" in block)
    lines = listing.partition("```")[0]
    assert len([line for line in lines.splitlines() if line]) == 6
    exec(compile(lines, "README.md", "exec"), {})
    assert (tmp_path / "output/board.pptx").is_file()
    assert capsys.readouterr().out == "output/board.pptx\n"


def test_a_build_returns_files_plans_and_frames_and_prints_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = deckgen.build(folder, brand=BRAND, output=tmp_path / "out")
    assert result.ok
    assert result.files == (tmp_path / "out/board.pptx", tmp_path / "out/directorate.pptx")
    assert all(file.is_file() for file in result.files)
    assert result.plans["board"].audience == "board"
    assert len(result.frames["board"].frames) >= len(result.plans["board"].slides) > 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("call", [deckgen.load, deckgen.build, deckgen.check, deckgen.plan, deckgen.trace_figures])
def test_an_error_in_the_content_is_a_result(
    call: Callable[..., deckgen.Result], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    edit(folder, "slides", "kind: table", "kind: tabel")
    result = call("content", brand=BRAND)
    assert not result.ok
    (found,) = (one for one in result.diagnostics if one.code == "unknown-kind")
    assert found.span.file == "content/slides.yaml"
    assert result.files == ()
    assert not (folder.parent / "output").exists()


def test_a_folder_or_a_brand_that_is_not_there_is_a_result(folder: Path, tmp_path: Path) -> None:
    assert [one.severity for one in deckgen.build(tmp_path / "nowhere", brand=BRAND).diagnostics] == ["error"]
    assert [one.severity for one in deckgen.build(folder, brand=tmp_path / "no.yml").diagnostics] == ["error"]
    assert not deckgen.build(folder, brand=BRAND, template=tmp_path / "no.pptx", output=tmp_path / "o").ok
    assert not deckgen.inspect_template(tmp_path / "no.pptx").ok


def test_names_that_nobody_has_are_raised(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for call in (deckgen.build, deckgen.check, deckgen.plan):
        with pytest.raises(deckgen.UsageError, match=r"no deck 'bord': board, directorate\. Did you mean 'board'"):
            call(folder, decks=["bord"], brand=BRAND)
    with pytest.raises(deckgen.UsageError, match=r"no rule 'leek'\. Did you mean 'leak'"):
        deckgen.check(folder, brand=BRAND, select=["leek"])
    with pytest.raises(deckgen.UsageError, match=r"no figure 'member'\. Did you mean 'members'"):
        deckgen.trace_figures(folder, names=["member"], brand=BRAND)
    with pytest.raises(deckgen.UsageError, match="two decks, or one"):
        deckgen.diff(folder, "board", brand=BRAND)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "now")
    with pytest.raises(deckgen.UsageError, match="SOURCE_DATE_EPOCH"):
        deckgen.build(folder, brand=BRAND)


def test_the_last_good_file_survives_and_what_was_edited_is_not_overwritten(folder: Path, tmp_path: Path) -> None:
    board = tmp_path / "out/board.pptx"
    assert deckgen.build(folder, decks=["board"], brand=BRAND, output=board.parent).ok
    board.write_bytes(b"somebody's notes")
    refused = deckgen.build(folder, brand=BRAND, output=board.parent)
    assert [one.code for one in refused.diagnostics if one.severity == "error"] == ["file-damaged"]
    assert refused.files == () and refused.decks["directorate"].file is None
    assert board.read_bytes() == b"somebody's notes"
    assert deckgen.build(folder, brand=BRAND, output=board.parent, force=True).files == (
        board,
        board.parent / "directorate.pptx",
    )


def test_a_deck_has_warnings_of_its_own_and_strict_takes_them_for_errors(folder: Path, tmp_path: Path) -> None:
    edit(folder, "decks/directorate", "minutes: 10", "minutes: 60")
    result = deckgen.build(folder, brand=BRAND, output=tmp_path)
    own = {name: {one.code for one in deck.diagnostics} for name, deck in result.decks.items()}
    assert "minutes-under-slot" in own["directorate"] - own["board"]
    assert result.ok
    strict = deckgen.build(folder, brand=BRAND, output=tmp_path / "strict", strict=True)
    assert not strict.ok
    assert not (tmp_path / "strict").exists()


def test_two_decks_and_a_deck_since_its_file_are_compared(folder: Path, tmp_path: Path) -> None:
    assert isinstance(deckgen.diff(folder, "board", "directorate", brand=BRAND).comparison, Sides)
    (built,) = deckgen.build(folder, decks=["board"], brand=BRAND, output=tmp_path).files
    edit(folder, "figures", "value: 375", "value: 381")
    changed = deckgen.diff(folder, "board", since=str(built), brand=BRAND).comparison
    assert isinstance(changed, Changes)
    assert [(one.name, one.after) for one in changed.numbers] == [("members", "mindst\N{NO-BREAK SPACE}381")]


def test_figures_are_traced(folder: Path) -> None:
    (members,) = deckgen.trace_figures(folder, names=["members"], brand=BRAND).figures
    assert {one.deck for one in members.mentions} == {"board", "directorate"}


def test_templates_are_inspected_mapped_and_written(folder: Path, tmp_path: Path) -> None:
    client = tmp_path / "client.pptx"
    client.write_bytes(made("german_names"))
    seen = deckgen.inspect_template(client, pictures=tmp_path / "seen")
    assert seen.adoption is not None
    assert len(seen.files) == len(seen.adoption.served)
    assert "cover" in seen.kinds_by_slide_layout["Cover"]
    assert deckgen.map_template(client).files == (tmp_path / "client.map.yml",)
    assert [one.code for one in deckgen.map_template(client).diagnostics] == ["mapping-exists"]
    (own,) = deckgen.write_template(tmp_path / "own.pptx", content=folder, brand=BRAND).files
    assert own.is_file()
