"""Codes that no text can bring about: each situation is made, and the code of its page is what is reported."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
from edited import changed, custom_property, nameless, replaced, rewritten
from font_files import write_font
from PIL import Image
from planted import PROJECT
from pptx import Presentation
from test_template_situations import TEMPLATE_CODES

from asked import committed, git
from deckgen import pipeline
from deckgen.batches import calls, engines
from deckgen.brand.font_file import CHARACTERS
from deckgen.codes.examples import TWO, each
from deckgen.codes.table import all_codes
from deckgen.content import load
from deckgen.content.each_member import DeckForEach
from deckgen.diagnostics import Diagnostics
from deckgen.icons import icon_set
from deckgen.registry import registry
from goldens import Held
from projects import DATA, GOOD, laid_over, reported, reported_and_told, write
from templates import written

OTHERS_SAY: Final = frozenset(
    (
        *("deck-broken", "file-damaged", "folder-unreadable", "no-revision", "not-a-repository"),
        *("revision-not-readable", "store-unusable"),
    )
)
"""Codes whose messages hold words of git, of the system or of a library, which differ between machines."""
Prepare = Callable[[Path, pytest.MonkeyPatch], None]
SITUATIONS: Final[dict[str, tuple[Prepare, tuple[str, ...]]]] = {}
"""What is done to a good project in its folder, and the command that then reports the code."""


def situation(code: str, *command: str) -> Callable[[Prepare], Prepare]:
    def keep(prepare: Prepare) -> Prepare:
        SITUATIONS[code] = (prepare, command or ("check",))
        return prepare

    return keep


def test_every_code_that_no_text_shows_has_a_situation() -> None:
    words_only = {name for name, code in all_codes().items() if not code.files and not code.stage}
    elsewhere = {"no-content", "too-many", "wrong-use", "template-too-small"}
    assert words_only == {*SITUATIONS, *TEMPLATE_CODES, *elsewhere}


@pytest.mark.parametrize("code", SITUATIONS)
def test_a_situation_has_the_code_of_its_page_and_is_told_as_in_its_golden_text(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: Held
) -> None:
    prepare, command = SITUATIONS[code]
    monkeypatch.chdir(write(tmp_path, GOOD))
    prepare(tmp_path, monkeypatch)
    said, text = reported_and_told(*command)
    assert said == {(code, all_codes()[code].severity)}
    if code not in OTHERS_SAY:
        text = re.sub(r'"seconds": [0-9.]+', '"seconds": 0.0', text)
        held(f"messages/{code}.txt", text.replace(str(tmp_path), "folder"))


@situation("not-utf-8")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    (project / "content/later.yaml").write_bytes("# Æblegrød\nslides: []\n".encode("cp1252"))


@situation("file-unreadable")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    (project / "content/later.yaml").symlink_to(project / "nothing.yaml")


@situation("file-too-large")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    (project / "content/later.yaml").write_bytes(b"# more\n" * 600_000)


@situation("too-many-items")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    (project / "content/later.yaml").write_text(f"slides: [{'0, ' * 60_000}]\n", encoding="utf-8")


@situation("value-too-long")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    (project / "content/later.yaml").write_text(f"slides: {'x' * 20_001}\n", encoding="utf-8")


@situation("folder-unreadable")
def _(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "content/surveys").mkdir()
    listed = os.scandir

    def scandir(path: Any) -> Any:
        if str(path).endswith("surveys"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)


@situation("broken-kind")
def _(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed(project, "deckgen.kinds", "poem", monkeypatch)
    slide = "  - {id: meeting.poem, kind: poem, title: Digteren siger det selv}\n"
    write(project, {"content/later.yaml": f"slides:\n{slide}"})


def _installed(project: Path, group: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that brings something and lacks the module in which it should be."""
    about = project / f"broken_{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: broken-{name}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[{group}]\n{name} = broken_{name}\n")
    monkeypatch.syspath_prepend(str(project))


