"""What may be written of a slide, a figure or a deck, and what stands there. In: a file's text, a shape. Out: a form.

A form is made of the fields that the kind declares, as they stand in the file: what differs by audience or language
has a field for each. What no form is made for (a mapping of anything) is edited in the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never

from deckgen.content.files import FIGURES
from deckgen.content.shapes import EVERY, FILES, slide_keys
from deckgen.content.slides import known_kind, read_slides
from deckgen.diagnostics import Diagnostics, Span
from deckgen.extensions import BrokenExtensionError
from deckgen.model.kind import Registry
from deckgen.model.known import Known
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.audiences import FOR, TEXT
from deckgen.nodes.keys import ByName, Choice, Key, Leaf, ListOf, MappingOf, Noun, Shape
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.reader import read_text
from deckgen.nodes.translations import in_language

_FIXED: Final = ("id", "kind")
"""What a slide's form has no field for: its name stays, its kind is chosen among those that fit."""
_FIRST: Final = ("title", "subtitle")
_LAST: Final = ("so-what", "ground", "sticker", "badges", "minutes", "sources", "supports", "footnotes", "notes")
"""Where fields that every slide has stand: around those of its kind."""
_IN_THE_FILE: Final[tuple[Noun, ...]] = ("list", "mapping")


@dataclass(frozen=True, slots=True)
class Value:
    """One value, or one of `names`. `text` is as it is written."""

    noun: Noun
    text: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together. `alone`: the key whose value may stand in place of all, and now does if `bare`.

    `seen_by`: the audiences that it is kept to.
    """

    fields: tuple[Field, ...]
    alone: str = ""
    bare: bool = False
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Items of a list; `blank` is a new one. `most` 0: no limit."""

    items: tuple[Part, ...]
    blank: Part
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Named:
    """Entries under names that the content chooses."""

    fields: tuple[Field, ...]
    blank: Part


