"""`deckgen data`: what the data of the content are, and a new file of them. In: a folder, a file. Out: lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import deckgen
from deckgen.cli.formats import say_result
from deckgen.cli.options import Command, content_option, end, format_option, show

if TYPE_CHECKING:
    from deckgen.catalogue.data_file import NewDataset


@click.group()
def data() -> None:
    """Declare data files."""


@data.command(cls=Command)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@content_option
@click.option("--name", default="", help="What the dataset is called; else as the file is.")
@format_option()
def add(file: Path, folder: Path, name: str, form: str) -> None:
    """Look at an export of a survey and declare it in data.yaml, with a comment on each guess.

    CSV and XLSX of SurveyXact, Forms, LimeSurvey, Qualtrics, SurveyMonkey, Enalyzer and others. The file is copied
    into the content; what stands in data.yaml stays.

    \b
    deckgen data add answers.xlsx
    """
    result = deckgen.add_data(file, folder, name=name)
    if form == "json":
        files = [{"file": file.as_posix()} for file in result.files]
        say_result(result, dataset=_record(result.dataset), files=files)
    if not result.ok or result.dataset is None:
        end(result)
    if form == "text":
        show(result.diagnostics)
        _tell(result.dataset)


def _record(dataset: NewDataset | None) -> dict[str, Any] | None:
    if dataset is None:
        return None
    doubts = [{"line": line, "doubt": doubt} for line, doubt in dataset.doubts]
    return {"name": dataset.name, "file": dataset.place.file, "line": dataset.place.line, "doubts": doubts}


def _tell(dataset: NewDataset) -> None:
    guess = dataset.guess
    count = len(guess.columns)
    asked = f"{count} question{'s' if count != 1 else ''}"
    click.echo(f"{dataset.place}: {dataset.name}, {guess.table.count} respondents, {asked}")
    for one in guess.left_out:
        click.echo(f"  not declared ({one.why}): {one.head}")
    for line, doubt in dataset.doubts:
        click.echo(f"{dataset.place.file}:{line}: look at this: {doubt}")
    click.echo("Now: deckgen data shows what is read.")
