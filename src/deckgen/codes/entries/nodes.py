"""Codes of reading a YAML file, before anybody knows what it is about. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import bars, questions

_DEEP: Final = "survey: " + "[" * 40 + "]" * 40 + "\n"

CODES: Final = (
    Code(
        "alias",
        what="A text begins with `*`, which YAML reads as a reference to another value.",
        why="aliases can unfold a small file into gigabytes, and a reader has to look elsewhere for what a line "
        "says; so they are not read at all.",
        fix="put the text in double quotes; where a value is meant twice, write it twice.",
        files={"content/sources.yaml": "survey: *plan\n"},
    ),
    Code(
        "anchor",
        what="A text begins with `&`, which YAML reads as a name for what follows.",
        why="an anchor serves aliases, and these are not read.",
        fix="put the text in double quotes.",
        files={"content/sources.yaml": "survey: &klyngerne Spørgeskema, 2023\n"},
    ),
    Code(
        "tag",
        what="A text begins with `!`, which YAML reads as the type of what follows.",
        why="the type of a value follows from its key; a tag could ask a program to make anything at all.",
        fix="put the text in double quotes, or delete the tag.",
        files={"content/sources.yaml": "survey: !vigtigt Spørgeskema, 2023\n"},
    ),
    Code(
        "merge-key",
        what="The key `<<` takes in what stands under another key.",
        why="what is said here would then stand in another place.",
        fix="write the keys out.",
        files={"content/sources.yaml": "<<: {state: Registeret}\n"},
    ),
    Code(
        "second-document",
        what="A line `---` begins a second document in one file.",
        why="a file says one thing; whatever stood after the line would be read as something else.",
        fix="remove the `---`, or move what follows to a file of its own.",
        files={"content/sources.yaml": "survey: Spørgeskema, 2023\n---\nplan: Handlingsplanen, 2022\n"},
    ),
    Code(
        "yaml-syntax",
        what="A line cannot be read as YAML.",
        why="nothing after it is known. The usual causes are a text with `: ` or ` #` in it without quotes, a quote "
        "that is not closed, and a line that is not indented like its neighbours.",
        fix="put the text in double quotes, or align the line with those above.",
        files={"content/sources.yaml": "survey: Spørgeskema: svar fra klyngerne\n"},
    ),
    Code(
        "indent",
        what="A line is indented with a tab or another blank than an ordinary space.",
        why="YAML counts spaces, and how wide a tab is nobody can tell.",
        fix="indent with spaces; most editors do so when the file ends in .yaml.",
        files={"content/figures.yaml": "staff:\n\tvalue: 4\n\tlabel: Ansatte\n\tsource: plan\n"},
    ),
    Code(
        "merge-marker",
        what="Two versions of a file were put together, and the marks between them are left.",
        why="both versions stand in the file, and which of them holds is for a person to say.",
        fix="keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        files={
            "content/sources.yaml": "<<<<<<< HEAD\nsurvey: Spørgeskema, 2023\n=======\n"
            "survey: Spørgeskema, 2022\n>>>>>>> rettelser\n"
        },
    ),
    Code(
        "control-character",
        what="A text holds a character that has no shape.",
        why="PowerPoint repairs or refuses a file with such a character, and nobody sees where it stands. They come "
        "with text that is pasted from a PDF or a table.",
        fix="delete it; write a space or a line break where one was meant.",
        files={"content/sources.yaml": 'survey: "Spørgeskema\\a, 2023"\n'},
    ),
    Code(
        "not-utf-8",
        what="A file is not written in UTF-8.",
        why="its Danish letters would come out as others.",
        fix="save it as UTF-8; in Notepad: Save as, Encoding.",
        example="figures.yaml is saved as “ANSI” or “UTF-16”.",
    ),
    Code(
        "file-unreadable",
        what="A file of the content or the brand, or one to compare with, cannot be opened.",
        why="what it says is not known.",
        fix="see that it is there, that you may open it, and that a link does not lead nowhere.",
        example="slides.yaml is a link to a file that was moved.",
    ),
    Code(
        "file-too-large",
        what="A YAML file is larger than 4 MB.",
        why="no content that people write is; it is data under a wrong name, or was written by a program gone wrong.",
        fix="split it in two, or keep the data as CSV and declare them in data.yaml.",
        example="survey.yaml holds all answers of a survey.",
    ),
    Code(
        "file-empty",
        what="A file says nothing.",
        why="it may have lost what it said; an empty file and one with comments alone look the same to a reader.",
        fix="write `key: value` in it, or delete it.",
        files={"content/later.yaml": "# intet endnu\n"},
    ),
    Code(
        "too-many-items",
        what="A YAML file holds more than 50,000 values.",
        why="the time that it takes to read a file is bounded, whoever wrote it.",
        fix="split it in two, or keep the data as CSV and declare them in data.yaml.",
        example="a list of 60,000 numbers under one key.",
    ),
    Code(
        "value-too-long",
        what="One text has more than 20,000 characters.",
        why="no slide holds it: as a rule a quote was opened and not closed, and the rest of the file is the text.",
        fix="close the quote, or split the text.",
        example="`notes: >` is followed by a whole report.",
    ),
    Code(
        "too-deep",
        what="Lists and keys stand more than 32 deep in each other.",
        why="nothing in a content folder is nested like that: as a rule a text of brackets lacks its quotes.",
        fix="put a text that begins with `[` or `{` in double quotes.",
        files={"content/sources.yaml": _DEEP},
    ),
    Code(
        "key-not-text",
        what="A key is a list, or has keys of its own.",
        why="a key is a name.",
        fix="put a text that begins with `[` or `{` in double quotes.",
        files={"content/sources.yaml": "[survey, plan]: Spørgeskema, 2023\n"},
    ),
    Code(
        "duplicate-key",
        what="A key stands twice in one place.",
        why="one of the two would count, and nobody could tell which.",
        fix="keep one of them.",
        files={"content/sources.yaml": "survey: Spørgeskema, 2023\nplan: Handlingsplanen\nsurvey: Spørgeskema\n"},
    ),
    Code(
        "unknown-key",
        what="A key that nobody reads.",
        why="a misspelt key would be passed over, and what it says would be missing from the deck.",
        fix="write one of the keys that the message lists, or delete it. `for` stands on a slide or on an item of a "
        "list; elsewhere write one value under each audience's name.",
        files=questions("questions: [Hvad skal der til?]\nnote: Spørg hver for sig."),
    ),
    Code(
        "missing-key",
        what="A key that has to be there is not.",
        why="without it the slide, figure, deck or brand cannot be made.",
        fix="write it; the message lists the keys that are possible.",
        files=questions(""),
    ),
    Code(
        "missing-value",
        what="A key has no value, or one that nobody can see.",
        why="an empty text on a slide is a hole; a blank that looks like a letter is none.",
        fix="write the value, or delete the key where it may be left out.",
        files={"content/sources.yaml": "survey:\n"},
    ),
    Code(
        "wrong-value",
        what="A list or a group of keys stands where a text is wanted, or the other way round.",
        why="the value cannot be read. To YAML, a text with `: ` in it is a key with a value, and one that begins "
        "with `- ` is a list.",
        fix="write it as the message says; put a text that looks like something else in double quotes.",
        files={"content/sources.yaml": "survey: [Spørgeskema, 2023]\n"},
    ),
    Code(
        "item-count",
        what="A list has more or fewer items than its place takes.",
        why="three columns hold three things: with more, the slide cannot be read, with fewer it is no such slide.",
        fix="leave some out, write more, or split the slide in two.",
        files=questions("questions: []"),
    ),
    Code(
        "unknown-choice",
        what="A value that is none of those possible here.",
        why="it would be passed over, or taken for something else.",
        fix="write one of those that the message lists.",
        files={
            "content/figures.yaml": """\
