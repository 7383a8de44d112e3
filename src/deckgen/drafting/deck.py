"""A first deck as YAML. In: the content folder. Out: texts of its files: tabulations, slides, a deck.

What stands in the content stays; what is written is marked as a draft.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from deckgen.catalogue.data_entry import file_of, free_name
from deckgen.catalogue.declared_data import Declares, declares
from deckgen.catalogue.insertion import Insertion, NoPlaceError, applied, end_of_block
from deckgen.catalogue.json_schema import modeline
from deckgen.catalogue.yaml_text import value
from deckgen.content.files import DATA, DECKS
from deckgen.data.datasets import Answered, read_dataset
from deckgen.data.declarations import read_declared
from deckgen.diagnostics import Diagnostics
from deckgen.drafting.findings import Finding, by_what_stands_out, finding, plain
from deckgen.drafting.tables import Asked, asked, counted
from deckgen.locale import language
from deckgen.model.draft_words import DraftWords
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.grammar import HOW, is_part
from deckgen.nodes.node import Mapping as MappingNode

MINUTES: Final = 1
"""For each slide, until somebody says better."""
_TABULATIONS: Final = "tabulations"


@dataclass(frozen=True, slots=True)
class DraftedDeck:
    """A deck: its name, the texts of files by their paths in the content, its slides, and what was left out."""

    name: str
    files: Mapping[str, str]
    slides: tuple[tuple[str, str], ...]
    """Id and question of each, in order."""
    left_out: tuple[str, ...]
    """Questions that no slide is on."""


def drafted(content: Path, wanted: str, charts: Collection[str], diagnostics: Diagnostics) -> DraftedDeck | None:
    """A first deck of all data; None where they cannot be read, which is reported.

    `wanted` is its name, else the language's own; `charts` are the chart types that there are. Raises NoPlaceError.
    """
    found = declares(content, diagnostics)
    if found is None or not isinstance(found.data, MappingNode):
        return None
    words = _words(found)
    name = _name(wanted or words.deck, content, found)
    every = _counted(found, content, words, diagnostics)
    if diagnostics.has_errors:
        return None
    told_of = [made for each in every if (made := finding(each, words, charts)) is not None]
    ordered = by_what_stands_out(told_of)
    kept = [one for own in ordered.values() for one in own]
    if not kept:
        raise NoPlaceError("the data hold no question that can be told in numbers")
    ids = _ids(kept, name)
    told = {one.asked.name for one in kept}
    left = tuple(each.name for each in every if each.name not in told)
    data = file_of(found.files.data, content, DATA)
    texts = {
        data: _with_tabulations(found, (content / data).read_bytes().decode("utf-8-sig"), kept),
        f"{name}.yaml": _slides(kept, ids, name, words),
        f"{DECKS}/{name}.yaml": _deck(ordered, ids, name, found, words),
    }
    slides = tuple((ids[id(one)], one.asked.label) for one in kept)
    return DraftedDeck(name, texts, slides, left)


def _counted(found: Declares, content: Path, words: DraftWords, diagnostics: Diagnostics) -> list[Asked]:
    """Every question of the data that the deck's audience sees, counted; what cannot be read is reported."""
    assert isinstance(found.data, MappingNode)
    declared, there, _ = read_declared(found.data, diagnostics)
    answered: dict[str, Answered] = {}
    for name, dataset in declared.items():
        read = read_dataset(dataset, content, found.spoken.default, diagnostics)
        if read is not None and found.audiences[-1] in found.seen_by.get(name, found.audiences):
            answered[name] = read
    if diagnostics.has_errors:
        return []
    questions = _asked(answered, words, tuple(there or ()))
    return counted(questions, found.data, content, found.spoken.default, diagnostics)


def _words(found: Declares) -> DraftWords:
    known = language(found.spoken.code)
    if known is None or known.drafts is None:
        raise NoPlaceError(f"nothing can be drafted in `{found.spoken.code}`")
    return known.drafts


def _name(name: str, content: Path, found: Declares) -> str:
    """The name of the deck and of the file of its slides, which must be free."""
    if not is_part(name):
        raise NoPlaceError(f"'{name}' cannot be the name of a deck: {HOW}")
    if name in found.files.decks or (content / f"{name}.yaml").exists():
        raise NoPlaceError(f"there is a draft `{name}` already: delete it, or name another with --deck")
    return name


