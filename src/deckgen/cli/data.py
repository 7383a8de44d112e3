"""`deckgen data`: what the data of the content are, and a new file of them. In: a folder, a file. Out: lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import CONTENT, Command, content_option, end, end_with, format_option, show
from deckgen.cli.telling import Group, worded

if TYPE_CHECKING:
    from deckgen.catalogue.data_file import NewDataset
    from deckgen.data.profiles import DatasetProfile, QuestionProfile

TOLD: Final = 6
"""How many answers of a question a line tells."""
WIDEST: Final = 24


@click.group(cls=Group, invoke_without_command=True)
@click.option(
    "--content", "folder", metavar="DIRECTORY", default="content", show_default=True, help="Folder with the content."
)
@format_option()
@click.pass_context
def data(context: click.Context, folder: str, form: str) -> None:
    """Show each dataset: its questions, how many answered and who did not, and the first answers.

    Texts in own words and numbers of respondents are counted and not shown.

    \b
    deckgen data
    deckgen data add answers.xlsx
    """
    if context.invoked_subcommand:  # which looks at its own folder, or else at this one
        context.default_map = {context.invoked_subcommand: {"folder": folder}}
        return
    result = deckgen.list_data(CONTENT.convert(folder, None, context))
    if form == "json":
        say_result(result, datasets=[_profile_record(one) for one in result.datasets])
        end_with(result)
    else:
        show(result.diagnostics)
        for number, one in enumerate(result.datasets):
            for line in (*([""] if number else []), *_lines(one)):
                click.echo(line)
        end_with(result)


@data.command(cls=Command)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@content_option
@click.option("--name", default="", help="What the dataset is called; else as the file is.")
@format_option()
def add(file: Path, folder: Path, name: str, form: str) -> None:
    """Look at an export of a survey and declare it in data.yaml, with a comment on each guess.

    The shapes of SurveyXact, Forms, LimeSurvey, Qualtrics and SurveyMonkey are known, files of SPSS, Stata and
    Parquet say themselves what they hold, and any other CSV or XLSX is tried. The file is copied into the content;
    what stands in data.yaml stays.

    \b
    deckgen data add answers.xlsx
    """
    result = deckgen.add_data(file, folder, name=name)
    if form == "json":
        files = [{"file": file.as_posix()} for file in result.files]
        say_result(result, dataset=dataset_record(result.dataset), files=files)
    if not result.ok or result.dataset is None:
        end(result)
    if form == "text":
        show(result.diagnostics)
        tell_dataset(result.dataset)


def dataset_record(dataset: NewDataset | None) -> dict[str, Any] | None:
    """The same for machines."""
    if dataset is None:
        return None
    doubts = [{"line": line, "doubt": doubt} for line, doubt in dataset.doubts]
    return {"name": dataset.name, "file": dataset.place.file, "line": dataset.place.line, "doubts": doubts}


def tell_dataset(dataset: NewDataset) -> None:
    """What an export seems to hold, what of it is left out, and what to look at."""
    guess = dataset.guess
    asked = _counted(len(guess.columns), "1 question", f"{len(guess.columns)} questions")
    answered = _counted(guess.table.count, "1 respondent", f"{guess.table.count} respondents")
    click.echo(worded(f"{dataset.place}: {dataset.name}, {answered}, {asked}"))
    for one in guess.left_out:
        click.echo(f"  {worded(f'not declared ({one.why}): {one.head}')}")
    for line, doubt in dataset.doubts:
        click.echo(f"{dataset.place.file}:{line}: {worded(f'look at this: {doubt}')}")
    click.echo(worded("Now: deckgen data shows what is read, and deckgen draft makes a first deck of it."))


def _profile_record(dataset: DatasetProfile) -> dict[str, Any]:
    return {
        "name": dataset.name,
        "file": dataset.file,
        "sheet": dataset.sheet,
        "respondents": dataset.respondents,
        "asked": dataset.population,
        "key": dataset.key,
        "undeclared": dataset.undeclared,
        "batteries": {name: list(questions) for name, questions in dataset.batteries.items()},
        "questions": [
            {
                "name": one.name,
                "label": one.label,
                "type": one.type,
                "n": one.n,
                "missing": one.missing,
                "dont_know": one.dont_know,
                "answers": [{"label": said.label, "count": said.count} for said in one.answers],
                "ends": list(one.ends),
                "least": one.least,
            }
            for one in dataset.questions
        ],
    }


def _lines(dataset: DatasetProfile) -> list[str]:
    asked = f" {worded(f'of {dataset.population} asked')}" if dataset.population else ""
    sheet = f" ({dataset.sheet})" if dataset.sheet else ""
    answered = worded(_counted(dataset.respondents, "1 respondent", f"{dataset.respondents} respondents"))
    head = f"{dataset.name}: {answered}{asked}, {dataset.file}{sheet}"
    notes = [worded(f"key {dataset.key}, not shown")] if dataset.key else []
    columns = _counted(dataset.undeclared, "1 column", f"{dataset.undeclared} columns")
    notes += [worded(f"{columns} not declared")] if dataset.undeclared else []
    wide = min(max((len(one.name) for one in dataset.questions), default=0), WIDEST)
    batteries = [f"  {name}: {', '.join(questions)}" for name, questions in dataset.batteries.items()]
    return [
        head + (f"; {', '.join(notes)}" if notes else ""),
        *(_line(one, wide) for one in dataset.questions),
        *([worded("Batteries"), *batteries] if batteries else []),
    ]


def _line(one: QuestionProfile, wide: int) -> str:
    counts = f"n {one.n:>4}  {worded('missing')} {one.missing:>3}"
    return f"  {one.name:<{wide}}  {one.type:<8}  {counts}  {_first(one)}".rstrip()


def _first(one: QuestionProfile) -> str:
    """The first answers, or between which ends numbers and days lie."""
    if one.type == "text":
        return worded("in own words, not shown")
    if one.answers:
        told = ", ".join(f"{answer.label} ({answer.count})" for answer in one.answers[:TOLD])
        return told + (", …" if len(one.answers) > TOLD else "")
    ends = f" {worded('to')} ".join(one.shown)
    if not one.ends or one.least == 1:
        return ends
    return f"{ends} ({worded(f'number {one.least} from each end, so that no single answer is told')})"


def _counted(count: int, one: str, several: str) -> str:
    return one if count == 1 else several
