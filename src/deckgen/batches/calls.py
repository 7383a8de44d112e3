"""What can be asked of a batch: to plan it, to run it, and how far it is.

In: content with a deck for each of several members, a brand, and where decks go. Out: a Result with a `Batch`.
Nothing is printed; `each` is told what became of each deck as soon as that is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Literal, ParamSpec

from deckgen import clock, pipeline
from deckgen.asking import AnyPath, known_names
from deckgen.batches import manifest
from deckgen.batches.digests import rests_on, surroundings
from deckgen.batches.engines import Engine, in_processes, in_this_process
from deckgen.batches.records import known
from deckgen.batches.request import Request
from deckgen.batches.store import Store, StoreError, store_at
from deckgen.content.each_member import DeckForEach
from deckgen.diagnostics import Diagnostics, Span
from deckgen.loading import BRAND, Progress, loaded_content, silent
from deckgen.model.batch import Entry, Known, Outcome
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.result import Batch, Result, UsageError

_SHARD = re.compile(r"([1-9][0-9]{0,8})/([1-9][0-9]{0,8})")
_Asked = ParamSpec("_Asked")


def _of_store(call: Callable[_Asked, Result]) -> Callable[_Asked, Result]:
    """The call, whose Result says so where the store cannot be read."""

    @wraps(call)
    def told(*asked: _Asked.args, **options: _Asked.kwargs) -> Result:
        try:
            return call(*asked, **options)
        except StoreError as problem:
            found = Diagnostics()
            message = f"what is stored there cannot be read: {problem}"
            place = Span(str(options.get("output", "")))
            found.error("store-unusable", message, place, "see that its keys and its address are right")
            return Result(tuple(found))

    return told


def plan_batch(
    content: AnyPath = "content",
    *,
    decks: Sequence[str] = (),
    brand: AnyPath = BRAND,
    template: AnyPath | None = None,
    output: AnyPath = "output",
    language: str = "",
    progress: Progress = silent,
) -> Result:
    """Lay out the deck of every member and write the manifest of the batch: `Result.batch.planned`, `Result.files`.

    `decks` are deck files with `for-each:`; without them, all. Raises UsageError for a deck that is none.
    """
    opened = _opened(_request(content, brand, template, output, language), decks, progress)
    if isinstance(opened, Result):
        return opened
    every = _entries(opened, {}, opened.found, progress)
    written = _write(every, opened, not opened.found.has_errors)
    chosen = tuple(one for one in every if one.task.deck in opened.decks)
    files = (Path(opened.store.shown(manifest.FILE)),) if written else ()
    planned = Batch(tuple(one.task for one in chosen), planned=chosen)
    return Result(tuple(opened.found), files=files, loaded=opened.loaded, batch=planned)


@_of_store
def batch(
    content: AnyPath = "content",
    *,
    decks: Sequence[str] = (),
    only: Sequence[str] = (),
    shard: str = "",
    jobs: int = 1,
    engine: Literal["local", "ray"] = "local",
    brand: AnyPath = BRAND,
    template: AnyPath | None = None,
    output: AnyPath = "output",
    force: bool = False,
    strict: bool = False,
    language: str = "",
    each: Callable[[Outcome, int, int], None] | None = None,
    progress: Progress = silent,
) -> Result:
    """Make every deck of a batch that is missing, failed or stale: `Result.files`, `Result.batch.failed`.

    `only` are keys of members; `shard` is `2/5` for the second fifth of them. `jobs` processes make them, or with the
    engine `ray` as many actors. `each` is given every outcome, its number and how many there will be. An error of one
    deck stops no other. Where the manifest is not of what there is now, the batch is planned first.

    Raises UsageError for a deck or a member that is none, and for a shard that is no part of a whole.
    """
    try:
        clock.epoch()
    except clock.WrongEpochError as wrong:
        raise UsageError(f"{wrong}.") from wrong
    part = _part(shard)
    request = _request(content, brand, template, output, language, force, strict)
    opened = _opened(request, decks, progress)
    if isinstance(opened, Result):
        return opened
    made_by = _engine(engine, jobs, opened)
    if made_by is None:
        return Result(tuple(opened.found), loaded=opened.loaded)
    asked = _asked(opened, only, part)
    planned = Diagnostics()
    every = manifest.read(opened.store.read(manifest.FILE), opened.rests_on)
    if every is None:  # of what is wrong with decks that are made now, their own outcomes tell
        others = {name: _others(deck, asked[name]) for name, deck in opened.loaded.for_each.items() if name in asked}
        every = _entries(opened, others, planned, progress)
        _write(every, opened, not planned.has_errors)
    wanted = [one.task for one in every if one.task.member in asked.get(one.task.deck, ())]
    left = [task for task in wanted if known(opened.store, task).state != "done"]
    files: list[str] = []
    failed: list[str] = []
    progress("")
    for number, outcome in enumerate(made_by(request, left) if left else (), 1):
        (files if outcome.made else failed).append(outcome.file)
        for one in outcome.errors:
            opened.found.add(one)
        if each:
            each(outcome, number, len(left))
    told = {(one.code, one.span, one.message) for one in opened.found}
    for one in planned:
        if (one.code, one.span, one.message) not in told:
            opened.found.add(one)
    made = Batch(tuple(wanted), len(wanted) - len(left), tuple(failed))
    return Result(tuple(opened.found), files=tuple(map(Path, files)), loaded=opened.loaded, batch=made)


@_of_store
def batch_status(
    content: AnyPath = "content",
    *,
    decks: Sequence[str] = (),
    brand: AnyPath = BRAND,
    template: AnyPath | None = None,
    output: AnyPath = "output",
    strict: bool = False,
    language: str = "",
    progress: Progress = silent,
) -> Result:
    """What of a batch is done, stale, missing or failed, and why: `Result.batch.known`.

    Raises UsageError for a deck that is none.
    """
    opened = _opened(_request(content, brand, template, output, language, strict=strict), decks, progress)
    if isinstance(opened, Result):
        return opened
    every = manifest.read(opened.store.read(manifest.FILE), opened.rests_on)
    if every is None:
        nobody: dict[str, Container[str]] = dict.fromkeys(opened.loaded.for_each, ())
        every = _entries(opened, nobody, Diagnostics(), progress)
    tasks = tuple(one.task for one in every if one.task.deck in opened.decks)
    states: tuple[Known, ...] = tuple(known(opened.store, task) for task in tasks)
    return Result(tuple(opened.found), loaded=opened.loaded, batch=Batch(tasks, known=states))


@dataclass(frozen=True, slots=True)
class _Opened:
    """A batch that can be worked on: what it is made of, where it goes, and the deck files that are asked for."""

    request: Request
    loaded: pipeline.Loaded
    store: Store
    rests_on: str
    decks: tuple[str, ...]
    found: Diagnostics


def _request(
    content: AnyPath,
    brand: AnyPath,
    template: AnyPath | None,
    output: AnyPath,
    language: str,
    force: bool = False,
    strict: bool = False,
) -> Request:
    place = output if isinstance(output, str) else Path(output).as_posix()
    client = "" if template is None else Path(template).as_posix()
    return Request(Path(content).as_posix(), Path(brand).as_posix(), client, language, place, force, strict)


def _opened(request: Request, decks: Sequence[str], progress: Progress) -> _Opened | Result:
    """The batch; the Result that ends the call where it cannot be worked on."""
    found = Diagnostics()
    memory = pipeline.Memory()
    given = request.content, request.brand, request.template or None, request.language
    loaded = loaded_content(*given, found, progress, memory)
    store = store_at(request.output, found)
    if loaded is None or not loaded.whole or store is None:
        return Result(tuple(found), loaded=loaded)
    decks = known_names(decks, loaded.for_each, "deck")
    if not loaded.for_each:
        hint = "write `for-each:` in a deck file, with the members that it is made for"
        found.error("no-batch", "no deck is made for each of several members", Span(loaded.folder), hint)
        return Result(tuple(found), loaded=loaded)
    return _Opened(request, loaded, store, rests_on(request), tuple(decks or sorted(loaded.for_each)), found)


def _entries(
    opened: _Opened, laid_out: Mapping[str, Container[str]], found: Diagnostics, progress: Progress
) -> list[Entry]:
    """All decks of the batch, whichever are asked for; of a deck in `laid_out`, those members' are set."""
    progress("planning the deck of every member")
    around = surroundings(opened.request)
    return list(manifest.entries(opened.loaded, around, opened.rests_on, laid_out, found))


