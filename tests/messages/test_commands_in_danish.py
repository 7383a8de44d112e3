"""What commands say of how they went, and the pages of codes: all of it in Danish where that is asked for."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import click
import openpyxl
import pytest
from test_completeness import shape
from test_in_danish import english_in

import deckgen
from commands import invoked
from deckgen.catalogue.json_schema import HOLDS, LEFT_OUT
from deckgen.catalogue.pages import PART, PURPOSES, SAID, Form, paragraphs
from deckgen.cli import deckgen as deckgen_command
from deckgen.codes.page import PAGES, Spoken, page, whole
from deckgen.codes.table import all_codes
from deckgen.content.shapes import FILES, SEEN_BY, slide_keys
from deckgen.messages import MESSAGE_LANGUAGES, REPORTS, MessageLanguage, words_of
from deckgen.messages.catalogue import written
from deckgen.model.chart_type import Shows
from deckgen.nodes.audiences import FOR
from deckgen.nodes.keys import ByName, Key, ListOf, MappingOf, Shape
from deckgen.preview.records import CHARTS, FIELDS, KINDS
from deckgen.registry import registry
from projects import GOOD, write
from templates import written as template_written

GUESSING = Path(deckgen.__file__).parent / "guessing"
SAYING = [
    *sorted((Path(deckgen.__file__).parent / "cli").glob("*.py")),
    Path(deckgen.__file__).parent / "compare/report.py",
    Path(deckgen.__file__).parent / "changed_pictures.py",
]
"""Files that print, or make what is printed."""
TRANSLATING = ("worded", "said", "say", "spoken", "refused", "in_color")
TYPED = frozenset(("json", "min"))
"""What is the same in every language."""
OTHERS = [language for language in MESSAGE_LANGUAGES if language != "en"]
HEADS = ("Why", "Mend", "Example", "Example, in", "Example, without", "In", "Without", "error", "warning", "info")
LOOKS = ("a rule over the plan", "a rule over the frames", "a rule over the written file")


def lines() -> Iterator[str]:
    """The templates of all lines that commands and reports say, as far as they are written where they are said."""
    for file in SAYING:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("worded", "say"):
                yield from _template(node.args[0])


def unsaid(file: Path) -> Iterator[str]:
    """Words that a file prints or yields as they are, in English."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("click"), attr="echo"), args=args):
                yield from (word for one in args for word in _bare(one))
            case ast.Yield(value=ast.expr() as value) | ast.YieldFrom(value=value):
                yield from _bare(value)


def _bare(node: ast.AST) -> Iterator[str]:
    """The words in an expression that go through nothing that says them in a language."""
    match node:
        case ast.Call(func=ast.Name(name)) if name in TRANSLATING:
            return
        case ast.Constant(value=str(said)):
            yield from re.findall("[a-z]{3,}", said)
        case ast.Compare():
            return
        case ast.FormattedValue(value=value):
            yield from _bare(value)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _bare(child)


def remarks() -> Iterator[str]:
    """The templates of all that is guessed of an export: why, what is in doubt, and notes on the file."""
    for file in sorted(GUESSING.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.keyword(arg="why" | "doubt", value=value):
                    yield from _template(value)
                case ast.Assign(targets=[ast.Subscript(value=ast.Name("notes"))], value=value):
                    yield from _template(value)
                case ast.Assign(targets=[ast.Name("why" | "doubt")], value=value):
                    yield from _template(value)


def _template(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant):
        yield str(argument.value)
    elif isinstance(argument, ast.JoinedStr):
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in argument.values)
    elif isinstance(argument, ast.IfExp):
        yield from (*_template(argument.body), *_template(argument.orelse))


def helps() -> Iterator[str]:
    """What help says of every command and option."""
    context = click.Context(deckgen_command)

    def of(command: click.Command) -> Iterator[str]:
        for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
            if not paragraph.startswith("\b"):
                yield " ".join(paragraph.split())
        yield from (text for one in command.params if (text := getattr(one, "help", None)))
        if isinstance(command, click.Group):
            below = (command.get_command(context, name) for name in command.list_commands(context))
            yield from (text for one in below if one for text in of(one))

    return of(deckgen_command)


@pytest.mark.parametrize("language", OTHERS)
def test_each_line_of_a_command_is_said_in_the_language(language: MessageLanguage) -> None:
    known = {shape(english) for english in written(language, REPORTS)}
    assert len(set(lines())) > 15
    assert set(lines()) - known == set()


@pytest.mark.parametrize("language", OTHERS)
def test_each_sentence_of_help_is_said_in_the_language(language: MessageLanguage) -> None:
    known = {shape(english) for english in written(language, REPORTS)}
    assert {text for text in helps() if text not in known} == set()


@pytest.mark.parametrize("file", SAYING, ids=lambda file: str(file.name))
def test_nothing_is_printed_that_no_catalogue_has(file: Path) -> None:
    assert set(unsaid(file)) - TYPED == set()


