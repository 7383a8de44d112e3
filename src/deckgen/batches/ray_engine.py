"""Ray makes the decks: actors on the machines of a cluster, each with a worker that keeps what it read warm.

In: a request and tasks. Out: outcomes as they come. Where workers are, and whether one is gone, Ray knows; here each
actor is given one task at a time, so that no more wait than there are actors, and the task of one that is lost goes
to a new one. Content lies where every machine finds it under the same path, and the output under one path or URL.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from deckgen.batches.engines import MOST_TRIES, Engine, lost
from deckgen.batches.request import Request
from deckgen.batches.worker import Worker
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.batch import Outcome, Task


def has_ray(diagnostics: Diagnostics) -> bool:
    """Whether the extra is installed; that it is not is reported."""
    try:
        _ray()
    except ImportError:
        hint = "install `deckgen[ray]`, or leave `--engine` out"
        diagnostics.error("ray-missing", "the extra `ray` is not installed", Span("ray"), hint)
        return False
    return True


def _ray() -> Any:
    """The library, which has no types and takes a second to import."""
    return import_module("ray")


class RayWorker:
    """A worker in the folder that paths are told from."""

    def __init__(self, request: Request, folder: str) -> None:
        os.chdir(folder)
        self._worker = Worker(request)

    def make(self, task: Task) -> Outcome:
        return self._worker.make(task)


def in_ray(jobs: int) -> Engine:
    """An engine of so many actors (0: one for each processor of the cluster); a cluster that runs is joined."""

    def run(request: Request, tasks: Iterable[Task]) -> Iterator[Outcome]:
        ray = _ray()
        if not ray.is_initialized():
            ray.init(log_to_driver=False, include_dashboard=False)
        actor = partial(ray.remote(RayWorker).remote, request, str(Path.cwd()))
        waiting = [(task, 1) for task in tasks][::-1]
        many = min(jobs or int(ray.cluster_resources().get("CPU", 1)), len(waiting))
        busy: dict[Any, tuple[Any, Task, int]] = {}

        def hand_over(worker: Any) -> None:
            if waiting:
                task, tries = waiting.pop()
                busy[worker.make.remote(task)] = worker, task, tries

        for _ in range(many):
            hand_over(actor())
        while busy:
            ready, _ = ray.wait(list(busy))
            worker, task, tries = busy.pop(ready[0])
            try:
                yield ray.get(ready[0])
            except ray.exceptions.RayActorError:
                worker = actor()
                if tries < MOST_TRIES:
                    waiting.append((task, tries + 1))
                else:
                    yield lost(task)
            hand_over(worker)

    return run
