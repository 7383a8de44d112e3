"""JSON Schemas (draft-07) of content files, by which an editor completes and marks what the loader will not read.

In: shapes, a project's audiences and languages. Out: schemas as records. A schema knows one file and no names of
others: whether there is such a figure or slide, the loader says. It allows what the loader allows, and where a value
may differ by audience or language, a mapping of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Final, assert_never

from deckgen.catalogue.pages import PART, headline, whole
from deckgen.content.files import PROJECT
from deckgen.content.languages import read_languages
from deckgen.content.member_view import EITHER, LACKING, WHEN
from deckgen.content.project import read_audiences
from deckgen.content.shapes import EVERY, FILES, SEEN_BY, slide_keys
from deckgen.diagnostics import Diagnostics
from deckgen.messages import MessageLanguage, words_of
from deckgen.model.annotation import STATISTICS
from deckgen.model.kind import Kind
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.audiences import FOR, TEXT
from deckgen.nodes.keys import ByName, Choice, Key, Leaf, ListOf, MappingOf, Noun, Shape
from deckgen.nodes.reader import read

Schema = dict[str, Any]

FOLDER: Final = ".schema"
"""Where the schemas lie in a content folder."""
DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_SCALAR: Final[Schema] = {"type": ["string", "number", "boolean"]}
_FIGURE: Final = r"^\$\{[^{}\n]+\}$"
_DIGITS: Final = r"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,10})?$"
_NUMBER: Final[Schema] = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _DIGITS}]}
_VALUE: Final[Schema] = {"anyOf": [*_NUMBER["anyOf"], {"type": "string", "pattern": _FIGURE}]}
_LEAVES: Final[Mapping[Noun, Schema]] = {
    "text": _SCALAR,
    "words": {"anyOf": [{"type": ["number", "boolean"]}, {"type": "string", "not": {"pattern": r"\$\{"}}]},
    "value": _VALUE,
    "plotted value": {"anyOf": [*_VALUE["anyOf"], {"const": "–"}]},
    "level": {"anyOf": [*_VALUE["anyOf"], {"enum": list(STATISTICS)}]},
    "number": _NUMBER,
    "whole number": {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?(0|[1-9][0-9]{0,14})$"}]},
    "true or false": {"enum": [True, False, "true", "false"]},
    "name": _SCALAR,
    "source": _SCALAR,
    "tabulation": _SCALAR,
    "row": _SCALAR,
    "tabulated row": _SCALAR,
    "chart type": _SCALAR,
    "drawing": _SCALAR,
    "icon": _SCALAR,
    "sign": _SCALAR,
    "file": _SCALAR,
    "tiles": _SCALAR,
    "place": _SCALAR,
    "list": {"type": "array"},
    "mapping": {"type": "object"},
    "anything": {},
}
HOLDS: Final = "In a deck for each of several members: a comparison that must hold, or several."
LEFT_OUT: Final = "In a deck for each of several members: the word for what is left out where the member lacks it."
"""What is told of the keys by which something is left out of some members' decks."""
_EMPTY: Final[Schema] = {"enum": [None, ""]}
_ALONE: Final = (
    Leaf("value"),
    Leaf("plotted value"),
    Leaf("number"),
    Leaf("whole number"),
    Leaf("name"),
    Leaf("source"),
    Leaf("row"),
    Leaf("place"),
)
"""Items of which one may stand where a list is wanted."""
_FOR: Final[Schema] = {
    "description": SEEN_BY,
    "anyOf": [_SCALAR, {"type": "array", "items": _SCALAR, "minItems": 1}],
}

_WHEN: Final[Schema] = {
    "description": HOLDS,
    "anyOf": [_SCALAR, {"type": "array", "items": _SCALAR, "minItems": 1}],
}
_LACKING: Final[Schema] = {
    "description": LEFT_OUT,
    "type": "string",
}
_BESIDE: Final[Schema] = {FOR: _FOR, WHEN: _WHEN, LACKING: _LACKING}
"""What may stand on a slide or an item beside what it says."""


