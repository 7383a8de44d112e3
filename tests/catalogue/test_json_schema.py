"""The schemas of content files say what the loader says: of all that is shipped, and of mistakes made in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import deckgen
from deckgen.catalogue.json_schema import modeline, schema_files, schemas
from deckgen.content.slides import read_slides
from deckgen.diagnostics import Diagnostics
from deckgen.model.known import Known
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.reader import read, read_text
from deckgen.registry import registry

ROOT = Path(__file__).parents[2]
SHIPPED = (ROOT / "content", ROOT / "examples/harbours", ROOT / "examples/municipalities")
AUDIENCES = ("board", "directorate")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)\Z")


def core(node: Node) -> Any:
    """A node as YAML's core schema reads it, which is what editors do."""
    if isinstance(node, Mapping):
        return {key.text: core(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [core(item) for item in node.items]
    if not node.plain:
        return node.text
    if node.text in ("", "~", "null"):
        return None
    if node.text in ("true", "false"):
        return node.text == "true"
    if _NUMBER.match(node.text):
        return float(node.text) if "." in node.text else int(node.text)
    return node.text


@cache
def _of_slides() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(schemas(registry().kinds.values(), AUDIENCES, ("da",))["slides"])


def _parsed(text: str) -> Mapping:
    node = read_text(text, "example.yaml", Diagnostics())
    assert isinstance(node, Mapping)
    return node


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_what_is_shipped_is_valid(folder: Path) -> None:
    made = schema_files(folder, registry().kinds.values(), Diagnostics())
    for path in folder.rglob("*.yaml"):
        name = path.relative_to(folder).as_posix()
        schema = json.loads(made[modeline(name).rpartition("schema=")[2].replace("../", "")])
        jsonschema.Draft7Validator.check_schema(schema)
        node = read(path, name, Diagnostics())
        assert node is not None
        assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(core(node))] == [], name


@pytest.mark.parametrize("form", sorted(registry().kinds))
def test_every_example_is_valid_and_both_find_the_same_mistakes_in_it(form: str) -> None:
    example = _parsed(registry().kinds[form].example)
    assert _verdicts(example) == (True, True)
    for what, mistaken in _mistakes(example):
        assert _verdicts(mistaken) == (False, False), what


def _verdicts(slide: Mapping) -> tuple[bool, bool]:
    """Whether the schema, and whether the loader, takes a slide for well-formed."""
    file = Mapping(((Scalar("slides", True, slide.span), Sequence((slide,), slide.span)),), slide.span)
    found = Diagnostics()
    read_slides((file,), registry(), AUDIENCES, Known(), found)
    return _of_slides().is_valid(core(file)), not found.has_errors


def _mistakes(slide: Mapping) -> Iterator[tuple[str, Mapping]]:
    """A slide with one thing wrong: a key that nobody knows, one too few, a list for a text, a text for a mapping."""
    span = slide.span
    wrong = Sequence((Scalar("wrong", True, span), Scalar("wrong", True, span)), span)
    unknown = (Scalar("nobody-knows", True, span), Scalar("x", True, span))
    yield "unknown key", Mapping((*slide.entries, unknown), span)
    kept = tuple(entry for entry in slide.entries if entry[0].text != "title")
    yield "no title", Mapping(kept, span)
    for key, value in slide.entries:
        if key.text in ("id", "kind"):
            continue
        if isinstance(value, Scalar):
            yield f"a list of texts for {key.text}", _with(slide, key, Sequence((wrong, wrong), span))
        elif isinstance(value, Sequence) and any(isinstance(item, Mapping) for item in value.items):
            first = next(item for item in value.items if isinstance(item, Mapping))
            more = Mapping((*first.entries, unknown), span)
            items = tuple(more if item is first else item for item in value.items)
            yield f"an unknown key in {key.text}", _with(slide, key, Sequence(items, span))
            yield f"a text for {key.text}", _with(slide, key, Scalar("wrong", True, span))


def _with(slide: Mapping, key: Scalar, value: Node) -> Mapping:
    return Mapping(tuple((name, value if name is key else old) for name, old in slide.entries), slide.span)


SLIDE = "id: a.b\nkind: statement\ntitle: {}\n"


@pytest.mark.parametrize(
    ("title", "valid"),
    [
        ("Et", True),
        ("12", True),
        ("{board: Et, directorate: To}", True),
        ("{board: Et}", False),
        ("{nobody: Et}", False),
        ("[Et]", False),
        ("", False),
    ],
)
def test_a_title_may_differ_by_audience(title: str, valid: bool) -> None:
    schema, loader = _verdicts(_parsed(SLIDE.format(title)))
    assert loader == valid
    # That a variant is missing, one file cannot say: another `for` above it may have taken the audience away.
    assert schema == (valid or title == "{board: Et}")


def test_an_item_may_be_kept_to_an_audience() -> None:
    bullets = "id: a.b\nkind: bullets\ntitle: Et\nitems:\n  - for: board\n    text: To\n  - Tre\n"
    assert _verdicts(_parsed(bullets)) == (True, True)
    assert _verdicts(_parsed(bullets.replace("text: To", "texts: To"))) == (False, False)


def test_values_differ_by_language_where_there_are_several() -> None:
    kinds = registry().kinds.values()
    slide = core(_parsed("slides:\n  - id: a.b\n    kind: statement\n    title: {da: Et, en: One}\n"))
    assert jsonschema.Draft7Validator(schemas(kinds, AUDIENCES, ("da", "en"))["slides"]).is_valid(slide)
    assert not jsonschema.Draft7Validator(schemas(kinds, AUDIENCES, ("da",))["slides"]).is_valid(slide)


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_what_is_shipped_names_its_schemas(folder: Path) -> None:
    made = schema_files(folder, registry().kinds.values(), Diagnostics())
    for path in folder.rglob("*.yaml"):
        name = path.relative_to(folder).as_posix()
        assert path.read_text(encoding="utf-8").startswith(f"{modeline(name)}\n"), name
        assert modeline(name).rpartition("schema=")[2].replace("../", "") in made


def test_an_engagement_begins_with_its_schemas(tmp_path: Path) -> None:
    result = deckgen.new_project(tmp_path / "new", audiences=("one", "two"))
    content = tmp_path / "new/content"
    for path in content.rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.parent / first.rpartition("schema=")[2]).resolve().is_file(), first
    assert {file.name for file in result.files if file.suffix == ".json"} == {
        f"{name}.json" for name in ("project", "sources", "figures", "invariants", "data", "deck", "slides")
    }


def _descriptions(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        said = schema.get("description")
        yield from [said] if isinstance(said, str) else []
        schema = list(schema.values())
    for one in schema if isinstance(schema, list) else ():
        yield from _descriptions(one)


def test_schemas_tell_in_the_language_of_messages_what_keys_are_for(tmp_path: Path) -> None:
    project = "language: da\nmessages: da\naudiences: [board]\n"
    (tmp_path / "project.yaml").write_text(project, encoding="utf-8")
    danish = {file.name: json.loads(file.read_text("utf-8")) for file in deckgen.write_schemas(tmp_path).files}
    english = {
        file.name: json.loads(file.read_text("utf-8"))
        for file in deckgen.write_schemas(tmp_path, messages="en").files
    }
    for name, schema in danish.items():
        pairs = list(zip(_descriptions(schema), _descriptions(english[name]), strict=True))
        assert [own for own, other in pairs if own == other] == []
    assert sum(1 for _ in _descriptions(danish["slides.json"])) > 100


def test_a_project_that_cannot_be_read_has_no_schemas(tmp_path: Path) -> None:
    assert [one.code for one in deckgen.write_schemas(tmp_path).diagnostics] == ["file-unreadable"]
    assert not (tmp_path / ".schema").exists()
