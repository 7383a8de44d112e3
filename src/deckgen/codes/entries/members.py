"""Codes of decks that are made for each of several members, and of batches of them. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import TWO, each

_COUNTED: Final = {
    "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: count}
  started: {data: answers, question: started, statistic: count, min-n: 5}
""",
    "content/figures.yaml": "started: {from: started/all, label: I gang, source: survey}\n",
}
_ITEMS: Final = """\
kind: bullets
title: Sådan går det
items:
  - Alle har svaret
  - text: Her er ${member.started} i gang
    lacking: hvor mange der er i gang
"""

CODES: Final = (
    Code(
        "for-each-unfit",
        what="`for-each:` does not say whom the deck is made for, or not in one way.",
        why="nobody knows which decks there are to be.",
        fix="list `members`, or name a `dataset` and its `key`; the key says one thing of each row.",
        files=each("where: {answers: size}"),
    ),
    Code(
        "no-members",
        what="The deck is made for each of its members, and there are none.",
        why="no deck would be made of it.",
        fix="list the members, or see that their dataset has rows.",
        files={
            **each("dataset: towns\nkey: town"),
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
  towns: {file: towns.csv, source: survey, columns: {town: {type: text}}}
""",
            "content/towns.csv": "town;note\n;x\n",
        },
    ),
    Code(
        "member-differs",
        what="The rows of one member say two things of it: two names, or two groups.",
        why="its deck could be called either.",
        fix="mend the rows, or name a column that says the same in all rows of a member.",
        files={
            **each("dataset: answers\nkey: size\nname: town"),
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
      town: {type: text}
""",
            "content/answers.csv": "size;started;town\n"
            + "small;21-02-2021;Nord\n" * 4
            + "small;21-02-2021;Syd\nlarge;21-03-2021;Vest\n",
        },
    ),
    Code(
        "member-twice",
        what="Two members have one key.",
        why="the key names the answers and the file of a member: two decks would be one.",
        fix="give each a key of its own.",
        files=each("members:\n  - {key: small, name: De små}\n  - {key: small, name: De andre}"),
    ),
    Code(
        "bad-member",
        what="A member has no key, no name, or signs in its name that mark something in a text.",
        why="its name stands in titles and texts as it is.",
        fix="give it a key and a name without `*`, `^`, `~`, `$`, `\\` and brackets.",
        files=each("members:\n  - {key: small, name: 'De *små*'}"),
    ),
    Code(
        "not-of-members",
        what="A figure or a tabulation is named as a member's that is everybody's alone.",
        why="it is given, or computed from one that is, or counted in a dataset in which no column says whose an "
        "answer is: no part of it is known to be the member's.",
        fix="name it without `member.` or `group.`, or count it in a dataset that `where` of `for-each` names.",
        files=each(TWO, "kind: statement\ntitle: De små har ${member.members} medlemmer"),
    ),
    Code(
        "member-lacks",
        what="A member has no number to show where its deck shows one, and nothing says so.",
        why="too few have answered, or the number would give away what is not told of another: the deck cannot "
        "show it and would look as if it had been forgotten.",
        fix="say `lacking:` with a word on the slide or the item, which is left out then, or keep it away: `when:`.",
        files={**each(TWO, "kind: statement\ntitle: Her er ${member.started} i gang"), **_COUNTED},
    ),
    Code(
        "left-out-unsaid",
        what="Something is left out of a member's deck, and no slide of it says so.",
        why="who compares two decks would take it for forgotten, or for hidden.",
        fix="write `${member.lacking}` in a text; where nothing is left out, what holds that text goes too.",
        files={**each(TWO, _ITEMS), **_COUNTED},
    ),
    Code(
        "no-batch",
        what="A batch is asked for, and no deck is made for each of several members.",
        why="there is nothing to make many decks of.",
        fix="write `for-each:` in a deck file.",
        example="`deckgen batch run` in an engagement whose decks are all made once.",
    ),
    Code(
        "no-member",
        what="A worker was asked for the deck of a member that its content does not have.",
        why="the content on that machine is another than that which the batch was planned with.",
        fix="give every machine the same content, and plan again.",
        example="`decks/municipality.yaml` was edited while a batch was running.",
    ),
    Code(
        "deck-broken",
        what="The program failed on the deck of one member.",
        why="it is a fault of the program, and that deck is not made; the others are.",
        fix="report it, with the content of that deck.",
        example="a kind of slide meets a number that nobody thought of.",
    ),
    Code(
        "worker-lost",
        what="Several workers ended while they were making one deck.",
        why="the deck is given up, so that it does not take all others with it.",
        fix="see what ends them: the memory that a container may use, or somebody who kills them.",
        example="`deckgen batch run --jobs 4` in a container with little memory.",
    ),
    Code(
        "store-missing",
        what="Decks are to go to a URL, and what can write there is not installed.",
        why="a folder needs nothing; an object store needs the extra `store`.",
        fix="`pip install 'deckgen[store]'`, and the library of that store.",
        example="`deckgen batch run --output s3://bucket/decks`.",
    ),
    Code(
        "store-unusable",
        what="The object store cannot be used, or did not take a file.",
        why="the deck is not there, and will be made by the next run.",
        fix="see that the URL is right, and that the store's library and its keys are there.",
        example="`deckgen batch run --output s3://bucket/decks` without keys.",
    ),
    Code(
        "ray-missing",
        what="Ray is to make the decks, and is not installed.",
        why="it comes with the extra `ray`.",
        fix="`pip install 'deckgen[ray]'`, or leave `--engine` out.",
        example="`deckgen batch run --engine ray`.",
    ),
)
