"""The pages in docs/codes are what the table of codes says. `--rewrite-golden` writes them anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckgen.checks import all_rules
from deckgen.codes.page import page, table
from deckgen.codes.table import all_codes

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/codes"
RULES = ROOT / "src/deckgen/checks/rules"

HEAD = """\
# Codes

Every message has a code, and every code a page: what is wrong, why that matters, an example, how to mend it.
`deckgen explain CODE` prints the same. How a message is built, and its JSON, stands in
[diagnostics.md](../diagnostics.md).

The files of an example are laid over a project in which nothing is wrong: a YAML file has its keys at the left edge
taken from the example and the others kept. A test runs each of them and holds the code against its page.

## Rules

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
"""
REST = """\
## What no rule finds

Found while reading, building and comparing, and never left out. The rules then look at what could be read; those that
find what is missing wait.
"""


def index() -> str:
    codes = all_codes().values()
    rules = table(code for code in codes if code.stage)
    return "\n".join((HEAD, rules, REST, table(code for code in codes if not code.stage)))


def test_golden_pages_are_what_the_table_says(request: pytest.FixtureRequest) -> None:
    wanted = {f"{code.name}.md": page(code) for code in all_codes().values()} | {"README.md": index()}
    if request.config.getoption("--rewrite-golden"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path in FOLDER.glob("*.md"):
            path.unlink()
        for name, body in wanted.items():
            (FOLDER / name).write_text(body, encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")} == wanted


@pytest.mark.parametrize("name", all_codes())
def test_a_page_says_what_why_and_how_to_mend_in_the_same_way(name: str) -> None:
    code = all_codes()[name]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert code.what[0].isupper() or code.what[0] == "`"
    assert re.search(r"[.)]$", code.what) and "\n\n" not in code.what
    assert code.why and code.fix and (code.example or code.files)


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_is_named_as_its_file_and_its_page_is_its_docstring(code: str) -> None:
    rule = all_rules()[code]
    assert (RULES / f"{code.replace('-', '_')}.py").exists()
    assert re.search(r"^.+\.\n\nWhy: .+\n\nExample: .+\n\nMend: ", rule.doc, re.DOTALL)
    assert rule.hint
    said = " ".join(page(all_codes()[code]).split())
    assert all(" ".join(part.split()) in said for part in rule.doc.strip().split("\n\n"))
