"""What the page is told. In: states, places, stories. Out: plain dicts and lists that json can write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple, assert_never

from deckgen.compare.claims import Claim
from deckgen.compare.figures import FigureReport
from deckgen.compare.sides import Sides
from deckgen.diagnostics import Diagnostic, Span
from deckgen.diagnostics.record import as_record
from deckgen.edits.journal import Value as Written
from deckgen.live import DeckState, Page
from deckgen.live.forms import (
    Aside,
    Field,
    Form,
    Group,
    Listing,
    Named,
    Part,
    Several,
    Value,
    Variants,
    has_figure_form,
)
from deckgen.live.source import Excerpt, Source
from deckgen.messages import MessageLanguage, in_language, reported_in, said_in, words_of

Record = dict[str, Any]
FORMS = "forms"
FIELDS, KINDS, CHARTS = "names_of_fields", "names_of_kinds", "names_of_charts"
"""What fields, kinds and chart types are called where their names are not words of the language."""
"""The part of the catalogue that has what is said of fields."""


def deck_record(state: DeckState, shown: Mapping[str, str]) -> Record:
    """A deck, with the pictures that are not those of `shown`, by page."""
    return {
        "title": state.title,
        "audience": state.audience,
        "messages": state.messages,
        "choice": {
            "deck": state.choice.deck,
            "language": state.choice.language,
            "brand": state.choice.brand.as_posix(),
        },
        "offer": {
            "decks": [{"name": name, "audience": audience} for name, audience in state.offer.decks.items()],
            "languages": list(state.offer.languages),
            "brands": _brands(state.offer.brands),
        },
        "slot": state.slot,
        "minutes": float(state.minutes),
        "whole": state.whole,
        "sections": _sections(state),
        "pages": [_page(page, state.messages) for page in state.pages],
        "diagnostics": {
            id: [fault_record(one, state.messages) for one in found] for id, found in state.diagnostics.items()
        },
        "pictures": {page.id: page.picture for page in state.pages if shown.get(page.id) != page.picture},
    }


def _page(page: Page, language: MessageLanguage) -> Record:
    return {
        "id": page.id,
        "slide": page.slide,
        "number": page.number,
        "kind": page.kind,
        "title": page.title,
        "minutes": float(page.minutes),
        "notes": page.notes,
        "ladder": [said_in(step, language) for step in page.ladder],
        "stale": page.stale,
    }


def _sections(state: DeckState) -> list[Record]:
    """Each section with its pages; a page that no section lists, as content has errors, stands in that before it."""
    sections: list[Record] = [
        {"title": one.title, "minutes": float(one.minutes), "pages": []} for one in state.sections
    ]
    at_of = {slide: at for at, one in enumerate(state.sections) for slide in one.slides}
    at = 0
    for page in state.pages if sections else ():
        at = at_of.get(page.slide, at)
        sections[at]["pages"].append(page.id)
    return [section for section in sections if section["pages"]]


def _brands(files: Sequence[Path]) -> list[Record]:
    """The first is the project's own, which has no name; the others are called as their folders."""
    return [{"file": file.as_posix(), "name": file.parent.name if at else ""} for at, file in enumerate(files)]


def fault_record(one: Diagnostic, language: MessageLanguage) -> Record:
    return {**as_record(in_language(one, language)), "editor": editor_link(one.span)}


def source_record(source: Source, value: Written | None) -> Record:
    """`figures` are named and shown at the place; `value` is what can be written anew there."""
    return {
        **place_record(source.span, source.excerpt),
        "path": source.path,
        "value": asdict(value) if value else None,
        "figures": [{"name": name, "shown": shown} for name, shown in source.figures],
    }


class _Words(NamedTuple):
    """What a form says in the language of messages: docs of fields, and names by those of the content."""

    docs: Mapping[str, str]
    fields: Mapping[str, str]
    charts: Mapping[str, str]


