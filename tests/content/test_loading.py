"""A content folder is read as a whole: every mistake at its place, and all of them at once."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from conftest import bounded
from content_folders import DECK, FIGURES, PROJECT, REGISTRY, SLIDES, clean, codes, loaded, write
from deckgen.content import load
from deckgen.diagnostics import Diagnostics
from deckgen.model.content import SlideRef


def errors(folder: Path, **files: str) -> list[str]:
    """Code and place of every error, the file by its name in the folder."""
    _, found = loaded(folder, **files)
    return [
        f"{each.code} {str(each.span).removeprefix(folder.as_posix() + '/')}"
        for each in found
        if each.severity == "error"
    ]


def hints(folder: Path, **files: str) -> str:
    return "\n".join(str(each) for each in loaded(folder, **files)[1])


def test_well_formed_content_is_typed(tmp_path: Path) -> None:
    content = clean(tmp_path)["board"]
    slide = content.slides["survey.rate"]
    assert (slide.kind, slide.title.path, slide.minutes) == ("plain", "title", Decimal(10))
    assert slide.span.file == (tmp_path / "slides.yaml").as_posix() and slide.span.line == 2
    assert content.figures["members"].qualifier == "minimum"
    assert content.figures["answered"].base.figures[0].name == "asked"
    assert content.decks["board"].chapters[0].slides == (
        SlideRef("survey.rate", content.decks["board"].chapters[0].slides[0].span),
    )
    assert content.decks["board"].chapters[0].slides[0].span.line == 5


def test_files_are_named_as_the_user_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    contents = load(Path("content"), REGISTRY, Diagnostics())
    assert contents["board"].decks["board"].span.file == "content/decks/board.yaml"


def test_slides_come_from_every_other_file_in_the_order_of_names(tmp_path: Path) -> None:
    one = "slides: [{{id: {}.x, kind: plain, title: A}}]"
    contents, _ = loaded(tmp_path, b=one.format("b"), a__z=one.format("az"), a=one.format("a"))
    assert list(contents["board"].slides) == ["a.x", "az.x", "b.x", "survey.rate"]


def test_decimals_are_those_that_are_written_unless_said(tmp_path: Path) -> None:
    figures = clean(
        tmp_path,
        figures="answered: {value: 12, label: a, source: survey}\n"
        "b: {value: 2.50, label: a, source: survey}\n"
        "c: {value: 92.31, decimals: 1, label: a, source: survey}\n",
    )["board"].figures
    assert [(figure.value, figure.decimals) for figure in figures.values()] == [
        (Decimal(12), 0),
        (Decimal("2.5"), 2),
        (Decimal("92.31"), 1),
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("slides", SLIDES.replace("plain", "plan"), "unknown-kind slides.yaml:3:11"),
        ("slides", SLIDES + "  - {id: survey, for: board, kind: plain, title: x}\n", "bad-name slides.yaml:6:10"),
        ("slides", SLIDES.replace("minutes: 10", "minutes: -1"), "bad-minutes slides.yaml:5:14"),
        ("slides", SLIDES.replace("answered", "answerd"), "unknown-figure slides.yaml:4:21"),
        ("slides", SLIDES.replace("{answered", "{answered|word"), "unknown-format slides.yaml:4:21"),
        ("slides", SLIDES + "    sources: [surveys]\n", "unknown-source slides.yaml:6:15"),
        ("slides", SLIDES + "    lede: x\n", "unknown-key slides.yaml:6:5"),
        ("slides", SLIDES + "    for: mayors\n", "unknown-audience slides.yaml:6:10"),
        ("slides", SLIDES + "  - {id: survey.rate, kind: plain, title: x}\n", "duplicate-slide slides.yaml:6:10"),
        ("slides", SLIDES + "  - {kind: plain, title: x}\n", "missing-key slides.yaml:6:5"),
        ("slides", SLIDES + "  - just text\n", "wrong-value slides.yaml:6:5"),
        ("figures", FIGURES + "X: {value: 1, label: a, source: survey}\n", "bad-name figures.yaml:5:1"),
        ("figures", FIGURES + "x: {value: 1, source: survey}\n", "missing-key figures.yaml:5:4"),
        ("figures", FIGURES + "x: {value: 1, label: a, source: servey}\n", "unknown-source figures.yaml:5:33"),
        ("figures", FIGURES + "x: {value: 1.740, label: a, source: survey}\n", "not-a-number figures.yaml:5:12"),
        (
            "figures",
            FIGURES + "x: {value: 1, label: a, source: survey, as-of: 2024-02-30}\n",
            "bad-date figures.yaml:5:48",
        ),
        (
            "figures",
            FIGURES + "x: {value: 1, label: a, source: survey, base: '${y}'}\n",
            "unknown-figure figures.yaml:5:48",
        ),
        (
            "figures",
            FIGURES + "x: {value: 1, label: a, source: survey, base: '1 ${x}'}\n",
            "figure-circle figures.yaml:5:48",
        ),
        (
            "figures",
            FIGURES + "x: {value: 1, label: a, source: survey, decimals: 9}\n",
            "bad-decimals figures.yaml:5:51",
        ),
        ("decks__board", DECK + "date: 2024-02-30\n", "bad-date decks/board.yaml:6:7"),
        ("decks__board", DECK + "date: 30-11-2023\n", "bad-date decks/board.yaml:6:7"),
        ("decks__board", DECK + "opening: [survey.rat]\n", "unknown-slide decks/board.yaml:6:11"),
        ("decks__board", DECK + "opening: [survey.rate]\n", "slide-twice decks/board.yaml:5:42"),
        ("decks__board", DECK.replace("Fund,", "Fund, opening: agenta,"), "unknown-kind decks/board.yaml:5:42"),
        ("decks__board", DECK.replace("Fund,", "Fund, opening: plain,"), "opens-no-chapter decks/board.yaml:5:42"),
        ("decks__board", DECK.replace("Fund,", "Fund, opening: curtain,"), "opens-no-chapter decks/board.yaml:5:42"),
        ("decks__board", DECK.replace("board", "mayors"), "unknown-audience decks/board.yaml:1:11"),
        ("decks__board", DECK.replace("Klynger", "${no}"), "unknown-figure decks/board.yaml:2:8"),
        ("decks__board", DECK.replace("id: findings", "id: appendix"), "bad-name decks/board.yaml:5:10"),
        (
            "decks__board",
            DECK + "  - {id: findings, title: Fund, slides: []}\n",
            "duplicate-chapter decks/board.yaml:6:10",
        ),
        ("project", PROJECT.replace("da\n", "dk\n"), "unknown-language project.yaml:1:11"),
        ("project", PROJECT.replace("directorate]", "notes]"), "bad-name project.yaml:2:20"),
        ("project", PROJECT.replace("directorate]", "board]"), "duplicate-audience project.yaml:2:20"),
        ("project", PROJECT.replace("name: BRN", "name: BRN, logo: ../x.png"), "picture-outside project.yaml:4:27"),
        ("project", PROJECT.replace("name: BRN", "name: BRN, logo: /x.png"), "picture-outside project.yaml:4:27"),
        (
            "project",
            PROJECT.replace("name: BRN", "name: BRN, logo: 'C:\\x.png'"),
            "picture-outside project.yaml:4:28",
        ),
        ("project", PROJECT.replace("name: BRN", "name: BRN, logo: x.png"), "picture-missing project.yaml:4:27"),
        ("project", "language: da\n", "missing-key project.yaml:1:1"),
        ("sources", "survey:\nstate: x\n", "missing-value sources.yaml:1:8"),
    ],
)
def test_each_mistake_is_one_error_at_its_place(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert errors(tmp_path, **{name: text}) == [expected]


def test_mistakes_in_all_files_are_said_at_once(tmp_path: Path) -> None:
    slides = (
        SLIDES.replace("plain", "plan") + "  - {id: a.b, kind: rows, title: '${ny}', rows: [{label: x, value: y}]}\n"
    )
    assert [each.split()[0] for each in errors(tmp_path, slides=slides, decks__board=DECK + "date: 1-1\n")] == [
        "bad-date",
        "unknown-kind",
        "unknown-figure",
        "not-a-number",
    ]


def test_a_name_that_is_nearly_right_is_suggested(tmp_path: Path) -> None:
    said = hints(
        tmp_path,
        slides=SLIDES.replace("answered", "answerd") + "    sources: [surve]\n    for: bord\n",
        decks__board=DECK + "opening: [survey.rat]\n",
    )
    for meant in ("answered", "survey", "board", "survey.rate"):
        assert f"did you mean `{meant}`?" in said


def test_a_circle_of_bases_is_named_and_cut(tmp_path: Path) -> None:
    figures = FIGURES.replace("source: survey}", 'source: survey, base: "${rate}"}', 1)
    contents, found = loaded(tmp_path, figures=figures)
    assert codes(found) == ["figure-circle"]
    assert "asked → rate → asked" in str(next(iter(found)))
    assert not contents["board"].figures["asked"].base


def test_bases_that_meet_again_are_no_circle_and_cost_no_time(tmp_path: Path) -> None:
    layers = [
        f'{name}{n}: {{value: 1, label: a, source: survey, base: "${{a{n + 1}}} ${{b{n + 1}}}"}}'
        for n in range(40)
        for name in "ab"
    ]
    ends = [f"{name}40: {{value: 1, label: a, source: survey}}" for name in "ab"]
    clean(tmp_path, figures=FIGURES + "\n".join([*layers, *ends]) + "\n")


def test_a_file_that_cannot_be_read_does_not_make_others_wrong(tmp_path: Path) -> None:
    assert errors(tmp_path, slides="a: b: c") == ["yaml-syntax slides.yaml:1:5"]
    assert errors(tmp_path, figures="a:\n\tb: c") == ["indent figures.yaml:2:1"]
    assert errors(tmp_path, sources="- a", slides=SLIDES) == ["wrong-value sources.yaml:1:1"]


def test_what_is_missing_altogether_is_said(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    assert load(tmp_path / "nowhere", REGISTRY, diagnostics) == {}
    assert load(tmp_path, REGISTRY, diagnostics) == {}
    assert sorted(codes(diagnostics)) == ["no-content", "no-project"]


def test_a_hidden_file_is_no_content(tmp_path: Path) -> None:
    (tmp_path / ".hidden.yaml").write_text("\t")
    assert codes(loaded(tmp_path)[1]) == []


def test_the_logo_is_a_path_that_can_be_opened_and_has_a_size(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "logo.png")
    client = clean(tmp_path, project=PROJECT.replace("name: BRN", "name: BRN, logo: logo.png"))[
        "board"
    ].project.client
    assert (Path(client.logo), client.logo_size) == (tmp_path / "logo.png", (30, 20))


@pytest.mark.parametrize("suffix", [".yml", ".YAML", ".Yml"])
def test_a_file_is_read_however_its_ending_is_written(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"more{suffix}").write_text("slides: [{id: Not a name}]")
    found = loaded(tmp_path)[1]
    assert {Path(each.span.file).name for each in found} == {f"more{suffix}"}


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("more.yml", "more.yaml"):
        (tmp_path / name).write_text("slides: []")
    (found,) = loaded(tmp_path)[1]
    assert (found.code, Path(found.span.file).name) == ("file-twice", "more.yml")
    assert "`more.yaml` and `more.yml`" in found.message


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Board2", "bad-name"),
        ("con", "bad-name"),
        ("lpt1.a", "bad-name"),
        ("a b", "bad-name"),
        ("sub__b", "deck-in-folder"),
    ],
)
def test_a_deck_has_a_name_that_every_system_can_hold(tmp_path: Path, name: str, code: str) -> None:
    _, found = loaded(tmp_path, **{f"decks__{name}": DECK})
    assert codes(found) == [code]
    assert all(each.hint for each in found)


def test_a_deck_that_is_wrong_does_not_leave_its_slides_unnamed(tmp_path: Path) -> None:
    assert codes(loaded(tmp_path, decks__board=DECK + "colour: red\n")[1]) == ["unknown-key"]


def test_a_slide_file_that_is_wrong_does_not_make_decks_wrong(tmp_path: Path) -> None:
    assert codes(loaded(tmp_path, slides="slide: []\n")[1]) == ["unknown-key"]


@pytest.mark.parametrize("name", ["figures", "sources"])
def test_a_missing_file_of_names_is_one_error(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / f"{name}.yaml").unlink()
    diagnostics = Diagnostics()
    load(tmp_path, REGISTRY, diagnostics)
    (only,) = diagnostics
    assert (only.code, only.span.file) == (f"no-{name}", (tmp_path / f"{name}.yaml").as_posix())


def test_a_folder_that_cannot_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, more__slides="slides: []")
    listed = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("more"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    diagnostics = Diagnostics()
    load(tmp_path, REGISTRY, diagnostics)
    (only,) = diagnostics
    assert (only.code, only.span.file) == ("folder-unreadable", (tmp_path / "more").as_posix())


def test_a_link_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    (tmp_path / "lost.yaml").symlink_to(tmp_path / "nothing")
    assert codes(loaded(tmp_path)[1]) == ["file-unreadable"]


def test_a_long_chain_of_bases_costs_no_time(tmp_path: Path) -> None:
    chain = "".join(f"a{n}: {{value: 1, label: a, source: survey, base: '${{a{n + 1}}}'}}\n" for n in range(4_000))
    with bounded(seconds=20):
        found = loaded(tmp_path, figures=FIGURES + chain + "a4000: {value: 1, label: a, source: survey}\n")[1]
    assert codes(found) == []


def test_beside_an_item_that_is_no_yaml_other_slides_are_checked_and_nobody_misses_the_item(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text(
        "slides:\n  - id: m.one\n    title: Fund: alle\n  - id: m.two\n    kind: bulets\n    title: Alle svarer\n"
    )
    found = loaded(tmp_path, decks__board=DECK + "appendix: {slides: [m.one]}\n")[1]
    assert [one.code for one in found] == ["yaml-syntax", "unknown-kind"]