def modeline(file: str) -> str:
    """The comment by which an editor finds the schema of a file, whose path is that in the content folder."""
    sort = "deck" if file.startswith("decks/") else file.removesuffix(".yaml")
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{sort if sort in ('deck', *FILES) else 'slides'}.json"


def schema_files(
    folder: Path, kinds: Iterable[Kind], diagnostics: Diagnostics, messages: MessageLanguage = "en"
) -> dict[str, str]:
    """The text of each schema by its path in a content folder; none where its project cannot be read.

    What keys and kinds are for is told in the language `messages`.
    """
    node = read(folder / PROJECT, (folder / PROJECT).as_posix(), diagnostics)
    spoken = None if node is None else read_languages(node, "", diagnostics)
    audiences = read_audiences(node, spoken.codes, diagnostics) if node is not None and spoken else ()
    made = schemas(kinds, audiences, spoken.codes) if spoken and audiences else {}
    words = words_of(PART, messages)
    return {f"{FOLDER}/{name}.json": _text(_told(one, words)) for name, one in made.items()}


def _told(schema: Any, words: Mapping[str, str]) -> Any:
    """A schema, or a part of it, with its descriptions as `words` have their paragraphs."""
    if isinstance(schema, list):
        return [_told(one, words) for one in schema]
    if not isinstance(schema, dict):
        return schema
    said = schema.get("description")
    told = {key: _told(one, words) for key, one in schema.items()}
    return {**told, "description": _in_words(said, words)} if isinstance(said, str) else told


def _in_words(said: str, words: Mapping[str, str]) -> str:
    return "\n\n".join(words.get(whole(one), one) for one in said.split("\n\n"))


def _text(schema: Schema) -> str:
    """A schema as JSON, a line for each definition, so that two of them can be compared by eye."""
    told = {name: one for name, one in schema.items() if name != "definitions"}
    lines = ",\n".join(f"  {_json(name)}: {_json(one)}" for name, one in sorted(schema["definitions"].items()))
    return f'{_json(told)[:-1]}, "definitions": {{\n{lines}\n}}}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def schemas(kinds: Iterable[Kind], audiences: tuple[str, ...], languages: tuple[str, ...]) -> dict[str, Schema]:
    """The schema of each sort of file, by the sort's name. A project of one language has no mappings by language."""
    views = (*audiences, *(languages if len(languages) > 1 else ()))
    made = {name: _Schemas(views).file(name, shape) for name, shape in FILES.items()}
    return {**made, "slides": _Schemas(views).slides(kinds)}


