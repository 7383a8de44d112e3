"""Codes of the content folder: files, project, slides, decks and pictures. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import bars, members, questions

CODES: Final = (
    Code(
        "no-content",
        what="There is no content folder of that name.",
        why="there is nothing to build.",
        fix="name the folder that project.yaml stands in, after `--content`.",
        example="`deckgen build --content indhold`, and the folder is called content.",
    ),
    Code(
        "no-project",
        what="The content folder has no project.yaml.",
        why="it says in which language decks are and which audiences there are; nothing can be read without.",
        fix="write it: `language`, `audiences` and `organisation`.",
        files={"content/project.yaml": ""},
    ),
    Code(
        "no-data",
        what="The content folder has no data.yaml.",
        why="there are no answers to show, or to draft a deck of.",
        fix="declare an export of a survey: `deckgen data add answers.xlsx`.",
        example="`deckgen data` in an engagement that has just begun.",
    ),
    Code(
        "no-figures",
        what="Figures are named, and the content folder has no figures.yaml.",
        why="no `${name}` has a value. It is said once, however many figures are named.",
        fix="write figures.yaml with the figures that are named.",
        files={"content/figures.yaml": ""},
    ),
    Code(
        "no-sources",
        what="Sources are named, and the content folder has no sources.yaml.",
        why="no number can say where it comes from. It is said once, however many sources are named.",
        fix="write sources.yaml with the sources that are named.",
        files={"content/sources.yaml": ""},
    ),
    Code(
        "no-deck",
        what="The content has no deck.",
        why="slides are content; only a deck file puts them in an order for a meeting.",
        fix="write decks/board.yaml, say, with `audience`, `title`, `minutes` and `chapters`.",
        files={"content/decks/board.yaml": "", "content/decks/directorate.yaml": ""},
    ),
    Code(
        "folder-unreadable",
        what="A folder of the content cannot be opened.",
        why="what stands in it is not known.",
        fix="see that it is there and that you may open it.",
        example="the folder surveys belongs to somebody else.",
    ),
    Code(
        "file-twice",
        what="Two files of the content differ only in how their names end.",
        why="survey.yml and survey.yaml are one file to whoever speaks of it, and only one of them was meant.",
        fix="delete or rename one of them.",
        files={"content/survey.yml": "slides: []\n", "content/survey.yaml": "slides: []\n"},
    ),
    Code(
        "deck-in-folder",
        what="A deck file stands in a folder inside decks/.",
        why="a deck is called what its file is called, and two folders could hold two of one name.",
        fix="move it to decks/ itself.",
        files={"content/decks/2024/board.yaml": "audience: board\ntitle: Klyngerne\nminutes: 10\n"},
    ),
    Code(
        "bad-name",
        what="A name that nothing can be called by.",
        why="names of figures, decks, audiences, slides and chapters are referred to and become file names and names "
        "in PowerPoint: small letters, digits, dots and hyphens work everywhere. Some words are taken.",
        fix="use small letters, digits, dots and hyphens: `members.total`; the id of a slide has two parts or more, "
        "as in `survey.presence`.",
        files={"content/sources.yaml": "Registeret 2022: Registeret, 2022\n"},
    ),
    Code(
        "duplicate-slide",
        what="Two slides have one id.",
        why="decks, links and the way back from an edited file go by the id.",
        fix="give one of them another id.",
        files={
            "content/later.yaml": """\
slides:
  - {id: survey.members, kind: question, title: Hvem er medlemmerne?}
