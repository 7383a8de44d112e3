"""Where something on a page is written. In: a deck flat, a page, a field path. Out: its place, and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.compare.claims import Claim, DeckView, SlideView
from deckgen.diagnostics import Span
from deckgen.diagnostics.rendering import read_lines
from deckgen.model.frames import Frame, GroupItem, Item, TextItem
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE

AROUND: Final = 8
"""Lines that are shown before and after a place that stands in no slide."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a file, the first of which has the number `first`."""

    first: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What is meant stands at `span`; `figures` are those that it shows there, by name, as shown.

    `path` is its own, which leads to it whatever it says by then. `exact`: it is a value that stands there, and not
    what is around it.
    """

    span: Span
    figures: tuple[tuple[str, str], ...]
    excerpt: Excerpt
    path: str = ""
    exact: bool = False


def source_of(view: DeckView, page: Frame, path: str, said: str) -> Source | None:
    """The text of that path on a page, of several the one that says what is `said`; else what stands around it."""
    seen = view.by_id.get(page.id.partition("~")[0])
    if seen is None:
        return None
    claims = _meant(seen, path)
    written = [claim for claim in claims if claim.span.line]
    named = _named(written, seen, path, said)
    drawn = next((item.span for item in _texts(page.items) if item.name == f"{page.id}/{path}"), NOWHERE)
    first = named or (None if drawn.line else next(iter(written), None))
    shown = dict(pair for claim in ((first,) if named else claims) if claim for pair in claim.figures)
    span = first.span if first else drawn
    place = span if span.line else seen.span
    return Source(place, tuple(shown.items()), block(seen.span), first.path if first else path, bool(span.line))


def source_at(span: Span) -> Source:
    """A slide of which no more is known than where it stands."""
    return Source(span, (), block(span))


def block(span: Span) -> Excerpt:
    """The lines of the item of a list that begins at a place: all that stand as far in as it does."""
    lines = read_lines(span.file)
    start, inside = span.line - 1, span.column - 1
    if not 0 <= start < len(lines):
        return Excerpt(1, ())
    return Excerpt(start + 1, tuple(lines[start : _end(lines, start, inside)]))


def lines_of(text: str, key: Span, following: Span | None) -> Excerpt:
    """The lines of a key with its value, up to the key that follows in its mapping, if any."""
    lines, start, inside = text.split("\n"), key.line - 1, key.column - 1
    if following is not None and following.line == key.line:
        return Excerpt(key.line, (lines[start][inside : following.column - 1].rstrip(" ,"),))
    stop = following.line - 1 if following else _end(lines, start, inside + 1)
    while stop > start + 1 and _is_aside(lines[stop - 1]):
        stop -= 1
    first, *others = lines[start:stop]
    return Excerpt(key.line, (first[inside:].rstrip(" }"), *(line.removeprefix(" " * inside) for line in others)))


def around(span: Span) -> Excerpt:
    """The lines before and after a place."""
    lines, at = read_lines(span.file), span.line - 1
    first = max(0, at - AROUND)
    return Excerpt(first + 1, tuple(lines[first : at + AROUND + 1]))


def _meant(slide: SlideView, path: str) -> Sequence[Claim]:
    """The claims of a path; a chart or a group has those of what it draws."""
    found = [claim for claim in slide.own if claim.place == "chart"] if path == "chart" else []
    for wanted in _outwards(path):
        exact = [claim for claim in slide.claims if claim.path == wanted]
        within = [claim for claim in slide.claims if claim.path.startswith(f"{wanted}/")]
        found += sorted((*exact, *within), key=lambda claim: claim.derived)
        if any(claim.span.line for claim in found):
            break
    return found


def _named(written: Sequence[Claim], slide: SlideView, path: str, said: str) -> Claim | None:
    """The claim that says a line: of the path, or of the slide, as one item on it may hold a whole list."""
    if said:
        others = (claim for claim in slide.own if claim.span.line and claim.place != "notes")
        for claim in (*written, *others):
            if _says(claim, said):
                return claim
    return next((claim for claim in written if claim.path == path), None)


def _texts(items: Sequence[Item]) -> Iterator[TextItem]:
    for item in items:
        if isinstance(item, GroupItem):
            yield from _texts(item.children)
        elif isinstance(item, TextItem):
            yield item


def _says(claim: Claim, said: str) -> bool:
    """Whether a line as it is drawn is of a claim: a line may begin with a sign, and breaks where it has room."""
    return _plain(said) in _plain(f"{claim.label} {claim.text}")


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _outwards(path: str) -> list[str]:
    """The path, and each that it stands in. Names of drawn things have `_` where the YAML has `-`."""
    parts = path.replace("_", "-").split("/")
    return ["/".join(parts[:end]) for end in range(len(parts), 0, -1)]


def _end(lines: Sequence[str], start: int, inside: int) -> int:
    """Behind the last line that stands as far in, comments and blank lines at the end left out."""
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) >= inside):
        end += 1
    while end > start + 1 and _is_aside(lines[end - 1]):
        end -= 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
