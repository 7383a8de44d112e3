"""What is said of each mistake in the fields of a kind: held against golden text that a person has read."""

from __future__ import annotations

import re
from pathlib import Path

import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from goldens import Held
from kind_faults import FAULTS


def test_what_is_said_of_fields_is_as_in_its_golden_text(tmp_path: Path, held: Held) -> None:
    examples, slides = gallery.examples(), {}
    for number, (kind, old, new) in enumerate(FAULTS):
        name = f"example-{kind}" if kind.startswith("chart.") else f"example.{kind}"
        assert old in examples[name], (kind, old)
        slides[f"fault.n{number}"] = (
            examples[name].replace(old, new, 1).replace(f"id: {name}", f"id: fault.n{number}")
        )
    folder = gallery.write(tmp_path / "content", slides)
    gallery.harbour().save(folder / "havn.png")
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, gallery.BRAND, diagnostics)
    assert loaded
    pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    lines = (folder / "examples.yaml").read_text(encoding="utf-8").splitlines()
    begins = [at for at, line in enumerate(lines, 1) if line.startswith("  - id: ")]
    told = []
    for number, (begin, end) in enumerate(zip(begins, [*begins[1:], len(lines) + 1], strict=True)):
        found = [one for one in diagnostics if begin <= one.span.line < end]
        said = [
            f"  {one.span.line - begin + 1}:{one.span.column}: {one.code}: {one.message} ({one.hint})"
            for one in found
        ]
        told.append("\n".join((" → ".join(map(repr, FAULTS[number])), *(said or ["  fine"]))))
    held(
        "messages/of kinds.txt",
        re.sub(r"fault\.n\d+", "fault", "\n".join(told).replace(str(folder), "content")) + "\n",
    )
