"""In: the lines of a slide or a dataset that are wrong. Out: the file of an example, with what stands around them."""

from __future__ import annotations


def questions(said: str) -> dict[str, str]:
    """A slide of questions: what it says beside its id, kind, title and minutes."""
    head = "id: meeting.questions\nkind: dialogue\ntitle: Mødet giver retning for det videre arbejde"
    return {"content/questions.yaml": slide(f"{head}\n{said}\nminutes: 2")}


def bars(said: str) -> dict[str, str]:
    """A slide with a bar chart: what it says beside its id, kind, title and minutes."""
    head = "id: survey.presence\nkind: chart\ntitle: De fleste klynger er til stede i regionen"
    return {"content/presence.yaml": slide(f"{head}\n{said}\nminutes: 5")}


def members(said: str) -> dict[str, str]:
    """A slide of any kind: what it says beside its id, title and minutes."""
    head = "id: survey.members\ntitle: Klyngerne har ${members} medlemmer i regionen"
    return {"content/members.yaml": slide(f"{head}\n{said}\nminutes: 3")}


def slide(said: str) -> str:
    """A file with one slide."""
    first, *others = (line for line in said.splitlines() if line)
    return "\n".join(("slides:", f"  - {first}", *(f"    {line}" for line in others), ""))


def each(whom: str, slide_said: str = "kind: statement\ntitle: Sådan svarer ${member.name}") -> dict[str, str]:
    """A deck for each of several members, as `whom` says below `for-each:`, and its one slide."""
    members = "\n".join(f"  {line}" for line in whom.strip().splitlines())
    deck = f"""\
for-each:
{members}
audience: board
title: Svar fra ${{member.name}}
minutes: 3
chapters:
  - {{id: own, title: Egne svar, slides: [each.own]}}
"""
    return {"content/decks/each.yaml": deck, "content/each.yaml": slide(f"id: each.own\n{slide_said}\nminutes: 3")}


TWO = """\
members:
  - {key: small, name: De små}
  - {key: large, name: De store}
where: {answers: size}
"""
"""Two members whose answers are counted apart."""