def test_a_word_that_is_printed_as_it_is_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        'click.echo(f"{n} pages")\ndef f():\n    yield worded(f"{n} slides")\n    yield f"{x} and {say(y)}"\n'
    )
    assert set(unsaid(tmp_path / "a.py")) == {"pages", "and"}


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("data", "--help"),
        ("template", "inspect", "--help"),
        (),
        ("bild",),
        ("build", "--nope"),
        ("build", "--content"),
        ("build", "--content", "nowhere"),
        ("build", "--brand", "."),
        ("build", "--force=yes"),
        ("kinds", "--format", "yaml"),
        ("kinds", "bra"),
        ("explain", "a", "b"),
        ("add",),
        ("add", "dialog", "--after", "nothing"),
        ("batch", "run", "--jobs", "many"),
        ("batch", "run", "--jobs", "-1"),
        ("diff", "board"),
        ("plan", "bord"),
    ],
    ids=" ".join,
)
def test_a_command_line_that_is_wrong_is_told_of_in_danish(words: tuple[str, ...], tmp_path: Path) -> None:
    told = invoked(*words, "--messages", "da", cwd=write(tmp_path, GOOD))
    assert told.stderr or told.stdout
    for line in (*told.stdout.splitlines(), *told.stderr.splitlines()):
        assert not english_in(line), line


def test_two_decks_and_figures_are_told_of_in_danish(tmp_path: Path) -> None:
    project = write(tmp_path, GOOD)
    told = [
        invoked(*words, "--messages", "da", cwd=project).stdout
        for words in (("diff", "board", "directorate"), ("figures",), ("layouts",), ("kinds",), ("charts",))
    ]
    assert all(told)
    for line in (line for one in told for line in one.splitlines() if line.startswith(" ")):
        assert not english_in(line), line


def test_a_clients_template_is_told_of_in_danish(tmp_path: Path) -> None:
    file = template_written("danish_widescreen", tmp_path)
    told = invoked("template", "inspect", str(file), "--messages", "da", cwd=tmp_path).stdout
    assert "pladsholder" in told
    for line in told.splitlines():
        assert not english_in(re.sub(r"\([^)]*\)$", "", line)), line


@pytest.mark.parametrize("language", OTHERS)
def test_each_field_and_form_is_told_of_in_the_language(language: MessageLanguage) -> None:
    words = words_of(PART, language)
    assert forms() - words.keys() == set()
    assert words.keys() - forms() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_each_field_kind_and_chart_type_has_a_name_in_the_language(language: MessageLanguage) -> None:
    known = registry()
    every = {key.name for kind in known.kinds.values() for key in _keys(slide_keys(kind))} | {FOR}
    every |= {key.name for file in ("deck", "figures") for key in _keys(below_all(FILES[file]))}
    assert words_of(FIELDS, language).keys() == every
    assert words_of(KINDS, language).keys() == set(known.kinds)
    assert words_of(CHARTS, language).keys() == set(known.charts)


def forms() -> set[str]:
    """What pages of kinds and charts, forms on the live page and schemas say of fields."""
    known = registry()
    every: list[Form] = [*known.kinds.values(), *known.charts.values()]
    docs = {key.doc for kind in known.kinds.values() for key in _keys(slide_keys(kind))}
    docs |= {key.doc for shape in FILES.values() for key in _keys(below_all(shape))}
    shapes = {text for text in SAID.values() if text not in ("list",)} | {
        *("list", "of", "of items", "or", "to", "at least", "at most", "optional", SEEN_BY, HOLDS, LEFT_OUT),
        *("Fields", "Of every slide", "Example", "The fields are those of the kind `chart`."),
    }
    return (
        docs | {text for one in every for text in paragraphs(one)} | shapes | {*PURPOSES.values(), *get_args(Shows)}
    ) - {""}


def _keys(keys: Iterable[Key]) -> Iterator[Key]:
    for key in keys:
        yield key
        yield from _keys(below_all(key.shape))


def below_all(shape: Shape) -> tuple[Key, ...]:
    """The keys that stand under a key of this shape."""
    match shape:
        case MappingOf():
            return shape.keys
        case ListOf():
            return below_all(shape.item)
        case ByName():
            return below_all(shape.value)
        case _:
            return ()


@pytest.mark.parametrize("language", OTHERS)
def test_each_remark_on_an_export_is_said_in_the_language(language: MessageLanguage) -> None:
    known = {shape(english) for english in written(language, REPORTS)}
    found = {remark for remark in remarks() if re.search("[a-z]{2}", remark)}
    assert len(found) > 15
    assert {remark for remark in found if remark not in known and not remark.startswith("{}")} == set()


