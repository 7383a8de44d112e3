"""Every place of a file that can say something, searched for what only others may see, in every project there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from asked import BRAND
from deckgen import pipeline
from deckgen.checks.engine.subject import WRITTEN
from deckgen.checks.figures.secrets import Secret, known_to, secrets, seen_by, withheld_from
from deckgen.checks.text.file_text import normal, read_zip
from deckgen.diagnostics import Diagnostics

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/project.yaml"))
PROJECTS = [ROOT / "content", ROOT / "tests/engagements/english", *EXAMPLES]

TEXT = re.compile(rb"<([\w:]+)(?:\s[^<>]*)?>([^<>]+)</")
ATTRIBUTE = re.compile(rb"<([\w:]+)((?:\s+[\w:]+=\"[^\"]*\")+)")
VALUE = re.compile(rb"([\w:]+)=\"([^\"]*)\"")
POINTS = re.compile(rb"<a:pt\s[^<>]*>")
"""The points of a drawn form: lengths, any of which a number may be by chance."""
LEAST = 60
"""As many sorts of place a deck has at the least: folders of parts, with element and attribute."""


def places(parts: dict[str, bytes], inside: str = "") -> Iterator[tuple[str, str]]:
    """Each place by its sort, such as `ppt/slides p:cNvPr@descr`, with what stands there; names of parts too."""
    for name, data in parts.items():
        folder = f"{inside}{name.rpartition('/')[0] or name}"
        yield f"{folder} (name)", name
        if data[:4] == b"PK\3\4":
            yield from places(read_zip(data), f"{folder}!")
            continue
        for tag, said in TEXT.findall(data):
            yield f"{folder} {tag.decode()}", said.decode("utf-8", "replace")
        for tag, held in ATTRIBUTE.findall(POINTS.sub(b"", data)):
            for attribute, said in VALUE.findall(held):
                yield f"{folder} {tag.decode()}@{attribute.decode()}", said.decode("utf-8", "replace")


def of_others(loaded: pipeline.Loaded, audience: str) -> list[Secret]:
    """What an audience must not learn and can be told from chance: sentences, names, numbers of three digits."""
    own, spoken = loaded.contents[audience], loaded.language
    others = [content for name, content in loaded.contents.items() if name != audience]
    known = [*(known_to(other, spoken) for other in others), withheld_from(own, others, spoken)]
    seen = seen_by(own, spoken)
    return [secret for theirs in known for secret in secrets(theirs, seen) if not secret.alone]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_no_place_of_a_deck_says_what_only_others_may_see(project: Path) -> None:
    diagnostics = Diagnostics()
    loaded = pipeline.load(project, BRAND, diagnostics)
    assert loaded is not None
    for name, deck in loaded.decks.items():
        parts = read_zip(pipeline.make_deck(loaded, name, diagnostics, WRITTEN).data)
        found = list(places(parts))
        assert len({sort for sort, _ in found}) >= LEAST
        said = {(sort, normal(text)) for sort, text in found if any(one.isalnum() for one in text)}
        hidden = of_others(loaded, deck.audience)
        assert hidden or len(loaded.contents) == 1
        everything = "\n".join(text for _, text in said)
        assert not [
            (sort, secret.said)
            for secret in hidden
            if secret.said in everything
            for sort, text in said
            if secret.stands_in(text)
        ]
    assert not diagnostics.has_errors


def test_a_secret_is_found_wherever_it_is_put() -> None:
    parts = {
        "ppt/slides/slide1.xml": '<p:sld><p:cNvPr id="2" descr="Løn 4.711"/><a:t>Løn 4.711</a:t></p:sld>'.encode(),
        "docProps/custom.xml": "<vt:lpwstr>Løn 4.711</vt:lpwstr>".encode(),
    }
    assert {sort for sort, said in places(parts) if "4.711" in said} == {
        "ppt/slides p:cNvPr@descr",
        "ppt/slides a:t",
        "docProps vt:lpwstr",
    }
