"""Changed slides before and after, side by side. In: both as SVG, and what changed. Out: an HTML file for each slide.

A slide has changed where its picture has, whatever page it stands on now. Under the pictures stands why: the texts
that changed, and the numbers with their cause.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from deckgen import output
from deckgen.compare.changes import Changes
from deckgen.compare.report import Say, told_changes
from deckgen.diagnostics import Diagnostics
from deckgen.messages import MessageLanguage, reported_in
from deckgen.model.lazy_dataclasses import replace
from deckgen.xml_text import attribute, escape

Pages = Mapping[str, str]
"""Pages as SVG by their id."""


class Review(NamedTuple):
    """The folder of changed slides, and the language in which is told why they changed."""

    folder: Path
    messages: MessageLanguage


_PAGE_NUMBER: Final = re.compile(r'<g data-slide="[^"]*" data-path="number">.*?</g>')
_STYLE: Final = (
    "body{margin:24px;font:16px/1.5 sans-serif;color:#222}div{display:grid;grid-template-columns:1fr 1fr;gap:16px}"
    "img{width:100%;border:1px solid #bbb}h2{font-size:16px;margin:0}pre{white-space:pre-wrap;font:inherit}"
)


def write_changed(
    before: Pages, after: Pages, found: Changes, since: str, review: Review, diagnostics: Diagnostics
) -> tuple[Path, ...]:
    """The files of changed slides, by their ids, up to the first that cannot be written, which is reported."""
    written: list[Path] = []
    for slide in changed(before, after):
        why = _why(only(slide, found), since, partial(reported_in, language=review.messages))
        page = _html(slide, _pages(slide, before), _pages(slide, after), why, review)
        target = review.folder / f"{slide}.html"
        if not output.write(page.encode(), target, diagnostics):
            break
        written.append(target)
    return tuple(written)


def changed(before: Pages, after: Pages) -> Iterator[str]:
    """The ids of slides whose pictures differ, in the order of the deck after; those that went come last."""
    for slide in dict.fromkeys(id.partition("~")[0] for id in (*after, *before)):
        if _seen(_pages(slide, before)) != _seen(_pages(slide, after)):
            yield slide


def only(slide: str, found: Changes) -> Changes:
    """What of the changes is one slide's."""
    return replace(
        found,
        added=tuple(one for one in found.added if one.id == slide),
        removed=tuple(one for one in found.removed if one.id == slide),
        moved=tuple(one for one in found.moved if one.id == slide),
        sections=(),
        numbers=tuple(one for one in found.numbers if any(at[2] == slide for at in one.at)),
        texts=tuple(one for one in found.texts if one.slide == slide),
        figures_added=(),
        figures_removed=(),
    )


def _pages(slide: str, pages: Pages) -> list[str]:
    return [svg for id, svg in pages.items() if id.partition("~")[0] == slide]


def _seen(pages: list[str]) -> list[str]:
    """The pictures without their page numbers."""
    return [_PAGE_NUMBER.sub("", svg) for svg in pages]


def _why(found: Changes, since: str, say: Say) -> Iterator[str]:
    if found.any:
        return told_changes(found, since, say)
    return iter((say("What it says is the same; it looks otherwise, or stands elsewhere in the meeting."),))


def _html(slide: str, before: list[str], after: list[str], told: Iterator[str], review: Review) -> str:
    say: Say = partial(reported_in, language=review.messages)
    sides = "".join(
        f"<section><h2>{name}</h2>{''.join(_image(f'{slide}, {name.lower()}', svg) for svg in pages)}</section>"
        for name, pages in ((say("Before"), before), (say("After"), after))
    )
    why = escape("\n".join(told)).strip()
    return (
        f'<!DOCTYPE html><html lang="{review.messages}"><meta charset="utf-8"><title>{escape(slide)}</title>'
        f"<style>{_STYLE}</style>"
        f"<h1>{escape(slide)}</h1><div>{sides}</div><pre>{why}</pre></html>\n"
    )


def _image(told: str, svg: str) -> str:
    """A picture of its own, so that names inside of two of them never meet."""
    return f'<img alt="{attribute(told)}" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">'
