"""Who makes the decks: this process, or several on this machine. In: a request and tasks. Out: outcomes as they come.

An engine hands each worker one task at a time, so that what is lost with a worker is the deck that it was making;
that is handed to another worker, and given up after so many.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Final

from deckgen.batches.records import outcome_of
from deckgen.batches.request import Request
from deckgen.batches.worker import Worker
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.batch import Outcome, Task
from deckgen.pipeline import Loaded

Engine = Callable[[Request, Iterable[Task]], Iterator[Outcome]]
MOST_TRIES: Final = 3
"""As many workers may be lost over one deck."""


def lost(task: Task) -> Outcome:
    """A deck that workers were lost over."""
    found = Diagnostics()
    message = f"{MOST_TRIES} workers were lost over the deck for `{task.name}`"
    found.error("worker-lost", message, Span(task.file), "see what ends them: it may be memory")
    return outcome_of(task, task.file, found)


def in_this_process(loaded: Loaded) -> Engine:
    """An engine of no other process, which makes the decks of what is loaded already, one after the other."""

    def run(request: Request, tasks: Iterable[Task]) -> Iterator[Outcome]:
        worker = Worker(request, loaded)
        gc.freeze()
        try:
            yield from map(worker.make, tasks)
        finally:
            gc.unfreeze()

    return run


def in_processes(jobs: int) -> Engine:
    """An engine of so many processes, each with a worker of its own."""

    def run(request: Request, tasks: Iterable[Task]) -> Iterator[Outcome]:
        waiting = iter([(task, 1) for task in tasks])
        workers = [_Process(request, waiting) for _ in range(jobs)]
        try:
            while busy := [one for one in workers if one.task]:
                ready = wait([one.end for one in busy])
                for one in busy:
                    if one.end in ready:
                        yield from one.finished()
        finally:
            for one in workers:
                one.stop()

    return run


class _Process:
    """A process with a worker, the task that it has, and how often that was tried; None where nothing is left."""

    def __init__(self, request: Request, waiting: Iterator[tuple[Task, int]]) -> None:
        self._request, self._waiting = request, waiting
        self.task: Task | None = None
        self._tries = 0
        self._start()
        self._next()

    def _start(self) -> None:
        context = get_context("spawn")
        self.end, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, self._request), daemon=True)
        self._process.start()
        other.close()

    def _next(self) -> None:
        self.task, self._tries = next(self._waiting, (None, 0))
        self._hand_over()

    def _hand_over(self) -> None:
        """Send the task; that a process is gone already is noticed where its answer is waited for."""
        if self.task:
            with contextlib.suppress(OSError):
                self.end.send(self.task)

    def finished(self) -> Iterator[Outcome]:
        """The outcome of the task; none where the process was lost and another now has the task."""
        assert self.task is not None
        try:
            outcome: Outcome = self.end.recv()
        except (EOFError, OSError):
            self.stop()
            self._start()
            if self._tries < MOST_TRIES:
                self._tries += 1
                self._hand_over()
                return
            outcome = lost(self.task)
        self._next()
        yield outcome

    def stop(self) -> None:
        self.end.close()
        self._process.terminate()
        self._process.join()


def _serve(end: Connection, request: Request) -> None:
    """Make what is asked for until nobody asks any more."""
    worker = Worker(request)
    gc.freeze()  # what is read once lives as long as the process: looking through it for garbage would find none
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            end.send(worker.make(end.recv()))