def form_record(form: Form, digest: str, language: MessageLanguage) -> Record:
    """A form; `digest` tells its file as it was then. What is said of its fields is in the language of messages."""
    kinds = words_of(KINDS, language)
    every = (form.kind, *form.kinds, *form.others)
    words = _Words(words_of(FORMS, language), words_of(FIELDS, language), words_of(CHARTS, language))
    return {
        "name": form.name,
        "file": form.span.file,
        "line": form.span.line,
        "column": form.span.column,
        "editor": editor_link(form.span),
        "digest": digest,
        "kind": form.kind,
        "kinds": list(form.kinds),
        "others": list(form.others),
        "called": {name: kinds[name] for name in every if name in kinds},
        "left": [{"key": one.key, "lines": list(one.excerpt.lines)} for one in form.left],
        "stays": form.stays,
        "example": form.example,
        "part": _part_record(form.part, words),
    }


def _part_record(part: Part, words: _Words) -> Record:
    match part:
        case Value():
            called = {name: words.charts[name] for name in part.names if name in words.charts}
            return {"form": "value", **asdict(part), "called": called if part.noun == "chart type" else {}}
        case Group():
            told = {"alone": part.alone, "bare": part.bare, "for": part.seen_by}
            return {"form": "group", "fields": [_field_record(one, words) for one in part.fields], **told}
        case Listing():
            items = [_part_record(one, words) for one in part.items]
            told = {"blank": _part_record(part.blank, words), "least": part.least, "most": part.most}
            return {"form": "listing", "items": items, **told}
        case Named():
            fields = [_field_record(one, words) for one in part.fields]
            return {"form": "named", "fields": fields, "blank": _part_record(part.blank, words)}
        case Several():
            return {"form": "several", "names": list(part.names), "chosen": list(part.chosen)}
        case Variants():
            return {"form": "variants", "fields": [_field_record(one, words) for one in part.fields]}
        case Aside():
            return {"form": "aside"}
        case _:
            assert_never(part)


def _field_record(field: Field, words: _Words) -> Record:
    part, doc = _part_record(field.part, words), words.docs.get(field.doc, field.doc)
    called = words.fields.get(field.key, "") if field.doc else ""  # without a doc it is a name of the content's own
    told = {"required": field.required, "there": field.there, "excludes": field.excludes}
    return {"key": field.key, "called": called, "doc": doc, **told, "part": part}


def place_record(span: Span, excerpt: Excerpt) -> Record:
    """A place with the lines around it."""
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "first": excerpt.first,
        "lines": list(excerpt.lines),
        "editor": editor_link(span),
    }


def editor_link(span: Span) -> str:
    """What opens a place in VS Code; empty for what stands in no file."""
    if not span.file:
        return ""
    path = Path(span.file).resolve().as_posix()
    return f"vscode://file/{path.lstrip('/')}:{span.line or 1}:{span.column or 1}"


def figure_record(report: FigureReport, folder: Path, language: MessageLanguage) -> Record:
    """A figure's story; each meaning says with `file` and `line` where it is written, `form` whether it has a form.

    How it came about is said in the language of messages.
    """
    record = asdict(report)
    record["form"] = any(has_figure_form(meaning["written"]) for meaning in record["meanings"])
    for meaning in record["meanings"]:
        for key in ("origin", "how", "confidence"):
            meaning[key] = said_in(meaning[key], language)
        file, _, line = meaning["written"].rpartition(":")
        meaning["file"], meaning["line"] = (folder / file).as_posix() if file else "", int(line or 0)
    return record


def sides_record(sides: Sides, language: MessageLanguage) -> Record:
    return {
        "sections": [
            {
                "title": section.left or section.right,
                "slides": [
                    {
                        "id": slide.id,
                        "title": next(one.title for one in (slide.left, slide.right) if one),
                        "left": slide.left.page if slide.left else None,
                        "right": slide.right.page if slide.right else None,
                        "differences": [
                            {
                                "verdict": one.verdict,
                                "why": reported_in(one.why, language),
                                "left": _said(one.left),
                                "right": _said(one.right),
                            }
                            for one in slide.differences
                        ],
                    }
                    for slide in section.slides
                ],
            }
            for section in sides.sections
        ]
    }


def _said(claim: Claim | None) -> Record | None:
    return None if claim is None else {"path": claim.path, "place": claim.place, "text": claim.text}
