"""A data file taken into the content. In: the file and the content folder. Out: all files that are to be written.

What is declared is read as a build would read it before anything is written: a column that could not be read as it
was guessed is declared as text, with a doubt.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from collections.abc import Set as Collection
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from deckgen import clock, output
from deckgen.catalogue.data_entry import Entry, entry, file_of, free_name, with_dataset, with_source
from deckgen.catalogue.insertion import NoPlaceError
from deckgen.content.files import DATA, PROJECT, SOURCES, Files, read_folder
from deckgen.content.languages import read_languages
from deckgen.content.memory import KnownFiles
from deckgen.content.messages import read_messages_language
from deckgen.data import MAX_BYTES
from deckgen.data.cell_values import CellStyle
from deckgen.data.loader import read_data
from deckgen.data.sheet import Origin, Part
from deckgen.diagnostics import Diagnostic, Diagnostics, Related, Span
from deckgen.guessing.dataset import guess_dataset
from deckgen.guessing.guess import DatasetGuess, Guess, LeftOut
from deckgen.guessing.table import Beside, read_table
from deckgen.locale import language
from deckgen.messages import MESSAGE_LANGUAGES, MessageLanguage
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.grammar import HOW, composed, is_name, slug
from deckgen.nodes.node import Mapping as Node
from deckgen.nodes.reader import read_text

FOLDER: Final = "data"
"""Where data files lie in a content folder."""
_PARTS: Final[tuple[Part, ...]] = ("structure", "labels")


@dataclass(frozen=True, slots=True)
class NewDataset:
    """A dataset that was declared: its name, where it stands, what was guessed, and how many answered."""

    name: str
    place: Span
    guess: DatasetGuess
    places: Mapping[str, int]
    """The line of `place.file` on which each column begins."""

    @property
    def doubts(self) -> tuple[tuple[int, str], ...]:
        """What somebody should look at, each with its line."""
        of_columns = (
            (self.places[one.name], f"{one.name}: {doubt}") for one in self.guess.columns for doubt in one.doubts
        )
        return (*((self.place.line, doubt) for doubt in self.guess.doubts), *of_columns)


@dataclass(frozen=True, slots=True)
class DeclaredFile:
    """What is to be written: bytes by the path in the content folder, and the dataset that is declared by it."""

    files: Mapping[str, bytes]
    dataset: NewDataset


def declared_file(file: Path, content: Path, name: str, diagnostics: Diagnostics) -> DeclaredFile | None:
    """A data file as it is declared; None where it or the content cannot be read, which is reported.

    `name` is the dataset's, else it is made of the file's. Raises NoPlaceError.
    """
    files = read_folder(content, KnownFiles(), diagnostics)
    data = _bytes(file, diagnostics)
    spoken = None if files is None else _spoken(files, diagnostics)
    if files is None or data is None or spoken is None:
        return None
    called = _name(name, file, files)
    inside = _inside(file, content, data)
    beside = _beside(file, PurePosixPath(inside).parent, diagnostics)
    code, said = spoken
    style = _style(code, said)
    table = read_table(data, Origin(inside, file.as_posix(), style), beside, diagnostics)
    if table is None:
        return None
    source = _source(files)
    held = {inside: data, **{one.file: one.data for one in beside.values()}}
    comments = _comments_in(files, code)
    made = _readable(guess_dataset(table, style), called, inside, source, held, code, comments, content, diagnostics)
    if made is None:
        return None
    guess, lines = made
    if not guess.columns:
        message, hint = "no column holds answers that can be counted", "see that it is an export of answers"
        diagnostics.error("data-without-rows", message, Span(file.as_posix()), hint)
        return None
    data_yaml, sources_yaml = file_of(files.data, content, DATA), file_of(files.sources, content, SOURCES)
    text, first = with_dataset(files.data, _text(content / data_yaml), lines, called)
    told = said.surveys.source.format(year=_year())
    sources = with_source(files.sources, _text(content / sources_yaml), source, told)
    written = {path: data for path, data in held.items() if not _is_in(file, content)}
    places = {column: first + at - 1 for column, at in lines.places.items()}
    place = Span((content / data_yaml).as_posix(), first, 1)
    texts = {sources_yaml: sources.encode(), data_yaml: text.encode()}
    return DeclaredFile({**written, **texts}, NewDataset(called, place, guess, places))


def _spoken(files: Files, diagnostics: Diagnostics) -> tuple[str, Language] | None:
    """The first language of the project, with its code."""
    if files.project is None:
        message, hint = f"the content folder has no {PROJECT}", "begin with `deckgen new`, or name the folder"
        diagnostics.error("no-project", message, Span((files.folder / PROJECT).as_posix()), hint)
        return None
    spoken = read_languages(files.project, "", diagnostics)
    known = language(spoken.default) if spoken else None
    return (spoken.default, known) if spoken and known else None


def _comments_in(files: Files, code: str) -> MessageLanguage:
    """That of the project's messages where it says one, else that of its content, as the other files have it."""
    said = files.project.get("messages") if isinstance(files.project, Node) else None
    if said is None or files.project is None:
        return next((one for one in MESSAGE_LANGUAGES if one == code), "en")
    return read_messages_language(files.project, Diagnostics())


def _bytes(file: Path, diagnostics: Diagnostics) -> bytes | None:
    try:
        if file.stat().st_size > MAX_BYTES:
            message = f"the file is over {MAX_BYTES // 1_000_000} MB"
            diagnostics.error("data-too-large", message, Span(file.as_posix()))
            return None
        return file.read_bytes()
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        diagnostics.error("data-unreadable", f"`{file.as_posix()}` cannot be read: {reason}", Span(file.as_posix()))
        return None