def _write(every: Iterable[Entry], opened: _Opened, whole: bool) -> bool:
    """Write the manifest; one with errors is taken for no batch, so that the next call tells of them again."""
    written = manifest.written(opened.rests_on if whole else "", every)
    return opened.store.write(manifest.FILE, written, opened.found)


def _part(shard: str) -> tuple[int, int]:
    match = _SHARD.fullmatch(shard or "1/1")
    if match is None or int(match[1]) > int(match[2]):
        raise UsageError(f"There is no shard '{shard}': the second of five is 2/5.")
    return int(match[1]), int(match[2])


def _asked(opened: _Opened, only: Iterable[str], part: tuple[int, int]) -> dict[str, frozenset[str]]:
    """The members whose decks are asked for, and of these every so many, by the name of the deck."""
    every = [(name, one.key) for name in opened.decks for one in opened.loaded.for_each[name].members]
    keys = known_names(only, dict.fromkeys(key for _, key in every), "member")
    chosen = [(name, key) for name, key in every if not keys or key in keys][part[0] - 1 :: part[1]]
    return {name: frozenset(key for each, key in chosen if each == name) for name in opened.decks}


def _others(deck: DeckForEach, asked: frozenset[str]) -> frozenset[str]:
    return frozenset(one.key for one in deck.members) - asked


def _engine(name: str, jobs: int, opened: _Opened) -> Engine | None:
    """Who makes the decks; None where that is not installed, which is reported."""
    if name == "local":
        return in_processes(jobs) if jobs > 1 else in_this_process(opened.loaded)
    from deckgen.batches.ray_engine import has_ray, in_ray

    return in_ray(jobs) if has_ray(opened.found) else None
