"""The parts of files that we write, each element of them: held against golden text that a person has read.

What a file shall be like is said by other tests; these notice whatever has changed in one.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

import pytest
from powerpoint_written import write_full

from conftest import ROOT
from deckgen.brand.load import load_brand
from deckgen.diagnostics import Diagnostics
from deckgen.locale.da import LANGUAGE
from deckgen.powerpoint.own_template.build import own_template
from golden_nouns import told
from golden_xml import outline
from goldens import Held

BRANDS = {"navigators": "assets/_brand.yml", "lindeholm": "assets/brands/lindeholm/_brand.yml"}
FOLDERS = ("slides", "notesSlides", "charts", "embeddings", "docProps", "customXml")
XML = (".xml", ".rels")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return write_full(tmp_path_factory.mktemp("written")).parts


@pytest.mark.parametrize("folder", [*FOLDERS, "rest"])
def test_the_parts_of_a_deck_are_as_in_their_golden_text(
    folder: str, written: Mapping[str, bytes], held: Held
) -> None:
    parts = {name: part for name, part in written.items() if _folder(name) == folder}
    held(f"parts/{folder}.txt", "\n".join(_outlines(parts)))


@pytest.mark.parametrize("brand", BRANDS)
def test_the_template_of_a_brand_is_as_in_its_golden_text(brand: str, held: Held) -> None:
    theme = load_brand(ROOT / BRANDS[brand], "_brand.yml", Diagnostics())
    assert theme
    template = own_template(theme, LANGUAGE)
    with zipfile.ZipFile(io.BytesIO(template.data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    layouts = "\n".join(map(told, template.slide_layouts.values()))
    held(f"brands/{brand}.txt", "\n".join((layouts, *_outlines(parts))))


def _folder(name: str) -> str:
    """Which golden text a part is told in; the template's own parts are not the deck's."""
    if any(word in name for word in ("Layout", "Master", "theme")):
        return "template"
    return next((folder for folder in FOLDERS if f"{folder}/" in name), "rest")


def _outlines(parts: Mapping[str, bytes]) -> Iterator[str]:
    for name, part in parts.items():
        if name.endswith(XML):
            yield f"{name}\n{outline(part)}"
        elif name.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(part)) as package:
                yield from _outlines({f"{name}/{one}": package.read(one) for one in package.namelist()})
        else:
            yield f"{name}\n"
