"""A secret of each audience in every place of the content that can hold one, and no trace of it in what another gets:

its file, and the pictures of its slides.
"""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

import planted_secrets
from asked import BRAND, committed, run
from deckgen import pipeline
from deckgen.checks.engine.subject import WRITTEN
from deckgen.diagnostics import Diagnostics
from deckgen.slide_pictures import draw_slides
from planted_secrets import AUDIENCES, Secrets

EMBEDDED = re.compile(r";base64,([^\"]+)")
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


def pictured(id: str, svg: str) -> Iterator[tuple[str, str]]:
    """The picture of a page with its name, and the pictures in it."""
    yield f"{id}.svg", f"{id} {svg}"
    for at, inside in enumerate(EMBEDDED.findall(svg)):
        yield f"{id}.svg!{at}", b64decode(inside).decode("utf-8", "replace")


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
        drawn = draw_slides(loaded, made.frames, diagnostics)
        parts = (*everything(made.data), *(part for id, svg in drawn.items() for part in pictured(id, svg)))
        files[deck.audience] = {part: re.sub(r"(?<=\d)[.,](?=\d{3})", "", said).lower() for part, said in parts}
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


def test_changed_slides_before_and_after_say_nothing_of_another_audience(tmp_path: Path) -> None:
    """Neither the pictures nor why: what a figure is computed from, where its audience is not shown that."""
    secrets = planted_secrets.project(tmp_path / "content")
    committed(tmp_path / "content")
    for file in (tmp_path / "content").rglob("*.yaml"):
        said = file.read_text(encoding="utf-8").replace("Punkt ", "Nyt punkt ")
        file.write_text(re.sub(r"(?<=417|583)000", "001", said), encoding="utf-8")
    content = ("--content", str(tmp_path / "content"), "--brand", str(BRAND))
    for audience, word in zip(AUDIENCES, planted_secrets.WORDS, strict=True):
        folder, others = (
            tmp_path / audience,
            [said for said, (whose, _) in secrets.places.items() if whose != audience],
        )
        done = run("diff", f"{word}deck", "--since", "HEAD", *content, "--pictures", str(folder))
        assert done.exit_code == 0, done.output
        pages = [path.read_text(encoding="utf-8") for path in folder.iterdir()]
        assert len(pages) > 5
        whole = "\n".join((*pages, *(said for page in pages for _, said in pictured("", page)))).lower()
        whole += re.sub(r"(?<=\d)[.,](?=\d{3})", "", whole)
        assert not [said for said in others if said in whole or said.replace("000", "001", 1) in whole]
