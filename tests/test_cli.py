"""The command as its user runs it: exit codes, messages, and what survives a failure."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation

from commands import Ended, invoked
from deckgen import clock, output
from deckgen.cli import deckgen
from deckgen.diagnostics import Diagnostics, Span

ROOT = Path(__file__).parent.parent
BRAND = str(ROOT / "assets/_brand.yml")


def run(*words: str, cwd: Path = ROOT) -> Ended:
    """A command in the process of the test, where one of its own would prove nothing more."""
    return invoked(*words, cwd=cwd)


def run_alone(*words: str, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, as its user runs it."""
    environment = {**os.environ, **variables}
    command = [sys.executable, "-m", "deckgen", *words]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the shipped content that a test may spoil."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    return tmp_path


def spoil(project: Path, file: str, old: str, new: str) -> None:
    path = project / "content" / file
    said = path.read_text(encoding="utf-8")
    assert old in said
    path.write_text(said.replace(old, new, 1), encoding="utf-8")


def lengthen(project: Path) -> None:
    """Make a title of the board's deck longer than any slide can hold."""
    path = project / "content/survey.yaml"
    said = path.read_text(encoding="utf-8")
    title = r"(id: survey\.reach\n(?:    .*\n)*?    title: .*)$"
    longer = re.sub(title, r"\1" + " og endnu mere" * 60, said, count=1, flags=re.MULTILINE)
    assert longer != said
    path.write_text(longer, encoding="utf-8")


def test_a_build_does_not_pay_for_other_commands() -> None:
    said = "from deckgen.cli import deckgen; deckgen(['build', '--help'], standalone_mode=False)"
    said += "; import sys; print([name for name in sys.modules if name.startswith('deckgen.compare')])"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize("name", ["build", "check", "diff", "figures", "plan", "template"])
def test_every_command_is_listed_and_runs(name: str) -> None:
    assert re.search(rf"^  {name}\b", run("--help").stdout, re.MULTILINE)
    assert run(name, "--help").returncode == 0


def test_build_says_file_slides_minutes_and_warnings(project: Path) -> None:
    done = run_alone("build", "board", cwd=project)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("output/board.pptx: ")
    assert ", 30 minutes, 0 warnings" in done.stdout
    assert not (project / "output/directorate.pptx").exists()


def test_build_without_a_name_builds_all(project: Path) -> None:
    assert run("build", cwd=project).returncode == 0
    assert {file.name for file in (project / "output").iterdir()} == {"board.pptx", "directorate.pptx"}


def test_all_errors_at_once_with_place_and_hint_and_the_last_deck_survives(project: Path) -> None:
    run_alone("build", "board", cwd=project)
    before = (project / "output/board.pptx").read_bytes()
    spoil(project, "history.yaml", "kind: timeline", "kind: timelime")
    spoil(project, "survey.yaml", "${survey.answered}", "${survey.answerd}")
    done = run_alone("build", "board", cwd=project)
    assert done.returncode == 1
    assert "content/history.yaml:" in done.stderr
    assert "content/survey.yaml:" in done.stderr
    assert "did you mean `timeline`" in done.stderr
    assert "hint:" in done.stderr
    assert (project / "output/board.pptx").read_bytes() == before


@pytest.mark.parametrize(
    "words", [("build", "bord"), ("plan",), ("build", "--colour"), ("build", "--content", "nowhere")]
)
def test_wrong_use_is_exit_2_with_a_hint(words: tuple[str, ...]) -> None:
    done = run_alone(*words)
    assert done.returncode == 2
    assert done.stderr


def test_a_changed_figure_changes_every_mention_in_both_decks(project: Path) -> None:
    _replace(project / "content/figures.yaml", ("value: 375", "value: 381"), ("value: 123", "value: 129"))
    assert run("build", cwd=project).returncode == 0
    for name in ("board", "directorate"):
        text = "\n".join(
            shape.text_frame.text
            for slide in Presentation(str(project / f"output/{name}.pptx")).slides
            for shape in (*slide.shapes, *(slide.notes_slide.shapes if slide.has_notes_slide else ()))
            if shape.has_text_frame
        )
        assert "381" in text
        assert "375" not in text


def _replace(file: Path, *changes: tuple[str, str]) -> None:
    said = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in said
        said = said.replace(old, new)
    file.write_text(said, encoding="utf-8")