@dataclass(frozen=True, slots=True)
class Variants:
    """A value for each audience or language that has one."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """What is edited in the file alone."""


Part = Value | Group | Listing | Named | Variants | Aside


@dataclass(frozen=True, slots=True)
class Field:
    """A key: what it says for people, and whether it is written."""

    key: str
    doc: str
    required: bool
    there: bool
    part: Part


@dataclass(frozen=True, slots=True)
class Form:
    """What stands at a place, and may be written there. `kinds`: of a slide, those that its fields fit."""

    name: str
    span: Span
    part: Part
    kind: str = ""
    kinds: tuple[str, ...] = ()
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """What of a project forms are made with."""

    registry: Registry
    audiences: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def views(self) -> tuple[str, ...]:
        """The keys under which a value differs by who looks."""
        return (*self.audiences, *(self.languages if len(self.languages) > 1 else ()))


def slide_form(text: str, shown: str, id: str, project: Project) -> Form | None:
    """The form of a slide of a file; None where the file has none, or its kind is not known."""
    slide = next((one for one in _slides(read_text(text, shown, Diagnostics())) if _said(one, "id") == id), None)
    named = slide.get("kind") if slide else None
    kind = known_kind(named, project.registry, Diagnostics()) if isinstance(named, Scalar) else None
    if slide is None or kind is None:
        return None
    by_name = {key.name: key for key in slide_keys(kind)}
    every = [key.name for key in EVERY]
    own = [name for name in by_name if name not in every]
    order = [*_FIRST, *own, *_LAST, *(name for name in every if name not in (*_FIXED, *_FIRST, *_LAST))]
    part = Group(tuple(_field(by_name[name], slide, project.views) for name in order))
    kinds = tuple(fitting_kinds(slide, project))
    return Form(id, slide.span, part, kind.name, kinds, _listed(slide.get(FOR)))


def figure_form(text: str, shown: str, name: str, project: Project) -> Form | None:
    """The form of a figure of the file of figures; None where it has none of the name."""
    file, shape = read_text(text, shown, Diagnostics()), FILES[FIGURES.removesuffix(".yaml")]
    node = file.get(name) if isinstance(file, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(shape, ByName):
        return None
    return Form(name, node.span, _part(shape.value, node, project.views))


def deck_form(text: str, shown: str, name: str, project: Project) -> Form | None:
    """The form of a deck file: what the cover says, chapters, and the order of slides."""
    node = read_text(text, shown, Diagnostics())
    if not isinstance(node, Mapping):
        return None
    return Form(name, node.span, _part(FILES["deck"], node, project.views))


def fitting_kinds(slide: Mapping, project: Project) -> Iterable[str]:
    """The kinds as which a slide can be read as it stands, its own among them."""
    own = _said(slide, "kind")
    for name in sorted(project.registry.kinds):
        if name == own or (_takes(slide, name, project.registry) and _reads(slide, name, project)):
            yield name


def _takes(slide: Mapping, kind: str, registry: Registry) -> bool:
    """Whether a kind has all keys of a slide, and the slide all that it needs."""
    try:
        keys = slide_keys(registry.kinds[kind])
    except BrokenExtensionError:
        return False
    written = {key.text for key, _ in slide.entries} - {FOR}
    return {key.name for key in keys if key.required} <= written <= {key.name for key in keys}


def _reads(slide: Mapping, kind: str, project: Project) -> bool:
    entries = tuple(
        (key, Scalar(kind, True, value.span) if key.text == "kind" else value) for key, value in slide.entries
    )
    found = Diagnostics()
    slides = Sequence((Mapping(entries, slide.span),), slide.span)
    file = Mapping(((Scalar("slides", True, slide.span), slides),), slide.span)
    spoken = in_language(file, project.languages[0], project.languages, found)
    if spoken is not None:
        read_slides((spoken,), project.registry, project.audiences, Known(), found)
    return not found.has_errors


def _slides(file: Node | None) -> Iterable[Mapping]:
    slides = file.get("slides") if isinstance(file, Mapping) else None
    for one in slides.items if isinstance(slides, Sequence) else ():
        if isinstance(one, Mapping):
            yield one


def _said(node: Mapping | None, key: str) -> str:
    value = node.get(key) if node else None
    return value.text if isinstance(value, Scalar) else ""


def _listed(node: Node | None) -> str:
    """Names of audiences, of which one may stand alone."""
    items = node.items if isinstance(node, Sequence) else [node]
    return ", ".join(one.text for one in items if isinstance(one, Scalar))


def _field(key: Key, group: Mapping | None, views: tuple[str, ...]) -> Field:
    value = group.get(key.name) if group else None
    return Field(key.name, key.doc, key.required, value is not None, _part(key.shape, value, views))


def _part(shape: Shape, node: Node | None, views: tuple[str, ...]) -> Part:
    """What stands at a node, as a shape has it; without one, a blank."""
    if isinstance(node, Mapping) and node.entries and all(key.text in views for key, _ in node.entries):
        return Variants(tuple(_variant(key.text, shape, value, views) for key, value in node.entries))
    match shape:
        case Leaf() | Choice():
            return _value(shape, node, views)
        case MappingOf():
            return _group(shape, node, views)
        case ListOf():
            return _listing(shape, node, views)
        case ByName():
            return _named(shape, node, views)
        case _:
            assert_never(shape)


def _variant(view: str, shape: Shape, node: Node, views: tuple[str, ...]) -> Field:
    return Field(view, "", True, True, _part(shape, node, views))


def _value(shape: Leaf | Choice, node: Node | None, views: tuple[str, ...]) -> Part:
    if isinstance(node, Mapping) and node.get(TEXT) is not None:
        beside = Field(TEXT, "", True, True, _part(shape, node.get(TEXT), views))
        return Group((beside,), seen_by=_listed(node.get(FOR)))
    if isinstance(node, Mapping | Sequence) or (isinstance(shape, Leaf) and shape.noun in _IN_THE_FILE):
        return Aside()
    text = node.text.rstrip("\n") if node else ""
    return Value("name", text, shape.names) if isinstance(shape, Choice) else Value(shape.noun, text)


def _group(shape: MappingOf, node: Node | None, views: tuple[str, ...]) -> Part:
    alone = shape.keys[0].name if shape.alone else ""
    if isinstance(node, Scalar) and alone:
        first, *others = shape.keys
        own = Field(first.name, first.doc, first.required, True, _part(first.shape, node, views))
        return Group((own, *(_field(key, None, views) for key in others)), alone, bare=True)
    if node is not None and not isinstance(node, Mapping):
        return Aside()
    seen_by = _listed(node.get(FOR)) if node else ""
    return Group(tuple(_field(key, node, views) for key in shape.keys), alone, bare=node is None, seen_by=seen_by)


def _listing(shape: ListOf, node: Node | None, views: tuple[str, ...]) -> Part:
    if isinstance(node, Mapping):
        return Aside()
    blank = _part(shape.item, None, views)
    if isinstance(node, Scalar):
        return _part(shape.item, node, views) if node.text else Listing((), blank, shape.least, shape.most)
    items = tuple(_part(shape.item, one, views) for one in node.items) if node else ()
    return Listing(items, blank, shape.least, shape.most)


def _named(shape: ByName, node: Node | None, views: tuple[str, ...]) -> Part:
    if node is not None and not isinstance(node, Mapping):
        return Aside()
    entries = node.entries if node else ()
    fields = tuple(Field(key.text, "", False, True, _part(shape.value, value, views)) for key, value in entries)
    return Named(fields, _part(shape.value, None, views))
