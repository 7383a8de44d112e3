"""The first files of an engagement: content that builds, to be written over.

In: a language, names of audiences, colours. Out: the files by name. What a language begins with lies in `starter/` of
its folder in `locale/`: two decks called as their audiences, which are found in all files and named anew, as are the
year and the colour.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from deckgen import clock, locale
from deckgen.brand.css import color_of_style_sheets, hex_color
from deckgen.brand.load import check_brand_text
from deckgen.catalogue.json_schema import modeline
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.messages import MessageLanguage
from deckgen.model.lazy_dataclasses import replace
from deckgen.nodes.grammar import HOW, is_name

DECKS: Final = "content/decks"
BRAND: Final = "assets/_brand.yml"
PROJECT: Final = "content/project.yaml"
_YEAR: Final = "2026"
_COLOR: Final = re.compile(r'^( *)color-1: "#[0-9A-F]{6}"$', re.MULTILINE)

_LANGUAGE: Final = re.compile(r"^(language: .*\n)(?:# .*\n# messages: .*\n)?", re.MULTILINE)


class NoStarterError(ValueError):
    """What was asked for cannot be begun with; the message says what can."""


def starter(
    language: str, audiences: Sequence[str], colors: Sequence[str], messages: MessageLanguage | None = None
) -> dict[str, str]:
    """Path below the new folder → text. Without audiences the language's own, without colours a blue.

    `messages`, where it is asked for, is the project's language of messages.

    Raises NoStarterError.
    """
    folder = _folder(language)
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))
    texts = {path.relative_to(folder).as_posix(): _text(path, folder) for path in paths}
    own = [Path(name).stem for name in texts if Path(name).parent.as_posix() == DECKS]
    texts[BRAND] = _colored(texts[BRAND], [_color(one) for one in colors])
    if messages:
        texts[PROJECT] = _told_in(texts[PROJECT], messages)
    names = {**dict(zip(own, _named(audiences or own, len(own)), strict=True)), _YEAR: _year()}
    word = re.compile(rf"(?<![\w.-])({'|'.join(map(re.escape, names))})(?![\w-])")
    return {
        word.sub(lambda found: names[found[1]], name): word.sub(lambda found: names[found[1]], text)
        for name, text in texts.items()
    }


def hard_to_read(texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What is wrong with the colours of a starter, each an error: nobody is to begin with what `--strict` refuses."""
    found = Diagnostics()
    check_brand_text(texts[BRAND], Path(BRAND), BRAND, found)
    return tuple(replace(one, severity="error") for one in found if one.code == "brand-contrast")


def _folder(language: str) -> Path:
    """Where a language keeps what an engagement begins with."""
    found = {folder.parent.name: folder for root in locale.__path__ for folder in Path(root).glob("*/starter")}
    if language not in found:
        raise NoStarterError(f"an engagement can begin in {' or '.join(sorted(found))}, and not in '{language}'")
    return found[language]


def _text(path: Path, folder: Path) -> str:
    """What a file begins with: in the content, by which schema an editor holds it."""
    text, content = path.read_text(encoding="utf-8"), folder / "content"
    return f"{modeline(path.relative_to(content).as_posix())}\n{text}" if path.is_relative_to(content) else text


def _named(audiences: Sequence[str], wanted: int) -> list[str]:
    names = list(dict.fromkeys(audiences))
    wrong = [name for name in names if not is_name(name)]
    if wrong:
        raise NoStarterError(f"'{wrong[0]}' cannot be the name of an audience: {HOW}")
    if len(names) != wanted:
        raise NoStarterError(f"name {wanted} audiences: that on a wall first, then the one at a desk")
    return names


def _color(written: str) -> str:
    found = hex_color(written) or hex_color(f"#{written}") or color_of_style_sheets(written)
    if not found:
        raise NoStarterError(f"'{written}' is no colour: write it as #1F4E79")
    return found


def _colored(brand: str, colors: Sequence[str]) -> str:
    """The brand file with these colours, the first of which is the main one."""
    lines = (f'color-{number}: "#{color}"' for number, color in enumerate(colors, 1))
    return _COLOR.sub(lambda found: "\n".join(f"{found[1]}{line}" for line in lines), brand) if colors else brand


def _told_in(project: str, messages: MessageLanguage) -> str:
    """The project file with a language of messages after that of its content, in the place of an offer of one."""
    return _LANGUAGE.sub(lambda found: f"{found[1]}messages: {messages}\n", project, count=1)


def _year() -> str:
    return str((clock.epoch() or datetime.now(UTC)).year)