def test_a_deck_that_somebody_edited_is_not_overwritten_without_force(project: Path) -> None:
    run("build", "board", cwd=project)
    target = project / "output/board.pptx"
    deck = Presentation(str(target))
    deck.slides[3].shapes.title.text_frame.paragraphs[0].runs[0].text = "Rettet i hånden"
    deck.save(str(target))
    done = run("build", "board", cwd=project)
    assert done.returncode == 1
    assert "history.path" in done.stderr
    assert "--force" in done.stderr
    assert Presentation(str(target)).slides[3].shapes.title.text_frame.text.startswith("Rettet i hånden")
    assert run("build", "board", "--force", cwd=project).returncode == 0
    assert "Rettet" not in Presentation(str(target)).slides[3].shapes.title.text_frame.text


def test_an_untouched_deck_is_built_again_without_force(project: Path) -> None:
    assert run("build", "board", cwd=project).returncode == 0
    assert run("build", "board", cwd=project).returncode == 0


def test_a_file_that_is_not_a_deck_of_ours_is_not_overwritten(project: Path) -> None:
    (project / "output").mkdir()
    (project / "output/board.pptx").write_bytes(b"somebody's notes")
    assert run("build", "board", cwd=project).returncode == 1
    assert (project / "output/board.pptx").read_bytes() == b"somebody's notes"


