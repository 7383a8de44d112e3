"""What became of one deck. In: a task and what was found in it. Out: the record beside its file, and a line of JSON.

The record is written after the file, so a deck whose record has its digest is done.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from deckgen.batches.store import Store
from deckgen.diagnostics import Diagnostics
from deckgen.diagnostics.record import as_record
from deckgen.model.batch import Known, Outcome, Task


def line(outcome: Outcome) -> dict[str, Any]:
    """What is printed of a deck."""
    task = outcome.task
    errors = [as_record(one) for one in outcome.errors]
    told = {"deck": task.deck, "member": task.member, "name": task.name, "file": outcome.file, "made": outcome.made}
    counts = {"slides": outcome.slides, "warnings": outcome.warnings, "left_out": list(outcome.left_out)}
    return {**told, **counts, "seconds": round(outcome.seconds, 3), "errors": errors}


def outcome_of(
    task: Task, file: str, found: Diagnostics, slides: int = 0, left_out: tuple[str, ...] = (), seconds: float = 0.0
) -> Outcome:
    """What became of a deck of which that was found; it was made where it has slides."""
    errors = tuple(one for one in found if one.severity == "error")
    warnings = sum(one.severity == "warning" for one in found)
    return Outcome(task, file, slides > 0, slides, left_out, warnings, errors, seconds)


def beside(outcome: Outcome, data: bytes, found: Diagnostics) -> bytes:
    """The record of a deck: the same for the same deck, so without the time that it took."""
    told = {"digest": outcome.task.digest, "bytes": len(data), "sha256": sha256(data).hexdigest()}
    said = {key: value for key, value in line(outcome).items() if key not in ("seconds", "file")}
    said["warnings"] = [as_record(one) for one in found if one.severity == "warning"]
    return f"{json.dumps({**told, **said}, ensure_ascii=False, indent=1)}\n".encode()


def known(store: Store, task: Task) -> Known:
    """Whether a deck is done, or what it is."""
    said = _read(store.read(task.record))
    size = store.size(task.file)
    if said.get("digest") == task.digest and not said.get("made", True):
        return Known(task, "failed", tuple(_message(one) for one in said.get("errors", ())))
    if size is None:
        return Known(task, "missing")
    is_done = said.get("digest") == task.digest and said.get("bytes") == size
    return Known(task, "done" if is_done else "stale")


def _read(data: bytes | None) -> dict[str, Any]:
    try:
        said = json.loads(data or b"")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _message(error: Any) -> str:
    return f"{error.get('message', '')} [{error.get('code', '')}]" if isinstance(error, dict) else ""
