"""The doors that input comes through. In: a random number. Out: files, and the call that takes them.

A call runs in a folder that holds the files, and may return what it likes; what it raises is a finding.
"""

from __future__ import annotations

import contextlib
import gc
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final
from unittest import mock

import deckgen
from fuzz import bases
from fuzz.bases import Files


@dataclass(frozen=True, slots=True)
class Target:
    """`base` gives the files of one input, `changed` says which of them are mutated, `call` hands them in."""

    base: Callable[[Random], Files]
    changed: Callable[[str], bool]
    call: Callable[[], object]


def _content(random: Random) -> Files:
    return bases.project() if random.random() < 0.5 else bases.slide_project(random.randrange(1000))


def _workbook(random: Random) -> Files:
    files = dict(bases.project())
    del files["content/answers.csv"]
    data = files["content/data.yaml"].replace(b"answers.csv", b"answers.xlsx")
    return {**files, "content/data.yaml": data, "content/answers.xlsx": bases.workbook()}


def _with_template(random: Random) -> Files:
    return {**bases.project(), "client.pptx": bases.client_template(random.randrange(1000))}


def _with_deck(random: Random) -> Files:
    deck, template = bases.built()
    return {**bases.project(), "output/board.pptx": deck, "output/template.pptx": template}


def _text(*said: str) -> Callable[[Random], Files]:
    return lambda random: {"text.yaml": random.choice(said).encode()}


def _said(name: str = "text.yaml") -> str:
    return Path(name).read_bytes().decode("utf-8", "surrogateescape")


def _read_nodes() -> None:
    from deckgen.diagnostics import Diagnostics
    from deckgen.nodes.reader import read

    diagnostics = Diagnostics()
    node = read(Path("text.yaml"), "text.yaml", diagnostics)
    assert node is not None or diagnostics.has_errors


def _parse_inline() -> None:
    from deckgen.diagnostics import Diagnostics, Span
    from deckgen.nodes.inline import parse

    parse(_said(), Span("text.yaml", 1, 1), Diagnostics())


def _parse_formula() -> None:
    from fractions import Fraction

    from deckgen.diagnostics import Diagnostics, Span
    from deckgen.figures.formulas import NoValueError, evaluate, parse_formula
    from deckgen.nodes.node import Scalar

    diagnostics = Diagnostics()
    formula = parse_formula(Scalar(_said(), True, Span("text.yaml", 1, 1)), diagnostics)
    assert formula is not None or diagnostics.has_errors
    if formula is not None:
        with contextlib.suppress(NoValueError):
            evaluate(formula, {place.name: Fraction(7, 3) for place in formula.places})


def _load_brand() -> None:
    from deckgen.brand import load_brand
    from deckgen.diagnostics import Diagnostics

    diagnostics = Diagnostics()
    theme = load_brand(Path("assets/_brand.yml"), "assets/_brand.yml", diagnostics)
    assert theme is not None or diagnostics.has_errors


def _inspect() -> None:
    result = deckgen.inspect_template("client.pptx")
    assert result.adoption is not None or not result.ok


def _read_back() -> None:
    from deckgen.powerpoint.readback.edits import since_built
    from deckgen.powerpoint.readback.manifest import read_origin

    for name in ("output/board.pptx", "output/template.pptx"):
        since_built(Path(name))
        read_origin(Path(name))


def _build_over() -> None:
    deckgen.build()
    deckgen.build(force=True)


def _since() -> None:
    deckgen.diff("content", "board", since="output/board.pptx")


def _write_template() -> None:
    deckgen.write_template("output/template.pptx")
    deckgen.map_template("output/template.pptx")
    deckgen.inspect_template("output/board.pptx")


def _ask_all() -> None:
    deckgen.trace_figures()
    result = deckgen.load()
    if result.ok and {"board", "directorate"} <= set(result.loaded.decks if result.loaded else ()):
        deckgen.diff("content", "board", "directorate")


def _command(random: Random) -> Files:
    """The project with a command line, a word on each line."""
    return {**bases.project(), "words.txt": "\n".join(random.choice(_COMMANDS).split()).encode()}


def _run_command() -> None:
    """The whole program, as a shell runs it: no system hands a word on with a null in it."""
    from deckgen.cli import main

    words = [word.replace("\0", "") for word in _said("words.txt").split("\n")]
    printed = [io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2)]
    with (
        mock.patch.object(sys, "argv", ["deckgen", *words]),
        contextlib.redirect_stdout(printed[0]),
        contextlib.redirect_stderr(printed[1]),
        contextlib.suppress(SystemExit),
    ):
        try:
            main()
        finally:
            gc.enable()


def _is(*endings: str) -> Callable[[str], bool]:
    return lambda name: name.endswith(endings)


_COMMANDS: Final = (
    "build board --output output --format json --strict",
    "build --content content --brand assets/_brand.yml --language da --force",
    "check board --select glyph-missing --ignore leak --format github",
    "plan board --template client.pptx --format text",
    "diff board directorate --format json",
    "diff board --since output/board.pptx",
    "figures members --content content",
    "template inspect client.pptx --pictures pictures",
    "template write output/template.pptx",
    "explain leak --format json",
)
_PROSE: Final = (
    "Vi har ${members} medlemmer, **mindst** [12](https://eksempel.dk/a_(b)?c=d#e) $[2–3|et skøn]\n\nog mere.",
    "**a** ${x|words} $${y} [b](mailto:a@b.dk)",
)
_FORMULAS: Final = ("share(a.b, c) + 2 * (d - 3)", "sum(a, b, c) / 4,5", "a / b")
TARGETS: Final[dict[str, Target]] = {
    "nodes": Target(lambda random: {"text.yaml": random.choice(_yaml())}, _is("yaml"), _read_nodes),
    "inline": Target(_text(*_PROSE), _is("yaml"), _parse_inline),
    "formulas": Target(
        _text("share(a.b, c) + 2 * (d - 3)", "sum(a, b, c) / 4,5", "a / b"), _is("yaml"), _parse_formula
    ),
    "content": Target(_content, lambda name: name.startswith("content/"), lambda: deckgen.check()),
    "asking": Target(_content, lambda name: name.startswith("content/"), _ask_all),
    "csv": Target(lambda random: bases.project(), _is("data.yaml", "answers.csv"), lambda: deckgen.check()),
    "xlsx": Target(_workbook, _is("answers.xlsx"), lambda: deckgen.load()),
    "brand": Target(lambda random: bases.project(), _is("_brand.yml", ".svg"), _load_brand),
    "brand-build": Target(lambda random: bases.project(), _is("_brand.yml", ".svg"), lambda: deckgen.check()),
    "template": Target(_with_template, _is("client.pptx"), _inspect),
    "template-build": Target(_with_template, _is("client.pptx"), lambda: deckgen.check(template="client.pptx")),
    "readback": Target(_with_deck, _is(".pptx"), _read_back),
    "build-over": Target(_with_deck, _is("board.pptx"), _build_over),
    "since": Target(_with_deck, _is("board.pptx"), _since),
    "commands": Target(_command, _is("words.txt"), _run_command),
    "template-files": Target(_with_deck, _is(".pptx"), _write_template),
}


def _yaml() -> list[bytes]:
    return [data for name, data in bases.project().items() if name.endswith("yaml")]