def test_what_is_declared_has_its_comments_in_the_language_of_the_content(tmp_path: Path) -> None:
    """Or in that of messages, where the project says one."""
    (tmp_path / "svar.csv").write_text("Nr;Svar\n" + "".join(f"{at};{('Ja', 'Nej')[at % 2]}\n" for at in range(9)))
    cases: tuple[tuple[str, str, MessageLanguage | None, str], ...] = (
        ("a", "da", None, "# Gættet:"),
        ("b", "en", None, "# Guessed:"),
        ("c", "da", "en", "# Guessed:"),
        ("d", "en", "da", "# Gættet:"),
    )
    for folder, language, messages, wanted in cases:
        assert deckgen.new_project(tmp_path / folder, language=language, messages=messages).ok
        content = tmp_path / folder / "content"
        assert deckgen.add_data(tmp_path / "svar.csv", content).ok
        declared = (content / "data.yaml").read_text(encoding="utf-8")
        assert wanted in declared
        if wanted == "# Gættet:":
            comments = re.findall(r"# (?!yaml-language)(.*)", declared)
            assert not [comment for comment in comments if english_in(comment)]


def test_a_whole_engagement_is_begun_in_danish(tmp_path: Path) -> None:
    """From an export to a deck: nothing that is printed is in English."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Id", "Hvor enig er I? [Vi er klar]", "Hvor enig er I? [Vi er hørt]", "Andet", "Tom", "Navn"])
    for number in range(30):
        answers = ["Helt enig", "Delvist enig", "Uenig"][number % 3], ["Uenig", "Helt enig"][number % 2]
        sheet.append([number + 1, *answers, f"Noget {number}", None, f"Person {number}"])
    book.save(tmp_path / "svar.xlsx")
    said = [
        invoked(*words, "--messages", "da", cwd=folder)
        for words, folder in (
            (("new", "havn", "--language", "da"), tmp_path),
            (("data", "add", "../svar.xlsx"), tmp_path / "havn"),
            (("data",), tmp_path / "havn"),
            (("draft",), tmp_path / "havn"),
            (("build",), tmp_path / "havn"),
            (("check",), tmp_path / "havn"),
        )
    ]
    assert [one.returncode for one in said] == [0] * 6, [one.stderr for one in said]
    for one in said:
        for line in (*one.stdout.splitlines(), *one.stderr.splitlines()):
            assert not english_in(re.sub(r"\[[a-z-]+\]$", "", line)), line
    assert "ikke erklæret (nævner nogen): Navn" in said[1].stdout
    assert "30 respondenter" in said[2].stdout
    assert "minutter, 0 advarsler" in said[4].stdout


def test_a_plan_and_a_new_slide_are_told_in_danish(tmp_path: Path) -> None:
    project = write(tmp_path, {**GOOD, "content/project.yaml": GOOD["content/project.yaml"] + "messages: da\n"})
    assert " minutter, for board" in invoked("plan", "board", cwd=project).stdout
    added = invoked("add", "dialogue", cwd=project).stdout
    assert "som skal skrives om" in added
    assert "sat på listen" in added


@pytest.mark.parametrize("language", OTHERS)
def test_each_code_is_explained_in_the_language(language: MessageLanguage) -> None:
    known = words_of(PAGES, language)
    said = (text for code in all_codes().values() for text in (code.what, code.why, code.fix, code.example))
    texts = {whole(text) for text in said if " " in re.sub("`[^`]*`", "", text).strip()}
    assert texts - known.keys() == set()
    assert {*HEADS, *LOOKS} - known.keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_no_page_is_kept_that_no_code_has(language: MessageLanguage) -> None:
    texts = {whole(text) for code in all_codes().values() for text in (code.what, code.why, code.fix, code.example)}
    assert words_of(PAGES, language).keys() - texts - {*HEADS, *LOOKS} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_to_be_typed_stays_as_it_is(language: MessageLanguage) -> None:
    """What stands in backticks is a key, a code or an option, in every language, unless it is prose of an example."""
    for english, own in words_of(PAGES, language).items():
        assert english.count("`") == own.count("`"), english


def test_a_page_is_printed_in_the_language_of_the_project(tmp_path: Path) -> None:
    project = write(tmp_path, {**GOOD, "content/project.yaml": GOOD["content/project.yaml"] + "messages: da\n"})
    printed = invoked("explain", "unknown-kind", cwd=project).stdout
    assert printed == page(all_codes()["unknown-kind"], Spoken(words_of(PAGES, "da")))
    assert "Ret:" in printed
    assert "Mend:" in invoked("explain", "unknown-kind", "--messages", "en", cwd=project).stdout
    listed = invoked("explain", "--messages", "da", cwd=tmp_path).stdout
    assert not [line for line in listed.splitlines() if english_in(line.partition("  ")[2])]
    wrong = invoked("explain", "unknown-kin", cwd=project)
    assert "Mente du 'unknown-kind'?" in wrong.stderr
