"""In: codes. Out: the page of one, in Markdown, for a terminal as for a browser; and the list of all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from deckgen.codes.code import Code

PAGES: Final = "codes"
"""The part of a catalogue of messages that has what is said here in another language."""
WIDTH: Final = 100
_LOOKS_AT: Final = {"plan": "the plan", "frames": "the frames", "file": "the written file"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """What pages say in a language, by what they say in English, in which the rest stays."""

    words: Mapping[str, str] = field(default_factory=dict)

    def of(self, text: str) -> str:
        return self.words.get(whole(text), text)


def whole(text: str) -> str:
    """A text on one line, as which a catalogue has it."""
    return " ".join(text.split())


ENGLISH: Final = Spoken()


def page(code: Code, spoken: Spoken = ENGLISH) -> str:
    """What is wrong, how grave that is, why, an example and how to mend it."""
    of = spoken.of
    stage = f"; {of(f'a rule over {_LOOKS_AT[code.stage]}')}" if code.stage else ""
    why, mend = (f"{of(head)}: {of(said)}" if said else "" for head, said in (("Why", code.why), ("Mend", code.fix)))
    parts = (f"# `{code.name}`", of(code.what), f"{of(code.severity)}{stage}", why, *_example(code, spoken), mend)
    return "\n\n".join(_filled(part) for part in parts if part) + "\n"


def _example(code: Code, spoken: Spoken) -> Iterator[str]:
    of = spoken.of
    if code.example:
        yield f"{of('Example')}: {of(code.example)}"
    for name, text in code.files.items():
        is_first = not code.example and name == next(iter(code.files))
        if text:
            yield f"{of('Example, in' if is_first else 'In')} `{name}`:"
            yield f"```{_language(name)}\n{text}```"
        else:
            yield f"{of('Example, without' if is_first else 'Without')} `{name}`."


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


def listing(codes: Iterable[Code], spoken: Spoken = ENGLISH) -> Iterator[str]:
    """A line for each code, for a terminal."""
    codes = tuple(codes)
    width = max(len(code.name) for code in codes)
    return (f"{code.name:<{width}}  {spoken.of(_line(code))}" for code in codes)


def _line(code: Code) -> str:
    return whole(code.what)
