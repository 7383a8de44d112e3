"""Where something on a page is written. In: a deck flat, a slide, a field path. Out: its place, and its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from deckgen.compare.claims import Claim, DeckView, SlideView
from deckgen.diagnostics import Span
from deckgen.diagnostics.rendering import read_lines
from deckgen.model.lazy_dataclasses import dataclass

AROUND: Final = 8
"""Lines that are shown before and after a place that stands in no slide."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a file, the first of which has the number `first`."""

    first: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What is meant stands at `span`; `figures` are those that it shows there, by name, as shown."""

    span: Span
    figures: tuple[tuple[str, str], ...]
    excerpt: Excerpt


def source_of(view: DeckView, slide: str, path: str) -> Source | None:
    """The field of that path, else what stands around it or in it, else the slide itself."""
    seen = view.by_id.get(slide)
    if seen is None:
        return None
    claims = _meant(seen, path)
    span = next((claim.span for claim in claims if claim.span.line), seen.span)
    shown = dict(pair for claim in claims for pair in claim.figures)
    return Source(span, tuple(shown.items()), block(seen.span))


def source_at(span: Span) -> Source:
    """A slide of which no more is known than where it stands."""
    return Source(span, (), block(span))


def block(span: Span) -> Excerpt:
    """The lines of the item of a list that begins at a place: all that stand as far in as it does."""
    lines = read_lines(span.file)
    start, inside = span.line - 1, span.column - 1
    if not 0 <= start < len(lines):
        return Excerpt(1, ())
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) >= inside):
        end += 1
    while end > start + 1 and _is_aside(lines[end - 1]):
        end -= 1
    return Excerpt(start + 1, tuple(lines[start:end]))


def around(span: Span) -> Excerpt:
    """The lines before and after a place."""
    lines, at = read_lines(span.file), span.line - 1
    first = max(0, at - AROUND)
    return Excerpt(first + 1, tuple(lines[first : at + AROUND + 1]))


def _meant(slide: SlideView, path: str) -> Sequence[Claim]:
    """The claims of a path; a chart or a group has those of what it draws."""
    for wanted in _outwards(path):
        exact = [claim for claim in slide.claims if claim.path == wanted]
        within = [claim for claim in slide.claims if claim.path.startswith(f"{wanted}/")]
        if exact or within:
            return sorted((*exact, *within), key=lambda claim: claim.derived)
    drawn = [claim for claim in slide.own if claim.place == "chart"]
    return drawn if path == "chart" else ()


def _outwards(path: str) -> list[str]:
    """The path, and each that it stands in. Names of drawn things have `_` where the YAML has `-`."""
    parts = path.replace("_", "-").split("/")
    return ["/".join(parts[:end]) for end in range(len(parts), 0, -1)]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
