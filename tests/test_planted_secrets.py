"""A secret of each audience in every place of the content that can hold one, and no trace of it in another's file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest

import planted_secrets
from asked import BRAND
from deckgen import pipeline
from deckgen.checks.engine.subject import WRITTEN
from deckgen.diagnostics import Diagnostics
from planted_secrets import AUDIENCES, Secrets

LEAST = 60
"""As many places of the content hold a secret at the least."""


def everything(data: bytes, where: str = "") -> Iterator[tuple[str, str]]:
    """Each part of a package by name, with all that its bytes say; packages in it too, names and zip comments."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield f"{where}(comment)", archive.comment.decode("latin-1")
        for entry in archive.infolist():
            body = archive.read(entry)
            yield f"{where}{entry.filename} (name)", f"{entry.filename} {entry.comment!r} {entry.extra!r}"
            if body[:4] == b"PK\3\4":
                yield from everything(body, f"{where}{entry.filename}!")
            else:
                yield (
                    f"{where}{entry.filename}",
                    f"{body.decode('utf-8', 'replace')}{body.decode('utf-16', 'replace')}",
                )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Secrets, dict[str, dict[str, str]]]:
    """The secrets, and what each audience's file says, by part: letters small, and numbers without separators."""
    folder = tmp_path_factory.mktemp("secrets")
    secrets = planted_secrets.project(folder)
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, BRAND, diagnostics)
    assert loaded is not None, [str(one) for one in diagnostics if one.severity == "error"]
    files = {}
    for name, deck in loaded.decks.items():
        made = pipeline.make_deck(loaded, name, diagnostics, WRITTEN)
        files[deck.audience] = {
            part: re.sub(r"(?<=\d)[.,](?=\d{3})", "", said).lower() for part, said in everything(made.data)
        }
    assert not diagnostics.has_errors, [str(one) for one in diagnostics if one.severity == "error"]
    return secrets, files


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_part_of_a_file_holds_a_secret_of_another_audience(
    audience: str, built: tuple[Secrets, dict[str, dict[str, str]]]
) -> None:
    secrets, files = built
    others = {said: place for said, (whose, place) in secrets.places.items() if whose != audience}
    assert len(set(others.values())) >= LEAST
    assert not [
        (place, part) for part, text in files[audience].items() for said, place in others.items() if said in text
    ]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_secret_that_its_own_audience_is_told_has_reached_its_file(
    audience: str, built: tuple[Secrets, dict[str, dict[str, str]]]
) -> None:
    """So the search above finds what it looks for: what is missing here is what nobody is told."""
    secrets, files = built
    whole = "\n".join(files[audience].values())
    own = {place: said for said, (whose, place) in secrets.places.items() if whose == audience}
    untold = {place for place, said in own.items() if said not in whole}
    of_kinds = {place for place in own if planted_secrets.KIND_TEXT.match(place)}
    assert len(of_kinds) >= LEAST and len(of_kinds & untold) < len(of_kinds) / 20
    assert len(own) - len(untold | of_kinds) >= LEAST
    assert untold - of_kinds == planted_secrets.UNTOLD
