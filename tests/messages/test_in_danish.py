"""What an editor is told in Danish: no English is left in it, whatever was wrong."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

import gallery
from deckgen.cli import deckgen
from deckgen.codes.table import all_codes
from deckgen.diagnostics import Diagnostic
from deckgen.messages import in_language, said_in
from deckgen.messages.catalogue import written
from deckgen.messages.template import Template
from goldens import GOLDEN
from projects import laid_over, write
from test_editor_mistakes import DISAGREEING, loaded, misspelt, mistakes

FOREIGN = (
    *("No such file or directory", "File is not a zip file", "Not a TrueType or OpenType font (not enough data)"),
    *("Chart and Takeaways", "Statement and Diagram", "Title and Body"),
    "The signs on the quay tell who is where",
)
"""What nobody of ours says: reasons that a library or the system gives; names of slide layouts; content."""
TOLD = (
    re.compile(r": (?:error|warning|info): (.*) \[[a-z0-9-]+\]$", re.MULTILINE),
    re.compile(r"^ +hint: (.*)$", re.MULTILINE),
    re.compile(r"^ +note: \S+:\d+:\d+: (.*)$", re.MULTILINE),
)
"""Messages, hints and other places as golden texts have them."""
SHOWN = [code.name for code in all_codes().values() if code.files]
ECHOED = re.compile(r"`[^`]*`|\"[^\"]*\"|'[^']*'|“[^”]*”")
"""What stands in quotes is the editor's own, or is to be typed as it stands."""
ENGLISH = re.compile(
    r"\b(?:the|is|are|was|of|and|or|not|with|write|this|that|has|its?|which|cannot|there|leave|give|use)\b",
    re.IGNORECASE,
)


@functools.cache
def literals() -> frozenset[str]:
    """What English templates say between their holes, where that is long enough to be nothing else."""
    return frozenset(
        text.strip()
        for english, danish in written("da").items()
        for text in Template(english).literals
        if text.strip().count(" ") > 1 and text.strip() not in danish
    )


def english_in(text: str) -> list[str]:
    """What of a text is English."""
    bare = ECHOED.sub("", functools.reduce(lambda said, foreign: said.replace(foreign, ""), FOREIGN, text))
    return [*ENGLISH.findall(bare), *(literal for literal in literals() if literal in text)]


def left_over(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str, list[str]]]:
    """Each text of these that is not all in Danish."""
    told = [in_language(one, "da") for one in diagnostics]
    texts = [(one.code, text) for one in told for text in (one.message, one.hint, *(r.message for r in one.related))]
    return [(code, text, english) for code, text in texts if (english := english_in(text))]


@pytest.mark.parametrize("name", SHOWN)
def test_the_example_of_a_code_is_told_in_danish(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, laid_over(all_codes()[name].files)))
    printed = CliRunner().invoke(deckgen, ["check", "--format", "json", "--messages", "da"]).stdout
    found = json.loads(printed)["diagnostics"]
    assert name in {one["code"] for one in found}
    texts = [text for one in found for text in (one["message"], one["hint"], *(r["message"] for r in one["related"]))]
    assert [(text, english) for text in texts if (english := english_in(text))] == []


@pytest.mark.parametrize(("slide", "old", "new"), [case[:3] for case in DISAGREEING])
def test_fields_that_disagree_are_told_in_danish(slide: str, old: str, new: str, tmp_path: Path) -> None:
    found = mistakes(tmp_path, slide, old, new)
    assert found
    assert left_over(found) == []