def _style(code: str, said: Language) -> CellStyle:
    marks = said.numbers.separators
    return CellStyle(code, marks.decimal, marks.group, said.dates.day_first)


def _name(wanted: str, file: Path, files: Files) -> str:
    """The name of the dataset; that which is wanted must be free and a name."""
    datasets = files.data.get("datasets") if isinstance(files.data, Node) else None
    taken = [key.text for key, _ in datasets.entries] if isinstance(datasets, Node) else []
    if wanted and not is_name(wanted):
        raise NoPlaceError(f"'{wanted}' cannot be the name of a dataset: {HOW}")
    if wanted in taken:
        raise NoPlaceError(f"there is a dataset `{wanted}` already")
    return wanted or free_name(slug(file.stem) or "answers", taken)


def _is_in(file: Path, content: Path) -> bool:
    return file.resolve().is_relative_to(content.resolve())


def _inside(file: Path, content: Path, data: bytes) -> str:
    """The path of the file in the content folder, into which it is copied where it is not in it yet."""
    if _is_in(file, content):
        return composed(file.resolve().relative_to(content.resolve()).as_posix())
    target = PurePosixPath(FOLDER) / composed(file.name)
    there = content / target
    if there.exists() and there.read_bytes() != data:
        raise NoPlaceError(f"{there.as_posix()} is there already and holds something else: rename one of the two")
    return target.as_posix()


def _beside(file: Path, folder: PurePosixPath, diagnostics: Diagnostics) -> dict[Part, Beside]:
    """The other parts of SurveyXact's export, which lie beside a file that is called dataset; they go to `folder`."""
    found: dict[Part, Beside] = {}
    for part in _PARTS if "dataset" in file.stem.casefold() else ():
        for other in sorted(file.parent.iterdir()):
            if other.suffix == file.suffix and other.stem.casefold() == file.stem.casefold().replace("dataset", part):
                data = _bytes(other, diagnostics)
                if data is not None:
                    found[part] = Beside((folder / composed(other.name)).as_posix(), data)
    return found


def _source(files: Files) -> str:
    """A name for the source that no other has."""
    taken = [key.text for key, _ in files.sources.entries] if isinstance(files.sources, Node) else []
    return free_name("answers", taken)


def _readable(
    guess: DatasetGuess,
    name: str,
    file: str,
    source: str,
    held: Mapping[str, bytes],
    code: str,
    comments: MessageLanguage,
    content: Path,
    diagnostics: Diagnostics,
) -> tuple[DatasetGuess, Entry] | None:
    """The guess and its lines, as they can be read, if need be without columns; None where that is reported."""
    found = Diagnostics()
    for _ in range(2 * len(guess.columns) + 2):
        lines = entry(guess, name, file, source, comments)
        if not guess.columns:
            return guess, lines
        found = _read(lines, held, code, content)
        errors = [one for one in found if one.severity == "error"]
        wrong = {_column_of((one.span, *(other.span for other in one.related)), lines) for one in errors}
        if not wrong:
            return guess, lines
        if "" in wrong:
            break
        guess = _as_texts(guess, wrong)
    diagnostics.extend(found)
    return None


def _read(lines: Entry, held: Mapping[str, bytes], code: str, content: Path) -> Diagnostics:
    """What a build would say of the dataset, with the places in its files as they will be."""
    declared = "\n".join(("datasets:", *(f"  {line}" for line in lines.lines), ""))
    found = Diagnostics()
    node = read_text(declared, DATA, found)
    if node is None:
        return found
    with tempfile.TemporaryDirectory(prefix="deckgen-", ignore_cleanup_errors=True) as folder:
        if all(output.write(data, Path(folder) / path, found) for path, data in held.items()):
            read_data(node, Path(folder), code, found)
        moved = Diagnostics()
        for one in found:
            moved.add(_moved(one, Path(folder).as_posix(), content.as_posix()))
    return moved


def _moved(one: Diagnostic, there: str, here: str) -> Diagnostic:
    """A diagnostic of a file in one folder, as of the same file in another."""
    related = tuple(Related(_at(other.span, there, here), other.message) for other in one.related)
    message = one.message.replace(there, here)
    return replace(one, message=message, span=_at(one.span, there, here), related=related)


def _at(span: Span, there: str, here: str) -> Span:
    return replace(span, file=span.file.replace(there, here))


def _column_of(spans: Sequence[Span], lines: Entry) -> str:
    """The column that one of these places is of; empty where the file itself is meant."""
    return next((lines.column_at(one.line - 1) for one in spans if one.file == DATA), "")


def _as_texts(guess: DatasetGuess, wrong: Collection[str]) -> DatasetGuess:
    """The guess with the columns that could not be read as texts; those that are texts already are left out."""
    kept: list[Guess] = []
    left: list[LeftOut] = []
    for one in guess.columns:
        if one.name not in wrong:
            kept.append(one)
        elif one.type == "text" or len(one.heads) > 1:
            left.extend(LeftOut(head, "cannot be read") for head in one.heads)
        else:
            doubt = f"not every cell can be read as {one.type}; as text it is counted, and not shown"
            kept.append(Guess(one.heads, one.label, "text", doubt=doubt, name=one.name))
    batteries = () if wrong & {"batteries"} else guess.batteries
    known = {one.name for one in kept if one.type != "text"}
    whole = tuple(one for one in batteries if known.issuperset(one.questions))
    return replace(guess, columns=tuple(kept), batteries=whole, left_out=(*guess.left_out, *left))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig") if path.exists() else ""


def _year() -> str:
    return str((clock.epoch() or datetime.now(UTC)).year)
