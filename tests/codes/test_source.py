"""Every code in the source has a page, and every page is about a code that something reports.

A code is what is passed as `code` to whatever takes a `code` and a `message` or a `hint`: it is written out there, or
comes from a diagnostic that somebody else made.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from deckgen.checks import all_rules
from deckgen.codes.table import all_codes

SOURCE = Path(__file__).parents[2] / "src/deckgen"
TOLD_WITH = {"message", "hint"}
"""What stands beside `code` where something is told, and not where it is the code of a language or of an answer."""
NAMED_BY_FILE = "checks/engine/discovery.py"
"""A rule's code is the name of its file: it comes with the rule."""


@cache
def trees() -> dict[str, ast.Module]:
    paths = [path.relative_to(SOURCE).as_posix() for path in sorted(SOURCE.rglob("*.py"))]
    others = (path for path in paths if not path.startswith("codes/"))
    return {path: ast.parse((SOURCE / path).read_text(encoding="utf-8")) for path in others}


def fields(node: ast.ClassDef | ast.FunctionDef) -> dict[str, ast.expr | None]:
    """The parameters of a function, or the fields of a dataclass, each with its default."""
    if isinstance(node, ast.ClassDef):
        told = [part for part in node.body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)]
        return {part.target.id: part.value for part in told if isinstance(part.target, ast.Name)}
    names = [one.arg for one in node.args.args if one.arg != "self"]
    defaults: list[ast.expr | None] = [None] * (len(names) - len(node.args.defaults))
    return dict(zip(names, [*defaults, *node.args.defaults], strict=True))


@cache
def takers() -> dict[str, int]:
    """What takes a code, by name, and at which place. What is private has its module's name before its own."""
    found: dict[str, int] = {}
    for module, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name != "__init__":
                inits = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
                names = list(fields(inits[0] if isinstance(node, ast.ClassDef) and inits else node))
                if "code" in names and TOLD_WITH.intersection(names):
                    found[known_as(node.name, module)] = names.index("code")
    return found


def known_as(name: str, module: str) -> str:
    return f"{module} {name}" if name.startswith("_") else name


def passed() -> Iterator[tuple[str, ast.expr]]:
    """Every expression that is passed as a code, with its place, and the defaults of what takes one."""
    for module, tree in trees().items():
        for node in ast.walk(tree) if module != NAMED_BY_FILE else ():
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and known_as(node.name, module) in takers():
                default = fields(node).get("code")
                if default is not None:
                    yield f"{module}:{node.lineno}", default
            if isinstance(node, ast.Call):
                yield from ((f"{module}:{node.lineno}", code) for code in _code_of(node, module))


def _code_of(call: ast.Call, module: str) -> Iterator[ast.expr]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = takers().get(known_as(called, module))
    if place is not None:
        yield from (one.value for one in call.keywords if one.arg == "code")
        yield from call.args[place : place + 1]


def literals(code: ast.expr) -> list[str] | None:
    """The codes that an expression may be; None where it is neither written out nor a code that was handed on."""
    match code:
        case ast.Constant(value=str(said)):
            return [said] if said else []
        case ast.IfExp(body=one, orelse=other) | ast.BoolOp(values=[one, other]):
            both = literals(one), literals(other)
            return None if None in both else [said for part in both for said in part or ()]
        case ast.Attribute(attr="code") | ast.Name(id="code"):
            return []
    return None


def reported() -> set[str]:
    return {said for _, code in passed() for said in literals(code) or ()}


def test_codes_are_taken_where_they_are_told() -> None:
    assert {"error", "warning", "Diagnostic", "Fault", "Misfit", "RefusedError", "refuse"} <= takers().keys()


def test_every_code_is_written_out_where_it_is_reported() -> None:
    assert [f"{place}: {ast.unparse(code)}" for place, code in passed() if literals(code) is None] == []


def test_every_code_in_the_source_has_a_page() -> None:
    assert sorted(reported() - all_codes().keys()) == [], "write a Code in codes/entries; CONTRIBUTING.md says how"


def test_every_page_is_about_a_code_that_something_reports() -> None:
    rules = {code for code, rule in all_rules().items() if not rule.package}
    assert sorted(all_codes().keys() - reported() - rules) == []


def test_a_build_reads_no_page() -> None:
    said = "import sys, deckgen.cli.build, deckgen.cli.check, deckgen.checks; deckgen.checks.all_rules()"
    said += "; print([name for name in sys.modules if name.startswith('deckgen.codes')])"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"