@pytest.mark.parametrize("slide", gallery.examples())
def test_a_misspelt_key_is_told_in_danish(slide: str, tmp_path: Path) -> None:
    for at, (_, wrong) in enumerate(misspelt(gallery.examples()[slide])):
        found = loaded(tmp_path / str(at), {slide: wrong})[1]
        assert len(found)
        assert left_over(found) == []


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("`eller and` has no colour", "`eller and` har ingen farve"),
        ("there is no slide `there is no slide `", "der er ingen slide `there is no slide `"),
        ("write `rows: …`; possible here: a, b", "skriv `rows: …`; mulige her: a, b"),
        ("did you mean `is`? possible: a, the b", "mente du `is`? mulige: a, the b"),
        (
            "There is no deck 'x': a, b. Did you mean 'a' or 'b'?",
            "Der er intet deck 'x': a, b. Mente du 'a' eller 'b'?",
        ),
        (
            "`a` is for board and press, so this deck goes without it",
            "`a` er for board og press, så dette deck er uden den",
        ),
        ("one of a, b is wanted here, and this is a list", "her skal stå én af a, b, og dette er en liste"),
        (
            "3 of 12 rows are hidden or filtered out and are counted, this one first",
            "3 af 12 rækker er skjult eller filtreret fra og tælles med, denne som den første",
        ),
        (
            "Trade: `x` is no option of the question (and in 3 more rows)",
            "Trade: `x` er ikke en svarmulighed i spørgsmålet (og i 3 rækker mere)",
        ),
        ("`a` rests on 1 respondent; it was published", "`a` hviler på 1 respondent; det er offentliggjort"),
        ("The data hold no question that can be told in numbers.", "Data har intet spørgsmål, der kan siges i tal."),
        (
            "this file was saved again by a program that drops names of slides, sections (Impress)",
            "denne fil er gemt igen af et program, der taber navne på slides, afsnit (Impress)",
        ),
        (
            "the file cannot be read: this is not so and will not be",
            "filen kan ikke læses: this is not so and will not be",
        ),
        ("`x` cannot be read: No such file or directory", "`x` kan ikke læses: No such file or directory"),
        (
            'possible: red, note; or write "#RRGGBB" in quotes, or a name from the palette',
            'mulige: red, note; eller skriv "#RRGGBB" i anførselstegn eller et navn fra paletten',
        ),
        ("possible: note, table, ballot, …", "mulige: note, table, ballot, …"),
        ("did you mean `note`? possible: note, table", "mente du `note`? mulige: note, table"),
        (
            "no slide layout has room for Chart and Takeaways, Table: what they draw takes the page",
            "intet slidelayout har plads til Chart and Takeaways, Table: det, de tegner, fylder siden",
        ),
        (
            "somebody edited this deck since it was built: a, slide added: 3, notes of b and 2 more",
            "nogen har redigeret denne fil (deck), siden den blev bygget: a, slide tilføjet: 3, noter på b og 2 mere",
        ),
        (
            "`a` and `b` and `c` are shares of one whole and come to 110 %",
            "`a` og `b` og `c` er andele af én helhed og giver 110 %",
        ),
        ("`a >= b` does not hold: a is 3 and b is 4", "`a >= b` holder ikke: a er 3 og b er 4"),
        ("type 2 steps down", "skrift 2 trin ned"),
        ("type 1 step down", "skrift 1 trin ned"),
        ("set at 90%", "sat i 90%"),
        ("reflowed: two columns", "sat op på en anden måde: two columns"),
        ("continued, slide 1 of 2", "fortsat, slide 1 af 2"),
        (
            "share of `q` in data/a.csv where town is Nord or Syd by `g`: Ja, 28 of 54 respondents",
            "andel af `q` i data/a.csv hvor town er Nord eller Syd fordelt på `g`: Ja, 28 af 54 respondenter",
        ),
        ("a rule of somebody else's", "a rule of somebody else's"),
        ("", ""),
    ],
)
def test_a_text_is_found_again_by_its_template(english: str, danish: str) -> None:
    assert said_in(english, "da") == danish


def test_whatever_golden_texts_say_is_told_in_danish() -> None:
    files = GOLDEN.rglob("*.txt")
    texts = {said for file in files for form in TOLD for said in form.findall(file.read_text(encoding="utf-8"))}
    assert len(texts) > 500
    told = {text: said_in(text, "da") for text in texts}
    assert {text: danish for text, danish in told.items() if english_in(danish)} == {}


def test_english_is_told_as_it_was_written() -> None:
    assert said_in("there is no slide `a`", "en") == "there is no slide `a`"