def test_the_same_input_gives_the_same_bytes_everywhere(project: Path, tmp_path: Path) -> None:
    run_alone("build", "board", cwd=project, PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    first = (project / "output/board.pptx").read_bytes()
    other = tmp_path / "a b æ"
    shutil.copytree(project / "content", other / "content")
    shutil.copytree(project / "assets", other / "assets")
    absolute = ("--content", str(other / "content"), "--brand", str(other / "assets/_brand.yml"))
    run_alone(
        "build", "board", *absolute, cwd=other, PYTHONHASHSEED="2", TZ="Europe/Copenhagen", LC_ALL="da_DK.UTF-8"
    )
    assert (other / "output/board.pptx").read_bytes() == first


def test_source_date_epoch_dates_the_deck(project: Path) -> None:
    run_alone("build", "board", cwd=project, SOURCE_DATE_EPOCH="1700000000")
    assert (
        Presentation(str(project / "output/board.pptx")).core_properties.created.isoformat().startswith("2023-11-14")
    )


def test_plan_prints_sections_minutes_and_what_was_left_out() -> None:
    done = run("plan", "directorate")
    assert done.returncode == 0
    assert "60 of 60 minutes" in done.stdout
    assert "meeting.ask: for board only" in done.stdout
    board = run("plan", "board")
    assert "30 of 30 minutes" in board.stdout
    assert "survey.presence: " in board.stdout


def test_plan_says_where_text_had_to_give_way() -> None:
    said = run("plan", "directorate").stdout
    assert re.search("continued, slide 1 of [0-9]", said)
    assert re.search(r"^Where text had to give way: .*\b1 slide continued$", said, re.MULTILINE)


@pytest.mark.parametrize("face", ["Calibri", "Cambria", "Arial", "Times New Roman"])
def test_the_shipped_decks_build_in_every_face_that_is_measured(project: Path, face: str) -> None:
    brand = project / "assets/_brand.yml"
    said = brand.read_text(encoding="utf-8").replace("base: Calibri", f"base: {face}")
    said = said.replace("headings: Cambria", f"headings: {face}").replace("family: Calibri", f"family: {face}")
    brand.write_text(said, encoding="utf-8")
    done = run("build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr


def test_a_brand_change_reaches_the_theme_and_the_charts(project: Path) -> None:
    import zipfile

    brand = project / "assets/_brand.yml"
    said = brand.read_text(encoding="utf-8")
    primary = next(line.split('"')[1] for line in said.splitlines() if line.strip().startswith("deep-sea:"))
    brand.write_text(said.replace(primary, "#5A1E6B"), encoding="utf-8")
    assert run("build", "board", cwd=project).returncode == 0
    with zipfile.ZipFile(project / "output/board.pptx") as archive:
        theme = next(archive.read(name).decode() for name in archive.namelist() if name.endswith("theme1.xml"))
        everything = "".join(
            archive.read(n).decode("utf-8", "ignore") for n in archive.namelist() if n.endswith(".xml")
        )
    assert "5A1E6B" in theme
    assert primary.lstrip("#").lower() not in everything.lower()


def test_layout_errors_show_with_content_errors_at_the_path_the_user_gave(project: Path) -> None:
    spoil(project, "history.yaml", "kind: timeline", "kind: timelime")
    lengthen(project)
    done = run("build", "board", cwd=project)
    assert done.returncode == 1
    assert "content/history.yaml:" in done.stderr
    assert "unknown-kind" in done.stderr
    assert re.search(r"^content/survey\.yaml:\d+:\d+: error: slide", done.stderr, re.MULTILINE)
    assert "minutes-under-slot" not in done.stderr
    assert " errors; nothing was written." in done.stderr


def test_layout_errors_are_at_the_path_the_user_gave(project: Path) -> None:
    lengthen(project)
    done = run("build", "board", "--content", "./content", cwd=project)
    assert re.search(r"^content/survey\.yaml:\d+:\d+: error: slide", done.stderr, re.MULTILINE)


def test_plan_shows_content_errors_and_no_outline(project: Path) -> None:
    spoil(project, "history.yaml", "kind: timeline", "kind: timelime")
    done = run("plan", "board", cwd=project)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "unknown-kind" in done.stderr


def test_a_content_without_a_deck_is_an_error(project: Path) -> None:
    for file in (project / "content/decks").iterdir():
        file.unlink()
    done = run("build", cwd=project)
    assert done.returncode == 1
    assert "error" in done.stderr
    assert "nothing was written" in done.stderr


def test_what_was_written_is_counted(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = output.write

    def one_only(data: bytes, target: Path, diagnostics: Diagnostics) -> bool:
        if target.stem != "directorate":
            return written(data, target, diagnostics)
        diagnostics.error("output-locked", "locked", Span(target.as_posix()))
        return False

    monkeypatch.chdir(project)
    monkeypatch.setattr(output, "write", one_only)
    with pytest.raises(SystemExit) as ended:
        deckgen.main(["build"], standalone_mode=False)
    assert ended.value.code == 1
    said = capsys.readouterr()
    assert "1 error; 1 of 2 decks written." in said.err
    assert said.out.startswith("output/board.pptx: ")
    assert "directorate" not in said.out


def test_warnings_are_counted_per_deck(project: Path) -> None:
    spoil(project, "decks/directorate.yaml", "minutes: 60", "minutes: 20")
    done = run("build", cwd=project)
    board, directorate = done.stdout.splitlines()
    assert board.endswith(", 0 warnings")
    assert directorate.endswith(", 1 warning")


@pytest.mark.parametrize("said", ["²", "-1", "1e9", "now", "253402300800", "9" * 30, " 1"])
def test_a_source_date_epoch_that_is_no_time_is_wrong_use(project: Path, said: str) -> None:
    done = run_alone("build", "board", cwd=project, SOURCE_DATE_EPOCH=said)
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr
    assert not (project / "output").exists()


def test_an_early_year_is_padded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert clock.created("0001") == "0001-01-01T00:00:00Z"
    assert clock.created("0987-06") == "0987-06-01T00:00:00Z"
    assert clock.created("") == "2000-01-01T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "253402300799")
    assert clock.created("2023") == "9999-12-31T23:59:59Z"


def test_a_template_is_written_again_but_never_over_something_else(project: Path) -> None:
    target = project / "output/template.pptx"
    assert run("template", "write", cwd=project).returncode == 0
    first = target.read_bytes()
    assert len(Presentation(str(target)).slide_layouts) > 0
    assert run("template", "write", cwd=project).returncode == 0
    assert target.read_bytes() == first

    deck = Presentation(str(target))
    deck.slides.add_slide(deck.slide_layouts[0])
    deck.save(str(target))
    begun = target.read_bytes()
    refused = run("template", "write", cwd=project)
    assert refused.returncode == 1
    assert "slide added: 1" in refused.stderr
    assert target.read_bytes() == begun

    run("build", "board", cwd=project)
    for other in ("output/board.pptx", "content/figures.yaml"):
        before = (project / other).read_bytes()
        assert run("template", "write", other, cwd=project).returncode == 1
        assert (project / other).read_bytes() == before


def test_a_template_cannot_be_a_folder(project: Path) -> None:
    done = run("template", "write", "content", cwd=project)
    assert done.returncode == 1
    assert "output-not-writable" in done.stderr


def test_a_deck_that_powerpoint_shows_is_not_overwritten(project: Path) -> None:
    run("build", "board", cwd=project)
    (project / "output/~$board.pptx").write_bytes(b"user")
    done = run("build", "board", "--force", cwd=project)
    assert done.returncode == 1
    assert "open in PowerPoint" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is needed")
@pytest.mark.parametrize("words", [("build", "bord"), ("plan", "bord")])
def test_the_progress_line_is_cleared_before_a_message(words: tuple[str, ...]) -> None:
    import pty

    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-m", "deckgen", *words], cwd=ROOT, stderr=theirs, check=False)
    os.close(theirs)
    said = os.read(ours, 65536).decode()
    os.close(ours)
    assert "reading content" in said
    assert re.search(r"reading content\r\x1b\[KUsage", said)