members: {value: 375, qualifier: mindst, label: Nordjyske medlemmer, source: survey}
""",
        },
    ),
    Code(
        "not-true-or-false",
        what="A value that is neither `true` nor `false`.",
        why="`yes`, `ja` and `1` mean different things to different programs.",
        fix="write `true` or `false`.",
        files=bars(
            'chart: bar\ncounted: Antal klynger\ndata:\n  - {label: Er til stede, value: "${present}", emphasis: ja}'
        ),
    ),
    Code(
        "not-a-number",
        what="A text stands where a number is wanted, or a number that can be read in two ways.",
        why="`1.740` is 1740 to a Dane and 1.74 to an American: guessing wrong is a wrong deck.",
        fix="write digits without a separator for thousands and with a dot before decimals: `1740`, `1.74`. Units "
        "and `mindst` have keys of their own: `unit`, `qualifier`.",
        files={"content/figures.yaml": "members: {value: 1.740, label: Nordjyske medlemmer, source: survey}\n"},
    ),
    Code(
        "text-cut",
        what="A comment follows a text on its line, and may have been meant as part of it.",
        why="after a space and `#` all is comment to YAML: half a sentence would be missing from the slide.",
        fix="put the text in double quotes, or the comment on a line of its own.",
        files=questions("questions:\n  - Hvad skal der til? # og hvem gør det"),
        severity="warning",
    ),
    Code(
        "figure-not-here",
        what="A figure is named where none can be shown.",
        why="labels, sources and names are texts that stand as they are written, `${answered}` included.",
        fix="write the text without `${…}`.",
        files={"content/sources.yaml": 'survey: "Spørgeskema til ${asked} klynger"\n'},
    ),
    Code(
        "bad-figure-reference",
        what="`${…}` does not name a figure.",
        why="names are small letters and digits with dots and hyphens between, without spaces, so that they can be "
        "found and compared.",
        fix="write `${name}` or `${name|format}`; for a literal `${` write `$${`.",
        files=questions('questions: ["Hvad skal der til for de ${Nordjyske medlemmer}?"]'),
    ),
    Code(
        "bad-literal",
        what="`$[…]` does not say both a number and why it is no figure.",
        why="a number that is bound to no figure is let through only with a reason, which the next editor can judge.",
        fix="write `$[2–3|why this is no figure]`; for a literal `$[` write `$$[`.",
        files=questions('questions: ["Hvad skal der til i løbet af $[2–3] år?"]'),
    ),
    Code(
        "bad-link",
        what="A link has no text, no end, or an address that no program opens.",
        why="a link is clicked in the middle of a meeting.",
        fix="write `[text](https://…)`, a space as `%20`; http://, mailto: and tel: are possible too, and "
        "`[text](#slide-id)` for a slide of the deck.",
        files=questions('questions: ["Hvad siger [handlingsplanen](www.navigators.dk)?"]'),
    ),
    Code(
        "bold-not-closed",
        what="`**` begins bold type and does not end it in its paragraph.",
        why="the rest of the text would be bold, or two stars would stand on the slide.",
        fix=r"write `**fed**`; two stars that are meant are `\*\*`.",
        files=questions('questions: ["Hvad skal der **nu til?"]'),
    ),
    Code(
        "null-word",
        what="A text is what a program writes where it has nothing: `null`, `~`, `nan`, `None`.",
        why="YAML is read as text here, so the word would stand on the slide.",
        fix="write `–` for a cell that stays empty, or leave the key out; a word that is meant stands in quotes.",
        files=questions("questions: [null]"),
    ),
)
