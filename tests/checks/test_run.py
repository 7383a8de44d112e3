"""Which rules run, and what the command prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

import planted
import pytest
from click.testing import CliRunner, Result

from conftest import bounded
from deckgen import pipeline
from deckgen.checks import STAGES
from deckgen.checks.engine.file_parts import Parts
from deckgen.cli import deckgen
from deckgen.diagnostics import Diagnostics

ROOT = Path(__file__).parent.parent.parent
KEYS = {
    *("code", "severity", "message", "hint", "related"),
    *("file", "line", "column", "end_line", "end_column"),
}
TWO_FAULTS = planted.MEMBERS.replace("Nogle af tallene", "Nogle af de 375 tal").replace(
    "${members}", "${members|plain}"
)


def folder(target: Path, **changed: str) -> Path:
    planted.loaded(target, **changed)
    return target


def run(content: Path, *words: str, command: str = "check") -> Result:
    return CliRunner().invoke(deckgen, [command, "--content", str(content), "--brand", str(planted.BRAND), *words])


def test_clean_content_ends_with_0(tmp_path: Path) -> None:
    done = run(folder(tmp_path), "--strict")
    assert (done.exit_code, done.output) == (0, "0 errors, 0 warnings, 0 notes\n")


def test_text_says_place_code_and_hint_and_warnings_alone_end_with_0(tmp_path: Path) -> None:
    done = run(folder(tmp_path, members=TWO_FAULTS), "board")
    assert done.exit_code == 0
    place = r"slides\.yaml:(\d+):\d+: warning: .* \[bare-number\]\n"
    assert re.search(place + r" +\1 \| .*375 tal.*\n +\| +\^+\n    hint: ", done.output)
    assert done.output.endswith("0 errors, 2 warnings, 0 notes\n")


def test_strict_makes_errors_of_warnings(tmp_path: Path) -> None:
    done = run(folder(tmp_path, members=TWO_FAULTS), "--strict")
    assert done.exit_code == 1
    assert "2 errors, 0 warnings" in done.output


def test_a_fault_of_both_decks_is_told_once(tmp_path: Path) -> None:
    both = run(folder(tmp_path, members=TWO_FAULTS))
    assert both.output == run(tmp_path, "board").output


def test_json_holds_everything_that_text_says(tmp_path: Path) -> None:
    found = json.loads(run(folder(tmp_path, members=TWO_FAULTS), "--format", "json").output)["diagnostics"]
    assert [one["code"] for one in found] == ["bound-without-qualifier", "bare-number"]
    assert set(found[0]) == KEYS
    assert Path(found[0]["file"]).read_text(encoding="utf-8").splitlines()[found[0]["line"] - 1].count("plain")


def test_github_lines_are_escaped(tmp_path: Path) -> None:
    percent = planted.MEMBERS.replace("Nogle af tallene", "Hele 92 %, altså mange,")
    (line,) = run(folder(tmp_path, members=percent), "--format", "github").output.splitlines()
    assert re.match(r"::warning file=[^,]+slides\.yaml,line=\d+,col=\d+,title=bare-number::", line)
    assert "92 %25," in line
    assert "%0A" in line


def test_select_and_ignore(tmp_path: Path) -> None:
    content = folder(tmp_path, members=TWO_FAULTS)
    assert "1 warning," in run(content, "--select", "bare-number").output
    assert "[bare-number]" not in run(content, "--ignore", "bare-number").output
    assert "1 warning," in run(content, "--ignore", "bare-number").output


def test_the_project_may_select_and_ignore(tmp_path: Path) -> None:
    settings = planted.PROJECT + "check: {ignore: [bare-number]}\n"
    content = folder(tmp_path / "a", members=TWO_FAULTS, project=settings)
    assert "[bare-number]" not in run(content).output
    assert "[bare-number]" in run(content, "--select", "bare-number").output
    settings = planted.PROJECT + "check: {select: [title-unique]}\n"
    assert "0 warnings" in run(folder(tmp_path / "b", members=TWO_FAULTS, project=settings)).output


@pytest.mark.parametrize("words", ["--select bare-numbers", "--ignore nothing", "bord", "--format x"])
def test_wrong_use_is_exit_2(tmp_path: Path, words: str) -> None:
    assert run(folder(tmp_path), *words.split()).exit_code == 2


def test_an_unknown_code_in_the_project_is_an_error_with_its_place(tmp_path: Path) -> None:
    done = run(folder(tmp_path, project=planted.PROJECT + "check:\n  ignore: [bare-numbers]\n"))
    assert done.exit_code == 1
    assert re.search(r"project\.yaml:6:\d+: error: there is no rule `bare-numbers`", done.output)
    assert "did you mean `bare-number`" in done.output


def test_words_below_zero_are_an_error_with_their_place(tmp_path: Path) -> None:
    done = run(folder(tmp_path, project=planted.PROJECT + "check:\n  words: {board: -4, directorate: 0}\n"))
    assert done.exit_code == 1
    assert re.search(r"project\.yaml:6:18: error: .* \[bad-words\]", done.output)
    assert "word-count" not in done.output


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_content_that_cannot_be_read_is_said_in_every_format(tmp_path: Path, form: str) -> None:
    content = folder(tmp_path)
    (content / "figures.yaml").write_text("a: [\n", encoding="utf-8")
    done = run(content, "--format", form)
    assert done.exit_code == 1
    assert "figures.yaml" in done.output
    assert not done.exception or isinstance(done.exception, SystemExit)


def test_rules_look_at_what_could_be_read_of_content_with_errors(tmp_path: Path) -> None:
    """What is missing there is not reported: it may stand in the part that could not be read."""
    content = folder(tmp_path, members=TWO_FAULTS)
    slides = content / "slides.yaml"
    slides.write_text(slides.read_text("utf-8").replace("kind: dialogue", "kind: dialog"), "utf-8")
    with (content / "figures.yaml").open("a", encoding="utf-8") as file:
        file.write("spare: {value: 4, label: Reserve, source: plan}\n")
    found = json.loads(run(content, "--format", "json").output)["diagnostics"]
    assert [one["code"] for one in found] == ["bound-without-qualifier", "bare-number", "unknown-kind"]


def test_fields_that_disagree_end_in_a_diagnostic_and_no_traceback(tmp_path: Path) -> None:
    """A row of a table with a cell too few went on to layout, which cannot set it."""
    table = (
        "  - id: survey.members\n    kind: table\n    title: Klyngerne har ${members} medlemmer i regionen\n"
        "    columns: [A, B]\n    rows:\n      - cells: [kun en]\n      - cells: [to, celler]\n    minutes: 3\n"
    )
    content = folder(tmp_path)
    slides = content / "slides.yaml"
    slides.write_text(slides.read_text("utf-8").replace(planted.MEMBERS, table), "utf-8")
    for command in ("check", "build"):
        done = run(content, "board", command=command)
        assert isinstance(done.exception, SystemExit)
        assert done.exit_code == 1
        assert "slides.yaml:19:17: error: row 1 has 1 cells" in done.output


def test_a_figure_that_cannot_be_read_takes_its_slides_along(tmp_path: Path) -> None:
    content = folder(tmp_path, presence=planted.PRESENCE.replace("kommet til", "kommet til af 13"))
    figures = content / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("value: 375", "value: 1.375"), "utf-8")
    found = json.loads(run(content, "--format", "json").output)["diagnostics"]
    assert [one["code"] for one in found] == ["not-a-number", "bare-number"]


def test_a_folder_without_decks_is_an_error(tmp_path: Path) -> None:
    content = folder(tmp_path)
    for deck in (content / "decks").iterdir():
        deck.unlink()
    done = run(content)
    assert done.exit_code == 1
    assert "[no-deck]" in done.output


def test_build_runs_the_rules_and_strict_leaves_the_last_deck(tmp_path: Path) -> None:
    content = folder(tmp_path / "content", members=TWO_FAULTS)
    output = ("--output", str(tmp_path / "out"))
    done = run(content, "board", "--strict", *output, command="build")
    assert done.exit_code == 1
    assert not (tmp_path / "out").exists()
    done = run(content, "board", *output, command="build")
    assert done.exit_code == 0
    assert "2 warnings" in done.output
    assert (tmp_path / "out/board.pptx").exists()


def test_build_refuses_a_file_that_tells_one_audience_what_another_may_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault is put between writer and file, where no look at the content could find it."""
    write = pipeline.deck_bytes

    def leaking(loaded: pipeline.Loaded, frames: object, diagnostics: Diagnostics) -> bytes:
        import io
        import zipfile

        target = io.BytesIO(write(loaded, frames, diagnostics))  # type: ignore[arg-type]
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr("ppt/comments/comment1.xml", "<p:text>Fordelingen er fortrolig indtil videre.</p:text>")
        return target.getvalue()

    monkeypatch.setattr(pipeline, "deck_bytes", leaking)
    output = tmp_path / "out"
    output.mkdir()
    done = run(folder(tmp_path / "content"), "board", "--output", str(output), command="build")
    assert done.exit_code == 1
    assert "[leak]" in done.output
    assert list(output.iterdir()) == []


def test_parts_are_unzipped_when_they_are_looked_at() -> None:
    assert not Parts(b"")
    assert Parts(b"no zip, and nobody looks")
    assert dict(Parts(b"no zip")) == {}


def test_the_shipped_decks_are_checked_in_bounded_time() -> None:
    diagnostics = Diagnostics()
    with bounded(seconds=30):
        loaded = pipeline.load(ROOT / "content", ROOT / "assets/_brand.yml", diagnostics)
        assert loaded is not None
        for name in loaded.decks:
            plan = pipeline.plan_deck(loaded, name, diagnostics)
            frames = pipeline.set_deck(loaded, plan, diagnostics)
            pipeline.run_rules(loaded, plan, frames, STAGES, diagnostics, pipeline.deck_bytes(loaded, frames))


def test_the_shipped_content_is_clean() -> None:
    done = run(ROOT / "content", "--strict")
    assert done.exit_code == 0, done.output
