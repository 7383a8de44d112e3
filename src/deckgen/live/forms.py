"""What may be written of a slide, a figure or a deck, and what stands there. In: a file's text, a shape. Out: a form.

A form is made of the fields that the kind declares, as they stand in the file: what differs by audience or language
has a field for each. What no form is made for (a mapping of anything) is edited in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from deckgen.content.files import FIGURES
from deckgen.content.shapes import EVERY, FILES, SEEN_BY, slide_keys
from deckgen.content.slides import known_kind
from deckgen.content.tables import FILLED
from deckgen.content.tables import KEY as TABLE
from deckgen.diagnostics import Diagnostics, Span
from deckgen.live.kinds import Carried, Project, carried, fitting_kinds, kinds_there_are
from deckgen.live.source import Excerpt, lines_of
from deckgen.model.kind import Kind
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.audiences import FOR, TEXT
from deckgen.nodes.keys import ByName, Choice, Key, Leaf, ListOf, MappingOf, Noun, Shape
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.reader import read_text

_CHOSEN: Final = "kind"
"""What a slide's form has no field for: its kind is chosen at the head of the form."""
_ID: Final = "id"
_FIRST: Final = ("title", "subtitle")
_LAST: Final = ("so-what", "ground", "sticker", "badges", "minutes", "sources", "supports", "footnotes", "notes", _ID)
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
class Several:
    """Some of `names`, or all of them where none is written."""

    names: tuple[str, ...]
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variants:
    """A value for each audience or language that has one."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """What is edited in the file alone."""


Part = Value | Group | Listing | Named | Several | Variants | Aside


@dataclass(frozen=True, slots=True)
class Field:
    """A key: what it says for people, and whether it is written. `excludes`: the key that says the same otherwise."""

    key: str
    doc: str
    required: bool
    there: bool
    part: Part
    excludes: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """A key that another kind has no place for, and its lines in the file."""

    key: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Form:
    """What stands at a place, and may be written there.

    Of a slide: its `kind`; `kinds` whose form its fields fit as they stand, and `others`. In the form as which it is
    asked for, `left` is what that has no place for, which stays in the file as comments where it `stays`, and
    `example` is a slide of the kind.
    """

    name: str
    span: Span
    part: Part
    kind: str = ""
    kinds: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
    stays: bool = True
    example: str = ""


def slide_form(text: str, shown: str, id: str, project: Project, as_kind: str = "") -> Form | None:
    """The form of a slide of a file, or the one that it would have as another kind.

    None where the file has no such slide, or its kind is not known.
    """
    slide = next((one for one in _slides(read_text(text, shown, Diagnostics())) if _said(one, _ID) == id), None)
    named = slide.get("kind") if slide else None
    own = known_kind(named, project.registry, Diagnostics()) if isinstance(named, Scalar) else None
    kind = known_kind(Scalar(as_kind, True, Span("")), project.registry, Diagnostics()) if as_kind else own
    if slide is None or own is None or kind is None:
        return None
    project = replace(project, names={**project.names, "row": project.rows.get(_said(slide, TABLE), ())})
    moved = carried(slide, kind, project) if kind is not own else Carried(slide, ())
    kinds = tuple(fitting_kinds(slide, project))
    return Form(
        id,
        slide.span,
        _slide_part(moved.slide, kind, project),
        kind.name,
        kinds,
        tuple(one for one in kinds_there_are(project) if one not in kinds),
        tuple(Left(key.text, lines_of(text, key.span, stop)) for key, stop in moved.left),
        not is_in_braces(text, slide.span),
        kind.example if kind is not own else "",
    )


def _slide_part(slide: Mapping, kind: Kind, project: Project) -> Group:
    """The fields of a slide in the order of the page: what its kind has stands in the middle."""
    by_name = {key.name: key for key in slide_keys(kind)}
    every = [key.name for key in EVERY]
    own = [name for name in by_name if name not in every]
    order = [*_FIRST, *own, *_LAST, *(name for name in every if name not in (_CHOSEN, *_FIRST, *_LAST))]
    seen_by = slide.get(FOR)
    several = Several(project.audiences, tuple(one.text for one in _scalars(seen_by)))
    seen = Field(FOR, SEEN_BY, False, seen_by is not None, several)
    filled = next((name for name in FILLED if name in own), "") if TABLE in own else ""
    excluded = {filled: TABLE, TABLE: filled} if filled else {}
    fields = (replace(_field(by_name[name], slide, project), excludes=excluded.get(name, "")) for name in order)
    return Group((*fields, seen) if len(project.audiences) > 1 else tuple(fields))


def is_in_braces(text: str, span: Span) -> bool:
    """Whether a mapping is written on one line, in braces."""
    return text.split("\n")[span.line - 1][span.column - 1 :].startswith("{")


def figure_form(text: str, shown: str, name: str, project: Project) -> Form | None:
    """The form of a figure of the file of figures; None where it has none of the name."""
    file, shape = read_text(text, shown, Diagnostics()), FILES[FIGURES.removesuffix(".yaml")]
    node = file.get(name) if isinstance(file, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(shape, ByName):
        return None
    return Form(name, node.span, _part(shape.value, node, project))


def has_figure_form(written: str) -> bool:
    """Whether what is written at a place, `file:line`, is a figure that has a form: others are counted from data."""
    return written.startswith(f"{FIGURES}:")


def figure_at(text: str, line: int) -> str:
    """The name of the last figure that begins above a line of the file of figures, or on it."""
    file = read_text(text, FIGURES, Diagnostics())
    begun = [key.text for key, _ in file.entries if key.span.line <= line] if isinstance(file, Mapping) else []
    return begun[-1] if begun else ""


def deck_form(text: str, shown: str, name: str, project: Project) -> Form | None:
    """The form of a deck file: what the cover says, chapters, and the order of slides."""
    node = read_text(text, shown, Diagnostics())
    if not isinstance(node, Mapping):
        return None
    return Form(name, node.span, _part(FILES["deck"], node, project))


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
    return ", ".join(one.text for one in _scalars(node))


def _scalars(node: Node | None) -> Iterator[Scalar]:
    for one in node.items if isinstance(node, Sequence) else [node]:
        if isinstance(one, Scalar):
            yield one


def _field(key: Key, group: Mapping | None, project: Project) -> Field:
    value = group.get(key.name) if group else None
    return Field(key.name, key.doc, key.required, value is not None, _part(key.shape, value, project))


def _part(shape: Shape, node: Node | None, project: Project) -> Part:
    """What stands at a node, as a shape has it; without one, a blank."""
    if isinstance(node, Mapping) and node.entries and all(key.text in project.views for key, _ in node.entries):
        return Variants(tuple(_variant(key.text, shape, value, project) for key, value in node.entries))
    match shape:
        case Leaf() | Choice():
            return _value(shape, node, project)
        case MappingOf():
            return _group(shape, node, project)
        case ListOf():
            return _listing(shape, node, project)
        case ByName():
            return _named(shape, node, project)
        case _:
            assert_never(shape)


def _variant(view: str, shape: Shape, node: Node, project: Project) -> Field:
    return Field(view, "", True, True, _part(shape, node, project))


def _value(shape: Leaf | Choice, node: Node | None, project: Project) -> Part:
    if isinstance(node, Mapping) and node.get(TEXT) is not None:
        beside = Field(TEXT, "", True, True, _part(shape, node.get(TEXT), project))
        return Group((beside,), seen_by=_listed(node.get(FOR)))
    if isinstance(node, Mapping | Sequence) or (isinstance(shape, Leaf) and shape.noun in _IN_THE_FILE):
        return Aside()
    text = node.text.rstrip("\n") if node else ""
    if isinstance(shape, Choice):
        return Value("name", text, shape.names)
    return Value(shape.noun, text, project.names.get(shape.noun, ()))


def _group(shape: MappingOf, node: Node | None, project: Project) -> Part:
    alone = shape.keys[0].name if shape.alone else ""
    if isinstance(node, Scalar) and alone:
        first, *others = shape.keys
        own = Field(first.name, first.doc, first.required, True, _part(first.shape, node, project))
        return Group((own, *(_field(key, None, project) for key in others)), alone, bare=True)
    if node is not None and not isinstance(node, Mapping):
        return Aside()
    seen_by = _listed(node.get(FOR)) if node else ""
    return Group(tuple(_field(key, node, project) for key in shape.keys), alone, bare=node is None, seen_by=seen_by)


def _listing(shape: ListOf, node: Node | None, project: Project) -> Part:
    if isinstance(node, Mapping):
        return Aside()
    blank = _part(shape.item, None, project)
    if isinstance(node, Scalar):
        return _part(shape.item, node, project) if node.text else Listing((), blank, shape.least, shape.most)
    items = tuple(_part(shape.item, one, project) for one in node.items) if node else ()
    return Listing(items, blank, shape.least, shape.most)


def _named(shape: ByName, node: Node | None, project: Project) -> Part:
    if node is not None and not isinstance(node, Mapping):
        return Aside()
    entries = node.entries if node else ()
    fields = tuple(Field(key.text, "", False, True, _part(shape.value, value, project)) for key, value in entries)
    return Named(fields, _part(shape.value, None, project))