def _asked(answered: Mapping[str, Answered], words: DraftWords, taken: tuple[str, ...]) -> list[Asked]:
    found: list[Asked] = []
    for name, one in answered.items():
        used = (*taken, *(called for other in found for called, _ in other.declared.values()))
        found.extend(asked(name, one, words, used))
    return found


def _ids(kept: Sequence[Finding], name: str) -> dict[int, str]:
    """The id of each slide, under the name of the deck."""
    ids: dict[int, str] = {}
    for one in kept:
        ids[id(one)] = free_name(f"{name}.{one.asked.name.replace('.', '-')}", list(ids.values()))
    return ids


def _with_tabulations(found: Declares, text: str, kept: Sequence[Finding]) -> str:
    """data.yaml with what the slides count; raises NoPlaceError where there is no line for it."""
    counted_so = (one.asked.declared[way] for one in kept for way in one.ways)
    lines = [f"{value(called)}: {said}" for called, said in counted_so]
    node = found.files.data
    assert isinstance(node, MappingNode)
    there = next(((key, held) for key, held in node.entries if key.text == _TABULATIONS), None)
    end = "\r\n" if "\r\n" in text else "\n"
    if there is None:
        own = end.join((_TABULATIONS + ":", *(f"  {line}" for line in lines)))
        return f"{text.rstrip()}{end}{end}{own}{end}"
    key, held = there
    if not isinstance(held, MappingNode) or held.span.end_line or not held.entries:
        raise NoPlaceError(f"`{_TABULATIONS}` of {DATA} is not written line by line, and nothing can be put into it")
    edge = held.entries[0][0].span.column - 1
    last = end_of_block(text.splitlines(), key.span.line, key.span.column - 1)
    added = "".join(f"\n{' ' * edge}{line}" for line in lines)
    return applied(text, [Insertion(DATA, last, len(text.splitlines()[last - 1]), added)])


def _slides(kept: Sequence[Finding], ids: Mapping[int, str], name: str, words: DraftWords) -> str:
    lines = [modeline(f"{name}.yaml"), f"# {words.subtitle}.", "", "slides:"]
    lines += _item([f"id: {name}.cover", "kind: cover", f"title: {words.title}"])
    for one in kept:
        said = [f"id: {ids[id(one)]}", "title: |-", f"  {one.title}", *one.lines, f"minutes: {MINUTES}"]
        notes = words.notes.format(question=plain(one.asked.label, words))
        lines += _item([*said, "notes: |-", f"  {notes}"])
    lines += _item([f"id: {name}.sources", "kind: sources", f"title: {words.sources}"])
    return "\n".join((*lines, "")).replace("\n\n\n", "\n\n")


def _item(lines: Sequence[str]) -> Iterator[str]:
    """An item of the list of slides."""
    yield f"  - {lines[0]}"
    yield from (f"    {line}" for line in lines[1:])
    yield ""


def _deck(
    ordered: Mapping[str, Sequence[Finding]], ids: Mapping[int, str], name: str, found: Declares, words: DraftWords
) -> str:
    count = sum(map(len, ordered.values()))
    lines = [
        modeline(f"{DECKS}/{name}.yaml"),
        f"audience: {found.audiences[-1]}",
        "room: desk",
        f"title: {words.title}",
        f"subtitle: {words.subtitle}",
        f"sticker: {words.sticker}",
        "draft: true",
        f"minutes: {count * MINUTES}",
        "",
        f"opening: [{name}.cover]",
        "",
        "chapters:",
    ]
    several = [dataset for dataset, own in ordered.items() if own]
    for dataset in several:
        title = words.chapter if len(several) == 1 else f"{words.chapter}: {dataset}"
        lines += [f"  - id: {dataset}", f"    title: {value(title)}", "    slides:"]
        lines += [f"      - {ids[id(one)]}" for one in ordered[dataset]]
    lines += ["", "appendix:", f"  title: {words.appendix}", "  slides:", f"    - {name}.sources", ""]
    return "\n".join(lines)
