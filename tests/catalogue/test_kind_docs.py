"""The pages in docs/kinds are what the kinds say of themselves. `--rewrite-golden` writes them anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kind_docs
from deckgen.catalogue.pages import as_item
from deckgen.content.shapes import own_keys
from deckgen.registry import registry
from goldens import HINT

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs/kinds"


def test_the_pages_are_those_of_the_kinds_golden(request: pytest.FixtureRequest) -> None:
    written = kind_docs.pages()
    if request.config.getoption("--rewrite-golden"):
        FOLDER.mkdir(exist_ok=True)
        for file in FOLDER.glob("*.md"):
            file.unlink()
        for name, text in written.items():
            (FOLDER / name).write_text(text, encoding="utf-8")
    shown = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}
    assert sorted(shown) == sorted(written), HINT
    assert [name for name, text in written.items() if shown[name] != text] == [], HINT


@pytest.mark.parametrize("name", sorted(registry().kinds))
def test_a_page_has_all_fields_and_arrangements_the_example_and_a_picture(name: str) -> None:
    kind, text = registry().kinds[name], (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    for key in own_keys(kind):
        assert f"| `{key.name}` |" in text
    for one in kind.arrangements:
        assert f"`{one}`" in text
    assert as_item(kind.example) in text
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert (FOLDER / target).exists(), target
