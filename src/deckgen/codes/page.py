"""In: codes. Out: the page of one, in Markdown, for a terminal as for a browser; and the list of all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from deckgen.codes.code import Code

WIDTH: Final = 100
_LOOKS_AT: Final = {"plan": "the plan", "frames": "the frames", "file": "the written file"}


def page(code: Code) -> str:
    """What is wrong, how grave that is, why, an example and how to mend it."""
    stage = f"; a rule over {_LOOKS_AT[code.stage]}" if code.stage else ""
    why, mend = (f"{head}: {said}" if said else "" for head, said in (("Why", code.why), ("Mend", code.fix)))
    parts = (f"# `{code.name}`", code.what, f"{code.severity}{stage}", why, *_example(code), mend)
    return "\n\n".join(_filled(part) for part in parts if part) + "\n"


def _example(code: Code) -> Iterator[str]:
    if code.example:
        yield f"Example: {code.example}"
    for name, text in code.files.items():
        lead = "Example, " if not code.example and name == next(iter(code.files)) else ""
        if text:
            yield f"{lead}in `{name}`:" if lead else f"In `{name}`:"
            yield f"```{_language(name)}\n{text}```"
        else:
            yield f"{lead}without `{name}`." if lead else f"Without `{name}`."


def _language(name: str) -> str:
    ending = name.rpartition(".")[2]
    return {"yml": "yaml", "svg": "xml"}.get(ending, ending)


def _filled(part: str) -> str:
    """Paragraphs in lines of one width; a block of code as it is."""
    if part.startswith(("```", "#")):
        return part
    filled = (textwrap.fill(one, WIDTH, break_long_words=False, break_on_hyphens=False) for one in part.split("\n\n"))
    return "\n\n".join(filled)


def table(codes: Iterable[Code]) -> str:
    """A table of codes, each leading to its page."""
    rows = [f"| [`{code.name}`]({code.name}.md) | {code.severity} | {_line(code)} |" for code in codes]
    return "\n".join(("| code | severity | what is wrong |", "|---|---|---|", *rows)) + "\n"


def listing(codes: Iterable[Code]) -> Iterator[str]:
    """A line for each code, for a terminal."""
    codes = tuple(codes)
    width = max(len(code.name) for code in codes)
    return (f"{code.name:<{width}}  {_line(code)}" for code in codes)


def _line(code: Code) -> str:
    return " ".join(code.what.split())
