"""Every kind's example with fewer and with more of what it lists, laid out: held against golden frames.

A list of the example is cut, or goes on with its own items from the start; what a kind takes no more of, or no fewer,
is told as it is to an editor.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import pytest
import yaml

import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from golden_text import golden
from goldens import Held

MOST = 7
NAMES = [name for name in gallery.examples() if not name.startswith("example-chart.")]


def variants() -> Iterator[tuple[str, str]]:
    """The slide's id and its YAML."""
    for name in NAMES:
        slide: dict[str, Any] = yaml.load(gallery.examples()[name], Loader=yaml.BaseLoader)
        for field, items in slide.items():
            if isinstance(items, list) and isinstance(items[0], dict):
                for count in {*range(MOST + 1)} - {len(items)}:
                    id, listed = f"{name}.{field}-{count}", [deepcopy(items[at % len(items)]) for at in range(count)]
                    yield id, yaml.dump({**slide, "id": id, field: listed}, allow_unicode=True, sort_keys=False)


SLIDES = dict(variants())
VARIED = sorted({slide.rpartition(".")[0] for slide in SLIDES})


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Slide → what is said of it, and its pages."""
    folder = gallery.write(tmp_path_factory.mktemp("gallery") / "content", SLIDES)
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, gallery.BRAND, diagnostics)
    assert loaded
    deck = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    lines = (folder / "examples.yaml").read_text(encoding="utf-8").splitlines()
    begins = [at for at, line in enumerate(lines, 1) if line.startswith("  - id: ")]
    ids = list(SLIDES)
    said = dict.fromkeys(SLIDES, "")
    for one in diagnostics:
        said[ids[bisect_right(begins, one.span.line) - 1]] += f"{one.code}: {one.message}\n"
    for frame in deck.frames:
        said[frame.id.partition("~")[0]] += golden(frame)
    return said


@pytest.mark.parametrize("name", VARIED)
def test_other_numbers_of_items_are_laid_out_as_in_their_golden_frames(
    name: str, told: Mapping[str, str], held: Held
) -> None:
    held(f"counts/{name}.txt", "\n".join(text for slide, text in told.items() if slide.rpartition(".")[0] == name))