@situation("broken-chart")
def _(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed(project, "deckgen.charts", "ladder", monkeypatch)
    chart = "kind: chart, chart: ladder, counted: Antal klynger, data: [{label: En, value: 1}]"
    slide = f"  - {{id: meeting.chart, title: Klyngerne er mange, {chart}}}\n"
    write(project, {"content/later.yaml": f"slides:\n{slide}"})


@situation("broken-language")
def _(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed(project, "deckgen.languages", "nb", monkeypatch)
    write(project, laid_over({"content/project.yaml": "language: nb\n"}))


@situation("broken-reader")
def _(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed(project, "deckgen.readers", "por", monkeypatch)
    (project / "content/answers.csv").rename(project / "content/answers.por")
    write(project, laid_over({"content/data.yaml": DATA.replace("answers.csv", "answers.por")}))


@situation("language-not-declared", "check", "--language", "en")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    pass


BOTH: Final = """\
slides:
  - id: meeting.ask
    kind: bullets
    title: {da: Vi svarer i dag, en: We answer today}
    items:
      - da: Tag stilling til fundene
        en: Decide on the findings
    notes: {da: Sig velkommen til alle, en: Welcome everybody first}
    minutes: 5
"""
ONE_DECK: Final = """\
audience: board
title: {da: Svar, en: Answers}
minutes: 5
chapters: [{id: answers, title: {da: Svar, en: Answers}, slides: [meeting.ask]}]
"""


def _in_two_languages(project: Path, slides: str) -> None:
    """A project of one slide that is written in two languages; `slides` may have a fault."""
    shutil.rmtree(project / "content")
    said = PROJECT.replace("language: da", "languages: [da, en]") + "check: {ignore: [page-hollow]}\n"
    files = {"project": said, "sources": "survey: Survey, 2023\n", "slides": slides, "decks/board": ONE_DECK}
    write(project, {f"content/{name}.yaml": text for name, text in files.items()})


@situation("translation-missing", "build", "--language", "en")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _in_two_languages(project, BOTH.replace(", en: Welcome everybody first", ""))


@situation("not-translated", "build", "--language", "en")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    notes = "{da: Sig velkommen til alle, en: Welcome everybody first}"
    _in_two_languages(project, BOTH.replace(notes, "Sig velkommen til alle"))


@situation("translation-mixed", "build")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _in_two_languages(project, BOTH.replace("en: We answer today", "en: We answer today, sv: Vi svarar idag"))


@situation("translation-shared", "build")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _in_two_languages(project, BOTH.replace("minutes: 5", "minutes: {da: 5, en: 4}"))


def _logo(project: Path, data: bytes) -> None:
    write(project, laid_over({"content/project.yaml": "client: {name: Kunden, logo: logo.png}\n"}))
    (project / "content/logo.png").write_bytes(data)


@situation("picture-unreadable")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _logo(project, b"\x89PNG\r\n\x1a\n")


@situation("picture-too-large")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _logo(project, b"\x89PNG" + bytes(21 * 1024 * 1024))


@situation("no-data", "data")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    (project / "content/data.yaml").unlink()


@situation("data-too-large")
def _(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.data.datasets.MAX_BYTES", 20)


def _workbook(project: Path, cell: str, sheet: str = "") -> None:
    """The answers as a workbook, with one cell written differently."""
    data = GOOD["content/data.yaml"].replace("answers.csv", "answers.xlsx")
    write(project, {"content/data.yaml": data.replace("    source:", f"    sheet: '{sheet}'\n    source:", 1)})
    book = openpyxl.Workbook()
    for row in (("size", "started"), ("small", "21-02-2021"), ("large", cell)):
        book.active.append(row)
    book.save(project / "content/answers.xlsx")


@situation("no-sheet")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _workbook(project, "21-03-2021", "Svar")


@situation("formula-without-value")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _workbook(project, "=TODAY()")


@situation("rows-hidden")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _workbook(project, "21-03-2021")
    file = project / "content/answers.xlsx"
    book = openpyxl.load_workbook(file)
    book.active.row_dimensions[3].hidden = True
    book.save(file)


@situation("formula-failed")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _workbook(project, "#REF!")


@situation("brand-font-no-bold")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    face = "fonts: [{source: file, family: Rubrik, files: [fonts/Rubrik.ttf]}]"
    said = f"typography:\n  base: Rubrik\n  headings: Calibri\n  {face}\n"
    write(project, laid_over({"assets/_brand.yml": said}))
    write_font(project / "assets/fonts/Rubrik.ttf", 500, letters="".join(CHARACTERS))


@situation("output-locked", "build", "board")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    write(project, {"output/board.pptx": "", "output/~$board.pptx": "director"})


@situation("output-not-writable", "build", "board")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    (project / "output/board.pptx").mkdir(parents=True)


@situation("folder-not-empty", "new", "harbours")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    assert reported("new", "harbours") == set()


@situation("deck-edited", "build", "board")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    assert reported("build", "board") == set()
    rewritten(project / "output/board.pptx", replaced("ppt/slides/slide1.xml", "<a:t>[^<]*", "<a:t>Ny"))


@situation("file-labelled", "build", "board")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    assert reported("build", "board") == set()
    changed(project / "output/board.pptx", custom_property("MSIP_Label_1_Enabled", "true"))


@situation("template-edited", "template", "write")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    assert reported("template", "write") == set()
    rewritten(project / "output/template.pptx", replaced("ppt/slideMasters/", ' x="[0-9]+"', ' x="77"'))


@situation("saved-again", "build", "board")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    assert reported("build", "board") == set()
    nameless(project / "output/board.pptx")


@situation("file-damaged", "build", "board")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    write(project, {"output/board.pptx": "half a file"})


@situation("not-a-template", "template", "write", "output/board.pptx")
def _(_: Path, __: pytest.MonkeyPatch) -> None:
    assert reported("build", "board") == set()


@situation("not-a-built-file", "diff", "board", "--since", "old.pptx")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    Presentation().save(str(project / "old.pptx"))


@situation("another-deck", "diff", "board", "--since", "output/directorate.pptx")
def _(_: Path, __: pytest.MonkeyPatch) -> None:
    assert reported("build", "directorate") == set()


@situation("no-git", "diff", "board", "--since", "HEAD")
def _(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project))


@situation("not-a-repository", "diff", "board", "--since", "HEAD")
def _(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))


@situation("unknown-revision", "diff", "board", "--since", "mandag")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    committed(project)


@situation("revision-without-content", "diff", "board", "--since", "HEAD~1")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    shutil.move(project / "content", project / "kept")
    committed(project)
    shutil.move(project / "kept", project / "content")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "content")


@situation("revision-not-readable", "diff", "board", "--since", "HEAD")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    committed(project)
    lost = git(project, "rev-parse", "HEAD:content/sources.yaml").strip()
    (project / ".git/objects" / lost[:2] / lost[2:]).unlink()


@situation("deck-not-there-then", "diff", "board", "--since", "HEAD")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    deck = project / "content/decks/board.yaml"
    deck.unlink()
    committed(project)
    write(project, {"content/decks/board.yaml": GOOD["content/decks/board.yaml"]})


@situation("arrangement-not-in-template", "check", "--template", "danish_widescreen.potx")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    written("danish_widescreen", project)
    drawn = 'arrangement: a drawing beside, alt: Klyngerne, signs: {total: "${answered}"}'
    cover = GOOD["content/cover.yaml"].replace("kind: cover", f"kind: cover, {drawn}")
    write(project, {"content/cover.yaml": cover})


@situation("mapping-exists", "template", "map", "danish_widescreen.potx")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    written("danish_widescreen", project)
    write(project, {"danish_widescreen.map.yml": "layouts:\n"})


def _for_two(project: Path) -> None:
    """A deck for each of two members."""
    write(project, each(TWO))


situation("no-batch", "batch", "run")(lambda project, patched: None)


@situation("no-member", "batch", "run", "--only", "small")
def _(project: Path, patched: pytest.MonkeyPatch) -> None:
    _for_two(project)
    patched.setattr(DeckForEach, "member", lambda deck, key: None)


@situation("deck-broken", "batch", "run", "--only", "small")
def _(project: Path, patched: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("nobody thought of this")

    _for_two(project)
    patched.setattr(pipeline, "make_deck", fail)


@situation("worker-lost", "batch", "run", "--only", "small", "--jobs", "2")
def _(project: Path, patched: pytest.MonkeyPatch) -> None:
    _for_two(project)
    patched.setattr(calls, "in_processes", lambda jobs: lambda request, tasks: map(engines.lost, tasks))


@situation("store-missing", "batch", "plan", "--output", "memory://decks")
def _(project: Path, patched: pytest.MonkeyPatch) -> None:
    _for_two(project)
    patched.setitem(sys.modules, "fsspec", None)


@situation("store-unusable", "batch", "plan", "--output", "nowhere://decks")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    _for_two(project)


@situation("ray-missing", "batch", "run", "--engine", "ray")
def _(project: Path, patched: pytest.MonkeyPatch) -> None:
    _for_two(project)
    patched.setitem(sys.modules, "ray", None)


def test_many_errors_end_in_one_that_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slides = "".join(f"  - {{id: a.b{number}}}\n" for number in range(201))
    monkeypatch.chdir(write(tmp_path, {**GOOD, "content/later.yaml": f"slides:\n{slides}"}))
    assert reported("check") == {("missing-key", "error"), ("too-many", "error")}


def test_no_content_is_a_folder_that_is_not_there(tmp_path: Path) -> None:
    found = Diagnostics()
    assert load(tmp_path / "nothing", registry(), found) == {}
    assert [one.code for one in found] == ["no-content"]


@situation("icons-missing")
def _(project: Path, patch: pytest.MonkeyPatch) -> None:
    items = "".join(f"      - {{heading: Fælles mål, icon: {name}}}\n" for name in ("handshake", "target"))
    slide = f"  - id: survey.aims\n    kind: icon_cards\n    title: To mål er fælles\n    cards:\n{items}"
    (project / "content/aims.yaml").write_text(f"slides:\n{slide}", encoding="utf-8")
    patch.setattr("deckgen.icons.icon_set._PACKAGE", "no_such_package")
    icon_set.outline.cache_clear()


@situation("data-reader-missing")
def _(project: Path, patch: pytest.MonkeyPatch) -> None:
    (project / "content/answers.csv").rename(project / "content/answers.sav")
    write(project, laid_over({"content/data.yaml": DATA.replace("answers.csv", "answers.sav")}))
    patch.setattr("deckgen.data.readers.find_spec", lambda _: None)


@situation("drawings-missing")
def _(project: Path, patch: pytest.MonkeyPatch) -> None:
    slide = "  - id: survey.ties\n    kind: drawing\n    title: To aktører er bundet sammen\n"
    data = "    data: [{label: Havnen}, {label: Klyngen}]\n    links: [{start: Havnen, end: Klyngen}]\n"
    slide += f"    minutes: 3\n    drawing: network\n    counted: Aftaler mellem to aktører\n{data}"
    (project / "content/ties.yaml").write_text(f"slides:\n{slide}", encoding="utf-8")
    deck = project / "content/decks/board.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("survey.members", "survey.ties"), encoding="utf-8")
    patch.setattr("deckgen.drawings.draw.LIBRARY", "no_such_package")


@situation("pictures-missing", "pictures", "--format", "png")
def _(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr("deckgen.svg.png.LIBRARY", "no_such_package")


@situation("preview-missing", "build", "--watch")
def _(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr("deckgen.live.watching.LIBRARY", "no_such_package")


@situation("svg-unsafe")
def _(project: Path, _: pytest.MonkeyPatch) -> None:
    slide = "  - {id: meeting.place, kind: picture, title: Her mødes vi, picture: place.svg, alt: Havnen}\n"
    (project / "content/place.yaml").write_text(f"slides:\n{slide}", encoding="utf-8")
    Image.new("RGB", (9, 9)).save(project / "content/place.png")
    (project / "content/place.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>', encoding="utf-8"
    )
