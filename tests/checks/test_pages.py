"""Every rule has a page, and the page says what the rule's own file says. `--rewrite-golden` writes them anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckgen.checks import all_rules
from deckgen.checks.engine.discovery import Rule

FOLDER = Path(__file__).parent.parent.parent / "docs/checks"
RULES = Path(__file__).parent.parent.parent / "src/deckgen/checks/rules"
NEEDS = {"plan": "the plan", "frames": "the frames", "file": "the written file"}

HEAD = """\
# Rules

`deckgen check [DECK…]` runs them; `deckgen build` runs them too and ends on an error. `--strict` takes every warning
for an error. `--select CODE` runs that one alone and `--ignore CODE` leaves it out; both may be given again, and the
project may say the same in project.yaml, where it also says how many words a slide may have and which phrases hold a
number that is no figure:

```yaml
check:
  ignore: [six-bullets]
  words: {board: 110, directorate: 150}
  literals: {50 ansatte: the limit in the questionnaire}
```

`--format json` and `--format github` print the same for programs. The exit code is 0 without errors, 1 with errors in
the content, 2 where the command is used wrongly.

Found while reading, and never left out: `unknown-figure`, `broken-invariant`, `published-differs`, and whatever else
makes content unreadable. The rules then look at what could be read; those that find what is missing wait.
"""


def page(rule: Rule) -> str:
    said = f"# `{rule.code}`\n\n{rule.severity}, found in {NEEDS[rule.stage]}\n\n{rule.doc.strip()}\n"
    return f"{said}\nHint: {rule.hint}.\n"


def index() -> str:
    rows = [
        f"| [`{rule.code}`]({rule.code}.md) | {rule.severity} | {rule.stage} | {rule.doc.splitlines()[0]} |"
        for rule in all_rules().values()
    ]
    return "\n".join((HEAD, "| code | severity | stage | what it finds |", "|---|---|---|---|", *rows, ""))


def test_pages_are_what_the_rules_say(request: pytest.FixtureRequest) -> None:
    wanted = {f"{rule.code}.md": page(rule) for rule in all_rules().values()} | {"README.md": index()}
    if request.config.getoption("--rewrite-golden"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, body in wanted.items():
            (FOLDER / name).write_text(body, encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")} == wanted


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_is_named_as_its_file_and_says_what_why_and_how_to_mend(code: str) -> None:
    rule = all_rules()[code]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert (RULES / f"{code.replace('-', '_')}.py").exists()
    assert re.search(r"^.+\.\n\nWhy: .+\n\nExample: .+\n\nMend: ", rule.doc, re.DOTALL)
    assert rule.hint
    assert rule.stage in NEEDS