"""
        },
    ),
    Code(
        "unknown-kind",
        what="There is no kind of slide of that name.",
        why="the kind says which fields a slide has and how it is drawn.",
        fix="write one that the message lists. A kind of another package is found when that package is installed.",
        files=members("kind: bulets\nitems: [De fleste er små virksomheder]"),
    ),
    Code(
        "broken-kind",
        what="A kind of slide that another package brings cannot be used.",
        why="that package fails when it is asked for the kind; the message says how.",
        fix="mend, update or remove that package, or choose another kind.",
        example="`kind: quote` comes from a package that was written for an older version.",
    ),
    Code(
        "broken-chart",
        what="A chart type that another package brings cannot be used.",
        why="that package fails when it is asked for the chart type, or for a plot; the message says how.",
        fix="mend, update or remove that package, or choose another chart type.",
        example="`chart: points` comes from a package that was written for an older version.",
    ),
    Code(
        "unknown-chart",
        what="There is no chart type of that name.",
        why="the type says how values are drawn.",
        fix="write one that the message lists.",
        files=bars('chart: bars\ncounted: Antal klynger\ndata: [{label: Er til stede, value: "${present}"}]'),
    ),
    Code(
        "fields-disagree",
        what="Fields of a slide that are each well-formed do not go together.",
        why="a row with two cells under three heads has a hole, and 14 of 12 is no count.",
        fix="as the hint says: it depends on the kind.",
        files=members("kind: table\ncolumns: [Klynge, Medlemmer]\nrows: [cells: [Energi]]"),
    ),
    Code(
        "inexact-value",
        what="A chart is to draw a figure that is known in words only.",
        why="“over tre fjerdedele” has no end that a bar could stop at; the number behind it only lies near.",
        fix="show it with `kind: shares`, which draws an open end, or leave it out.",
        files={
            **bars('chart: bar\ncounted: Antal klynger\ndata: [{label: Er til stede, value: "${present}"}]'),
            "content/figures.yaml": """\
present: {value: 7, wording: over halvdelen, label: Klynger til stede, source: survey}
""",
        },
    ),
    Code(
        "unknown-mark",
        what="An annotation is about a row or a series that its chart does not have.",
        why="nothing could be pointed at.",
        fix="write the label of the row, or the name of the series, as it stands in the chart.",
        files=bars(
            "chart: bar\ncounted: Antal klynger, n = ${answered}\ndata:\n"
            '  - {label: Ønsker dialog, value: "${dialogue}"}\n  - {label: Er til stede, value: "${present}"}\n'
            "annotate:\n  - callout: Er tilstede\n    text: De fleste"
        ),
    ),
    Code(
        "plain-label",
        what="A label of a chart is bold, italic, in part above or below the line, a link, or has a footnote.",
        why="a chart in PowerPoint has labels of one sort.",
        fix="write it without `**`, `*`, `^`, `~` and `[ ]( )`; emphasis is `emphasis: true` on the row, and a "
        "footnote may stand where it is said what is counted.",
        files=bars('chart: bar\ncounted: Antal klynger\ndata: [{label: "**Er** til stede", value: "${present}"}]'),
    ),
    Code(
        "bad-minutes",
        what="A slide has minutes below zero, or a meeting lasts none.",
        why="minutes add up to the meeting's length.",
        fix="write how long it takes: `minutes: 2`.",
        files={"content/decks/board.yaml": "minutes: 0\n"},
    ),
    Code(
        "bad-badge",
        what="A badge is no number of an option: they are counted from 1 to 9.",
        why="badges are carried from the overview of options to their own pages, where a stepper shows them.",
        fix="write the numbers of the options that the page is about: `badges: [4, 5]`.",
        files=questions("badges: [12]\nquestions: [Hvad skal der til?]"),
    ),
    Code(
        "unknown-sign",
        what="A slide names a sign that is no shape and that the project does not declare.",
        why="one sign stands for one thing through all decks, so its name is declared once.",
        fix="declare it in project.yaml under `signs`, such as `cluster: hexagon`, or write a shape: hexagon, "
        "square, circle.",
        files=members(
            "kind: tally\ncount: ${present}\ntotal: ${answered}\nlabel: af 12 klynger er til stede\nsign: klynge\n"
        ),
    ),
    Code(
        "bad-date",
        what="A date that is none, or is not written as one.",
        why="`01-02-2026` is a day in January to some and in February to others.",
        fix="write the year first: `2026`, `2026-02` or `2026-02-01`.",
        files={"content/decks/board.yaml": "date: 30-02-2026\n"},
    ),
    Code(
        "duplicate-chapter",
        what="Two chapters of a deck have one id.",
        why="agenda, sections and links go by the id.",
        fix="give one of them another id.",
        files={
            "content/decks/board.yaml": """\
chapters:
  - {id: findings, title: Fund, slides: [survey.presence, survey.members]}
  - {id: findings, title: Dialog, slides: [meeting.questions]}