@dataclass(slots=True)
class _Schemas:
    """One file in the making: its definitions, by the shapes that they are of."""

    views: tuple[str, ...]
    names: dict[Shape, str] = field(default_factory=dict)
    definitions: dict[str, Schema] = field(default_factory=dict)

    def file(self, name: str, shape: Shape) -> Schema:
        """The schema of a file that is one thing; the entries of a file of names may be kept to an audience."""
        root = self._named(shape) if isinstance(shape, ByName) else self._bare(shape)
        if name == "data" and isinstance(shape, MappingOf):
            root["properties"] = {
                key.name: self._named(key.shape) for key in shape.keys if isinstance(key.shape, ByName)
            }
        return {"$schema": DRAFT, **root, "definitions": self.definitions}

    def slides(self, kinds: Iterable[Kind]) -> Schema:
        """The schema of a file of slides: what a slide may hold follows from its kind."""
        every = list(kinds)
        names = [{"const": kind.name, "description": headline(kind)} for kind in every]
        chosen = [
            {"if": {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]}, "then": self._slide(kind)}
            for kind in every
        ]
        slide = {
            "type": "object",
            "required": ["id", "kind"],
            "properties": {"kind": {"anyOf": names}},
            "allOf": chosen,
        }
        held = {"slides": {"type": "array", "items": {"$ref": "#/definitions/slide"}}}
        self.definitions["slide"] = slide
        return {
            "$schema": DRAFT,
            "type": "object",
            "required": ["slides"],
            "properties": held,
            "additionalProperties": False,
            "definitions": self.definitions,
        }

    def _slide(self, kind: Kind) -> Schema:
        """A slide of one kind; what every slide may say is defined once."""
        said = self._object(slide_keys(kind))
        for key in EVERY:
            self.definitions[f"every {key.name}"] = said["properties"][key.name]
            said["properties"][key.name] = {"$ref": f"#/definitions/every {key.name}"}
        said["properties"] = {**_BESIDE, **said["properties"]}
        self.definitions[f"kind {kind.name}"] = {"description": kind.doc.strip(), **said}
        return {"$ref": f"#/definitions/kind {kind.name}"}

    def _named(self, shape: ByName) -> Schema:
        """A file of names, whose entries may be kept to an audience."""
        return {"type": "object", "additionalProperties": self._kept(shape.value)}

    def _of(self, shape: Shape) -> Schema:
        """A value of a shape, or where the project has several audiences or languages, one for some of them."""
        if shape not in self.names:
            name = self.names[shape] = f"value {len(self.names) + 1}"
            self.definitions[name] = {}  # a shape may hold itself
            self.definitions[name] = {"anyOf": [self._bare(shape), *self._variants(name)]}
        return {"$ref": f"#/definitions/{self.names[shape]}"}

    def _variants(self, name: str) -> list[Schema]:
        ref = {"$ref": f"#/definitions/{name}"}
        one = {"type": "object", "properties": {WHEN: _WHEN, TEXT: ref}, "additionalProperties": False}
        either = {EITHER: {"type": "array", "items": {"anyOf": [ref, one]}}}
        first = {"type": "object", "properties": either, "required": [EITHER], "additionalProperties": False}
        return [*self._seen(ref), first, {**one, "required": [WHEN, TEXT]}]

    def _seen(self, value: Schema) -> list[Schema]:
        """A value for some of those who may look, where the project tells them apart."""
        if not self.views:
            return []
        seen = dict.fromkeys(self.views, value)
        return [{"type": "object", "properties": seen, "additionalProperties": False, "minProperties": 1}]

    def _bare(self, shape: Shape) -> Schema:
        """A value of a shape, the same for all who see it."""
        match shape:
            case Leaf():
                return dict(_LEAVES[shape.noun])
            case Choice():
                return {"enum": list(shape.names)}
            case MappingOf():
                whole = self._object(shape.keys)
                return {"anyOf": [_LEAVES[shape.alone], whole]} if shape.alone else whole
            case ListOf():
                return self._list(shape)
            case ByName():
                return {"type": "object", "additionalProperties": self._of(shape.value)}
            case _:
                assert_never(shape)

    def _object(self, keys: Iterable[Key]) -> Schema:
        every = list(keys)
        return {
            "type": "object",
            "properties": {key.name: self._key(key) for key in every},
            "required": [key.name for key in every if key.required],
            "additionalProperties": False,
        }

    def _key(self, key: Key) -> Schema:
        """A key that may be left out may be left empty, for all or for one who sees it."""
        value = self._of(key.shape)
        said = {"description": key.doc} if key.doc else {}
        if key.required:
            return {**said, "allOf": [value]}
        return {**said, "anyOf": [value, _EMPTY, *self._seen({"anyOf": [value, _EMPTY]})]}

    def _list(self, shape: ListOf) -> Schema:
        # Items for one audience count for that one alone, so that a list may be longer than any audience sees.
        many: Schema = {"type": "array", "items": self._kept(shape.item)}
        if shape.least:
            many["minItems"] = shape.least
        return {"anyOf": [many, self._bare(shape.item)]} if shape.item in _ALONE else many

    def _kept(self, item: Shape) -> Schema:
        """An item or an entry, which may be kept to an audience: a text stands beside its `for`."""
        if isinstance(item, MappingOf):
            whole = self._object(item.keys)
            whole["properties"] = {**_BESIDE, **whole["properties"]}
            others = [_LEAVES[item.alone]] if item.alone else []
            return {"anyOf": [*others, whole, self._of(item)]}
        beside = {"type": "object", "properties": {**_BESIDE, TEXT: self._of(item)}, "required": [TEXT]}
        return {"anyOf": [self._of(item), {**beside, "additionalProperties": False, "minProperties": 2}]}
