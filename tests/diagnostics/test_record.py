"""The JSON shape of a diagnostic, as docs/diagnostics.md describes it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Related, Span
from deckgen.diagnostics.record import as_record

GUIDE = (Path(__file__).parents[2] / "docs/diagnostics.md").read_text(encoding="utf-8")


def test_a_record_is_the_one_of_the_guide() -> None:
    one = Diagnostic(
        "duplicate-key",
        "`survey` stands twice",
        Span("content/sources.yaml", 3, 1, 3, 7),
        "keep one of them",
        related=(Related(Span("content/sources.yaml", 1, 1, 1, 7), "first written here"),),
    )
    (shown,) = re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    assert as_record(one) == json.loads(shown)


def test_what_is_not_known_is_null() -> None:
    record = as_record(Diagnostic("file-empty", "the file says nothing", Span("content/later.yaml")))
    assert [record[key] for key in ("line", "column", "end_line", "end_column")] == [None] * 4
    assert (record["hint"], record["related"]) == ("", [])


def test_every_key_is_described() -> None:
    record = as_record(Diagnostic("a", "b", Span("c")))
    described = {
        key for row in re.findall(r"^\| (`.*`) \|", GUIDE, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)
    }
    assert set(record) == described
