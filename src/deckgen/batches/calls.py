"""What can be asked of a batch: to plan it, to run it, and how far it is.

In: content with a deck for each of several members, a brand, and where decks go. Out: a Result with a `Batch`.
Nothing is printed; `each` is told what became of each deck as soon as that is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

from deckgen import clock, pipeline
from deckgen.asking import AnyPath, known_names
from deckgen.batches import manifest
from deckgen.batches.digests import rests_on
from deckgen.batches.engines import Engine, in_processes, in_this_process
from deckgen.batches.records import known
from deckgen.batches.request import Request
from deckgen.batches.store import Store, store_at
from deckgen.diagnostics import Diagnostics, Span
from deckgen.loading import BRAND, Progress, loaded_content, silent
from deckgen.model.batch import Known, Outcome, Task
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.result import Batch, Result, UsageError

_SHARD = re.compile(r"([1-9][0-9]{0,8})/([1-9][0-9]{0,8})")


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
    """Read the content of every member and write the manifest of the batch: `Result.batch.planned`, `Result.files`.

    `decks` are deck files with `for-each:`; without them, all. Raises UsageError for a deck that is none.
    """
    request = _request(content, brand, template, output, language)
    opened = _opened(request, decks, progress)
    if isinstance(opened, Result):
        return opened
    return _planned(opened, progress)


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
    wanted = _wanted(opened, only, part)
    planned = Diagnostics()
    if not manifest.is_of(opened.store.read(manifest.FILE), opened.rests_on):
        _planned(replace(opened, found=planned), progress)
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
    for one in planned:  # of what is wrong with decks that were made now, their own outcomes tell
        if (one.code, one.span, one.message) not in told:
            opened.found.add(one)
    made = Batch(tuple(wanted), len(wanted) - len(left), tuple(failed))
    return Result(tuple(opened.found), files=tuple(map(Path, files)), loaded=opened.loaded, batch=made)


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
    states: tuple[Known, ...] = tuple(known(opened.store, task) for task in opened.tasks)
    return Result(tuple(opened.found), loaded=opened.loaded, batch=Batch(tuple(opened.tasks), known=states))


@dataclass(frozen=True, slots=True)
class _Opened:
    """A batch that can be worked on: what it is made of, where it goes, and the decks that there are to be."""

    loaded: pipeline.Loaded
    store: Store
    rests_on: str
    tasks: list[Task]
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
    digest = rests_on(request)
    listed = manifest.tasks(loaded, digest, decks or sorted(loaded.for_each))
    return _Opened(loaded, store, digest, listed, found)


def _planned(opened: _Opened, progress: Progress) -> Result:
    """Read the content of every member, whichever decks are asked for, and write the manifest of all of them."""
    progress("reading the content of every member")
    loaded, found = opened.loaded, opened.found
    left_out = {name: deck.check(found) for name, deck in loaded.for_each.items()}
    every = [
        manifest.entry(loaded.for_each[task.deck], task, left_out[task.deck][task.member])
        for task in manifest.tasks(loaded, opened.rests_on, sorted(loaded.for_each))
    ]
    written = opened.store.write(manifest.FILE, manifest.written(opened.rests_on, every), found)
    asked = {(task.deck, task.member) for task in opened.tasks}
    chosen = tuple(entry for entry in every if (entry.task.deck, entry.task.member) in asked)
    files = (Path(opened.store.shown(manifest.FILE)),) if written else ()
    return Result(tuple(found), files=files, loaded=loaded, batch=Batch(tuple(opened.tasks), planned=chosen))


def _part(shard: str) -> tuple[int, int]:
    match = _SHARD.fullmatch(shard or "1/1")
    if match is None or int(match[1]) > int(match[2]):
        raise UsageError(f"There is no shard '{shard}': the second of five is 2/5.")
    return int(match[1]), int(match[2])


def _wanted(opened: _Opened, only: Iterable[str], part: tuple[int, int]) -> list[Task]:
    """The decks of the members that are asked for, and of these every so many."""
    keys = known_names(only, dict.fromkeys(task.member for task in opened.tasks), "member")
    chosen = [task for task in opened.tasks if not keys or task.member in keys]
    return chosen[part[0] - 1 :: part[1]]


def _engine(name: str, jobs: int, opened: _Opened) -> Engine | None:
    """Who makes the decks; None where that is not installed, which is reported."""
    if name == "local":
        return in_processes(jobs) if jobs > 1 else in_this_process(opened.loaded)
    from deckgen.batches.ray_engine import has_ray, in_ray

    return in_ray(jobs) if has_ray(opened.found) else None