"""
        },
    ),
    Code(
        "slide-twice",
        what="A deck lists a slide twice.",
        why="links, sections and the way back from an edited file go by the slide's id.",
        fix="keep it in one place.",
        files={
            "content/decks/board.yaml": """\
chapters:
  - {id: findings, title: Fund, slides: [survey.presence, survey.members]}
  - {id: talk, title: Dialog, slides: [meeting.questions, survey.members]}
"""
        },
    ),
    Code(
        "unknown-slide",
        what="A deck lists a slide that no file has, or a link leads to one.",
        why="the deck would be a slide short, or the link lead nowhere.",
        fix="write the id of a slide that is there; the message says which is near.",
        files={
            "content/decks/board.yaml": """\
chapters:
  - {id: findings, title: Fund, slides: [survey.presence, survey.member]}
  - {id: talk, title: Dialog, slides: [meeting.questions]}
"""
        },
    ),
    Code(
        "opens-no-chapter",
        what="The kind under a chapter's `opening` opens no chapter.",
        why="the deck makes that slide itself, so its kind must be an agenda or a divider, which need no fields.",
        fix="name such a kind, as `agenda` or `section`, or write `none`.",
        files={
            "content/decks/board.yaml": """\
chapters:
  - {id: findings, title: Fund, opening: chart, slides: [survey.presence, survey.members]}
  - {id: talk, title: Dialog, slides: [meeting.questions]}
""",
        },
    ),
    Code(
        "slide-id-taken",
        what="A slide of the content is called as the one that opens a chapter.",
        why="the deck makes that slide itself, as `<chapter>.opening`, and two slides of one id are one too many.",
        fix="give the slide of the content another id.",
        files={
            "content/decks/board.yaml": """\
chapters:
  - {id: findings, title: Fund, opening: section, slides: [survey.presence, survey.members]}
  - {id: talk, title: Dialog, slides: [meeting.questions, findings.opening]}
""",
            "content/later.yaml": """\
slides:
  - {id: findings.opening, kind: statement, title: Her er vores fund, body: Der er flere., minutes: 0}
""",
        },
    ),
    Code(
        "picture-outside",
        what="A picture or the client's logo lies outside of the content folder.",
        why="the content must be whole when it is copied or read at an earlier revision.",
        fix="put the picture inside, and write its path with `/`.",
        files={"content/project.yaml": "client: {name: Kunden, logo: ../logo.png}\n"},
    ),
    Code(
        "picture-missing",
        what="There is no file where a picture or the client's logo is said to be.",
        why="the slide would have a hole.",
        fix="write its path as seen from the content folder, with the capitals of its name.",
        files={"content/project.yaml": "client: {name: Kunden, logo: Logo.png}\n"},
    ),
    Code(
        "picture-format",
        what="A picture or the client's logo is neither PNG, JPEG nor WebP.",
        why="PNG and JPEG are what every PowerPoint shows, and a WebP is made one of them.",
        fix="save it as PNG or JPEG, 2,000 pixels across.",
        files={
            "content/project.yaml": "client: {name: Kunden, logo: logo.gif}\n",
            "content/logo.gif": "GIF89a\n",
        },
    ),
    Code(
        "picture-alone",
        what="A drawing (SVG) has no PNG of the same name beside it.",
        why="programs that cannot show a drawing show the PNG; one made here would be set in the fonts of whichever "
        "machine builds the deck.",
        fix="export a PNG of 2,000 pixels from the program that drew it, and put it beside the SVG.",
        files={
            "content/project.yaml": "client: {name: Kunden, logo: logo.svg}\n",
            "content/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n',
        },
    ),
    Code(
        "picture-unreadable",
        what="A picture or the client's logo is empty, broken or cannot be opened.",
        why="PowerPoint would show a red cross in its place.",
        fix="open it, and save it again as PNG or JPEG; it may have been copied in part.",
        example="logo.png was still being downloaded when it was copied.",
    ),
    Code(
        "picture-too-large",
        what="A picture or the client's logo has more pixels or bytes than any slide needs.",
        why="it would make the deck slow to open and too large to send.",
        fix="save it with fewer pixels: 2,000 across are enough.",
        example="logo.png is a scan of 14,000 by 12,000 pixels.",
    ),
)
