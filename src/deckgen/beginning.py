"""The functions of the package for whoever begins: what a deck can be made of, and first files.

In: names, a content folder or a new one. Out: a Result, as those of `api`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from deckgen import clock, output
from deckgen.asking import AnyPath, known_names, meant, sentence, written_files
from deckgen.content.messages import messages_language
from deckgen.diagnostics import Diagnostics
from deckgen.extensions import BrokenExtensionError
from deckgen.messages import MessageLanguage, spoken
from deckgen.result import Result, UsageError

Form = TypeVar("Form")


def find_icons(word: str = "") -> Result:
    """The icons that go with a word, in any language, the surest first: `Result.icons`; without one, the common ones.

    Raises UsageError for a word that no icon goes with, and where the icons are not installed.
    """
    from deckgen.icons.finding import find, near_names
    from deckgen.icons.icon_set import IconsMissingError

    try:
        found = find(word)
        near = () if found else near_names(word)
    except IconsMissingError as missing:
        raise UsageError("The icons are not installed: pip install 'deckgen[icons]'.") from missing
    if not found:
        raise UsageError(f"There is no icon for '{word}'{meant(near)}")
    return Result(icons=found)


def list_kinds(name: str = "") -> Result:
    """The kind of a name, or all of them in order of names: `Result.kinds`. What cannot be used is passed over.

    Raises UsageError for a kind that nobody has.
    """
    from deckgen.registry import registry

    return Result(kinds=_forms(registry().kinds, name, "kind"))


def list_charts(name: str = "") -> Result:
    """The chart type of a name, or all of them in order of names: `Result.charts`.

    Raises UsageError for a chart type that nobody has.
    """
    from deckgen.registry import registry

    return Result(charts=_forms(registry().charts, name, "chart type"))


def add_slide(kind: str, content: AnyPath = "content", *, after: str = "") -> Result:
    """Put the example of a kind into the content, after the slide `after`, and into each deck that lists that.

    Without `after` it comes last in the chapters of the first deck. `Result.added` is its id and where it stands,
    `Result.files` the files that were changed; every other line of them stays as it is.

    Raises UsageError for a kind or a slide that nobody has.
    """
    from deckgen.catalogue.insertion import NoPlaceError, applied, new_slide
    from deckgen.content.files import read_folder, yaml_files
    from deckgen.content.memory import KnownFiles

    (chosen,) = list_kinds(kind).kinds
    diagnostics = Diagnostics()
    files = read_folder(Path(content), KnownFiles(), diagnostics)
    if files is None or diagnostics.has_errors:
        return Result(tuple(diagnostics))
    texts = {path.as_posix(): path.read_bytes().decode("utf-8-sig") for path in yaml_files(Path(content))}
    try:
        made = new_slide(files, texts, chosen, after)
    except NoPlaceError as nowhere:
        raise UsageError(sentence(nowhere)) from nowhere
    changed = {name: applied(texts[name], [one for one in made.insertions if one.file == name]) for name in texts}
    targets = ((Path(name), said.encode()) for name, said in changed.items() if said != texts[name])
    written = written_files(targets, diagnostics)
    return Result(tuple(diagnostics), files=tuple(written), added=made)


def add_data(file: AnyPath, content: AnyPath = "content", *, name: str = "") -> Result:
    """Declare a data file in `data.yaml`, with what it seems to hold: `Result.dataset`.

    A file outside of the content folder is copied into its `data`. What stands in `data.yaml` and `sources.yaml`
    stays as it is. A file that could not be loaded as it is declared is an error, and nothing is written.

    Raises UsageError for a name that cannot be given, and where there is no place in `data.yaml`.
    """
    from deckgen.catalogue.data_file import DeclaredFile, declared_file
    from deckgen.catalogue.insertion import NoPlaceError

    diagnostics = Diagnostics()
    try:
        made: DeclaredFile | None = declared_file(Path(file), Path(content), name, diagnostics)
    except (NoPlaceError, clock.WrongEpochError) as wrong:
        raise UsageError(sentence(wrong)) from wrong
    if made is None or diagnostics.has_errors:
        return Result(tuple(diagnostics))
    targets = ((Path(content) / path, data) for path, data in made.files.items())
    written = written_files(targets, diagnostics)
    return Result(tuple(diagnostics), files=tuple(written), dataset=made.dataset)


def draft_deck(content: AnyPath = "content", *, deck: str = "") -> Result:
    """Draft a first deck of the content's data: a slide for each question, titles in bound figures. `Result.draft`.

    Its slides, its deck and what they count are written into the content; what stands there stays. `deck` is its
    name, else the language's word for a draft.

    Raises UsageError where a deck or a file of that name is there, and where nothing can be drafted.
    """
    from deckgen.catalogue.insertion import NoPlaceError
    from deckgen.drafting.deck import drafted
    from deckgen.registry import registry

    diagnostics = Diagnostics()
    try:
        made = drafted(Path(content), deck, frozenset(registry().charts), diagnostics)
    except NoPlaceError as nowhere:
        raise UsageError(sentence(nowhere)) from nowhere
    if made is None or diagnostics.has_errors:
        return Result(tuple(diagnostics))
    targets = ((Path(content) / name, text.encode()) for name, text in made.files.items())
    written = written_files(targets, diagnostics)
    return Result(tuple(diagnostics), files=tuple(written), draft=made)


def list_data(content: AnyPath = "content") -> Result:
    """The datasets that the content declares, with the questions of each and what was answered: `Result.datasets`."""
    from deckgen.catalogue.declared_data import data_profiles

    diagnostics = Diagnostics()
    found = data_profiles(Path(content), diagnostics)
    return Result(tuple(diagnostics), datasets=found)


def new_project(
    folder: AnyPath,
    *,
    language: str = "da",
    audiences: Sequence[str] = (),
    colors: Sequence[str] = (),
    data: AnyPath | None = None,
    messages: MessageLanguage | None = None,
) -> Result:
    """Begin an engagement: `folder` with content and a brand, which build two decks at once. `Result.files`.

    `audiences` are two names, that of the deck on a wall first; `colors` those of the brand, the main one first. A
    folder that holds anything is an error, as is a colour that is hard to read, and nothing is written. `data` is
    declared in it, as by `add_data`; where it cannot be, the engagement is begun without it. `messages` is written
    into the project as its language of them.

    Raises UsageError for a language in which none can begin, and for what is no name or no colour.
    """
    from deckgen.catalogue.starter import NoStarterError, hard_to_read, starter

    try:
        texts = starter(language, audiences, colors, messages or spoken(language))
    except (NoStarterError, clock.WrongEpochError) as wrong:
        raise UsageError(sentence(wrong)) from wrong
    diagnostics = Diagnostics()
    if refused := hard_to_read(texts):
        return Result(refused)
    if not output.check_new_folder(Path(folder), diagnostics):
        return Result(tuple(diagnostics))
    targets = ((Path(folder) / name, text.encode()) for name, text in texts.items())
    written = written_files(targets, diagnostics)
    if diagnostics.has_errors:
        return Result(tuple(diagnostics), files=tuple(written))
    content = Path(folder) / "content"
    schemas, declared = write_schemas(content), add_data(data, content) if data else Result()
    files = dict.fromkeys((*written, *schemas.files, *declared.files))
    found = (*diagnostics, *schemas.diagnostics, *declared.diagnostics)
    return Result(found, files=tuple(files), dataset=declared.dataset)


def write_schemas(content: AnyPath = "content", *, messages: MessageLanguage | None = None) -> Result:
    """Write the JSON Schemas of a content folder's files into `.schema` in it: `Result.files`.

    They know the kinds that are installed and the audiences and languages of the project, and tell what keys are for
    in the language `messages`, else in the project's own of them.
    """
    from deckgen.catalogue.json_schema import schema_files

    diagnostics = Diagnostics()
    told = messages or messages_language(Path(content))
    texts = schema_files(Path(content), list_kinds().kinds, diagnostics, told)
    targets = ((Path(content) / name, text.encode()) for name, text in texts.items())
    written = written_files(targets, diagnostics)
    return Result(tuple(diagnostics), files=tuple(written))


def _forms(known: Mapping[str, Form], name: str, noun: str) -> tuple[Form, ...]:
    """The form of a name, or all that can be used: what another package brings may be broken."""
    if name:
        known_names([name.replace("-", "_")], known, noun)
    found: list[Form] = []
    for one in [name.replace("-", "_")] if name else sorted(known):
        try:
            found.append(known[one])
        except BrokenExtensionError as broken:
            if name:
                raise UsageError(f"{broken}.") from broken
    return tuple(found)
