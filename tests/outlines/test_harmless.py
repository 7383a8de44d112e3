"""A drawing goes into a deck only where it shows itself and does nothing else."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.outlines.harmless import is_harmless

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def told(inside: str, head: str = HEAD) -> list[tuple[str, int]]:
    diagnostics = Diagnostics()
    fine = is_harmless(f"{head}{inside}</svg>".encode(), "drawing.svg", diagnostics)
    assert fine == (len(diagnostics) == 0)
    return [(one.code, one.span.line) for one in diagnostics]


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" width="9" height="9"/><text>Havn</text>',
        '<style>.a{fill:url("#a")}</style><use xlink:href="#a"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<a href="https://example.org"><path d="M0 0"/></a>',
    ],
)
def test_what_only_shows_is_harmless(inside: str) -> None:
    assert told(inside) == []


@pytest.mark.parametrize(
    "inside",
    [
        "\n<script>alert(1)</script>",
        '\n<rect onload="alert(1)"/>',
        "\n<foreignObject><p/></foreignObject>",
        '\n<image xlink:href="file:///etc/passwd"/>',
        '\n<use href="other.svg#a"/>',
        '\n<rect fill="url(https://example.org/a.svg#a)"/>',
        "\n<rect style=\"fill: url( 'other.svg' )\"/>",
        "\n<style>@import 'other.css';</style>",
    ],
)
def test_what_acts_or_fetches_is_told_at_its_line(inside: str) -> None:
    assert told(inside) == [("svg-unsafe", 2)]


def test_entities_are_not_expanded() -> None:
    assert told("&b;", '<!DOCTYPE svg [<!ENTITY b "bbbb">]>' + HEAD) == [("svg-unsafe", 1)]


@pytest.mark.parametrize("written", ["<html>", "", "<svg>"])
def test_what_is_no_svg_is_told_to_be_none(written: str) -> None:
    assert [code for code, _ in told("", written)] == ["picture-unreadable"]
