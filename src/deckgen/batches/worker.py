"""A worker that keeps content, data and template warm, and makes decks of them one after another.

In: a request, once; then tasks. Out: each deck in its place, and what became of it.
"""

from __future__ import annotations

import time

from deckgen import pipeline
from deckgen.batches.records import beside, outcome_of
from deckgen.batches.request import Request
from deckgen.batches.store import Store, store_at
from deckgen.checks.engine.subject import STAGES
from deckgen.content.each_member import DeckForEach, of_members
from deckgen.diagnostics import Diagnostics, Span
from deckgen.loading import loaded_content, silent
from deckgen.model.batch import Outcome, Task
from deckgen.model.members import Member


class Worker:
    """Holds what all decks are made of, and reads it unless it is given; of a deck that is done it keeps nothing."""

    def __init__(self, request: Request, loaded: pipeline.Loaded | None = None) -> None:
        found = Diagnostics()
        self._request = request
        self._found = found
        self._store = store_at(request.output, found)
        self._loaded = loaded or loaded_content(
            request.content,
            request.brand,
            request.template or None,
            request.language,
            found,
            silent,
            pipeline.Memory(),
        )

    def make(self, task: Task) -> Outcome:
        """Make one deck. Whatever befalls it is told in the outcome and ends no other."""
        start = time.process_time()
        deck = self._loaded.for_each.get(task.deck) if self._loaded else None
        member = deck.member(task.member) if deck else None
        if self._store is None or self._loaded is None or deck is None or member is None:
            return outcome_of(task, task.file, self._unready(task))
        found, made, left_out = self._made(self._loaded, deck, member)
        found = found.hardened() if self._request.strict else found
        data = self._written(task, made, self._store, found)
        named = _named(found, member)
        slides = len(made.frames.frames) if made and data else 0
        file = self._store.shown(task.file)
        outcome = outcome_of(task, file, named, slides, left_out, time.process_time() - start)
        if not self._store.write(task.record, beside(outcome, data, named), named):
            return outcome_of(task, file, named, seconds=outcome.seconds)
        return outcome

    def _made(
        self, loaded: pipeline.Loaded, deck: DeckForEach, member: Member
    ) -> tuple[Diagnostics, pipeline.Made | None, tuple[str, ...]]:
        """What was found in a member's deck, the deck if it could be made, and the words for what it leaves out."""
        try:
            told = deck.content(member)
            made = None
            if told.content is not None:
                made = pipeline.make_deck(pipeline.for_member(loaded, told.content), deck.name, told.found, STAGES)
            return told.found, made, told.left_out
        except Exception as problem:
            found = Diagnostics()
            pipeline.report_broken(problem, self._request.content, found)
            return found, None, ()

    def _written(self, task: Task, made: pipeline.Made | None, store: Store, found: Diagnostics) -> bytes:
        """The bytes of a deck once they are in their place; none where anything forbids it, which is reported."""
        if made is None or found.has_errors or not store.may_write(task.file, self._request.force, found):
            return b""
        return made.data if store.write(task.file, made.data, found) else b""

    def _unready(self, task: Task) -> Diagnostics:
        """Why this worker can make nothing, or not this deck."""
        if self._found.has_errors:
            return self._found
        found = Diagnostics()
        message = f"there is no `{task.member}` among the members of `{task.deck}` any more"
        found.error("no-member", message, Span(self._request.content), "plan the batch again")
        return found


def _named(found: Diagnostics, member: Member) -> Diagnostics:
    """What was found, each naming the member whose deck it is about."""
    named = Diagnostics()
    for one in found:
        named.add(of_members(one, (member,)))
    return named
