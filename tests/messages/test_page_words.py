"""The words of the live page: each has one in every language, and none is kept that the page does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib import resources

import pytest

from deckgen.messages import MESSAGE_LANGUAGES, MessageLanguage, words_of
from deckgen.messages.template import Template
from deckgen.preview.answers import PAGE

FOLDER = resources.files("deckgen.preview") / "page"
OTHERS = [language for language in MESSAGE_LANGUAGES if language != "en"]
CALL = re.compile(r"(?<![\w.])t\(")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Said(HTMLParser):
    """What a page of HTML says to people."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts |= {value for name, value in attrs if name in ("title", "aria-label") and value}

    def handle_data(self, data: str) -> None:
        self.texts |= {data.strip()} - {""}


def calls(source: str) -> Iterator[str]:
    """The first argument of every call of `t`."""
    for call in CALL.finditer(source):
        depth, at = 0, call.end()
        while depth or source[at] not in ",)":
            depth += source[at] in "({["
            depth -= source[at] in ")}]"
            literal = LITERAL.match(source, at)
            at = literal.end() if literal else at + 1
        yield source[call.end() : at]


def said() -> set[str]:
    html = Said()
    html.feed((FOLDER / "index.html").read_text(encoding="utf-8"))
    found = set(html.texts)
    for file in FOLDER.iterdir():
        if file.name.endswith(".js"):
            for argument in calls(file.read_text(encoding="utf-8")):
                found |= set(LITERAL.findall(argument))
    return found - {""}


@pytest.mark.parametrize("language", OTHERS)
def test_each_word_of_the_page_is_said_in_the_language(language: MessageLanguage) -> None:
    assert said() - words_of(PAGE, language).keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_is_kept_that_the_page_does_not_say(language: MessageLanguage) -> None:
    assert words_of(PAGE, language).keys() - said() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_word_has_the_same_holes(language: MessageLanguage) -> None:
    for english, own in words_of(PAGE, language).items():
        assert set(Template(own).holes) == set(Template(english).holes), english


def test_calls_are_found_with_all_that_they_may_say() -> None:
    source = 'a(t(one ? "A, b" : "{n} c", { n }), t("d")); part("e"); format(x)'
    assert [LITERAL.findall(argument) for argument in calls(source)] == [["A, b", "{n} c"], ["d"]]
