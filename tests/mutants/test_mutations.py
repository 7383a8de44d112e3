"""The small bugs that are put in on purpose are bugs: each changes what is done, and nothing is changed but code."""

from __future__ import annotations

import ast

import pytest

from mutants.coverage_map import CoverageMap
from mutants.mutations import lines_in_functions, mutations
from mutants.sampling import sample
from mutants.trees import ROOT
from mutants.trials import rounds


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("a < b", {"a <= b", "a > b"}),
        ("æ == b", {"æ != b"}),
        ("a not in b", {"a in b"}),
        ("a and b", {"a or b", "a", "b"}),
        ("not a", {"a"}),
        ("a - b", {"a + b"}),
        ("a + 'text'", set()),
        ("min(x)", {"max(x)"}),
        ("sorted(x)", {"list(x)"}),
        ("a.strip()", {"a.lstrip()"}),
        ("f(a, b)", {"f(b, a)"}),
        ("f(a, 'b')", set()),
        ("a if b else c", {"c if b else a"}),
        ("7", {"8", "6"}),
        ("0.5", {"1.0", "0.25"}),
        ("0.0", {"1.0"}),
        ("True", {"False"}),
        (
            "[a for a in b if c]",
            {"[a for a in list(b)[:1] if c]", "[a for a in list(b)[1:] if c]", "[a for a in b if not c]"},
        ),
        ("'7' + f'{a + 1}'", set()),
    ],
)
def test_each_operation_is_turned_into_its_likes(code: str, after: set[str]) -> None:
    made = {ast.unparse(ast.parse(one.applied(f"x = {code}"))) for one in mutations(f"x = {code}")}
    assert made == {f"x = {one}" for one in after}


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("def f():\n    raise a", {"pass"}),
        ("def f():\n    return a", {"return None"}),
        ("def f():\n    return None", set()),
        ("for a in b:\n    continue", {"break", "list(b)[:1]", "list(b)[1:]"}),
        ("for a in b:\n    break", {"continue", "list(b)[:1]", "list(b)[1:]"}),
        ("while a:\n    a -= b", {"not a", "pass"}),
        ("if a:\n    f(a)", {"not a", "pass"}),
        ("@f(1)\nclass A(B[1]):\n    a: C[1]", set()),
    ],
)
def test_each_statement_that_does_something_is_left_out_or_turned(code: str, after: set[str]) -> None:
    assert {
        one.after.removeprefix("(").removesuffix(")").replace("not (a)", "not a") for one in mutations(code)
    } == after


def test_every_mutant_of_a_sample_is_other_code() -> None:
    mutants = sample(3, 40, "src/deckgen/layout")
    assert len({(one.file, one.mutation.line) for one in mutants}) == 40 and mutants == sample(
        3, 40, "src/deckgen/layout"
    )
    for mutant in mutants:
        before, after = (ROOT / mutant.file).read_text(encoding="utf-8"), mutant.text
        assert ast.dump(ast.parse(before)) != ast.dump(ast.parse(after)), str(mutant)


def test_lines_of_functions_are_told_from_those_that_an_import_runs() -> None:
    assert lines_in_functions("A = 1\n\n\ndef f(a=1):\n    if a:\n        return a\n    return 2\n\n\nB = 2\n") == {
        5,
        6,
        7,
    }


def test_the_quickest_tests_come_first_and_those_that_take_too_long_are_left_out() -> None:
    known = CoverageMap({}, {"a.py::slow": 40, "b.py::one": 4, "b.py::two": 5, "c.py::longest": 200})
    ordered = known.in_order(known.seconds, {})
    assert ordered == ["b.py::one", "b.py::two", "a.py::slow", "c.py::longest"]
    assert [part for part, _ in rounds(ordered, known)] == [["b.py::one", "b.py::two"], ["a.py::slow"]]


def test_the_most_specific_tests_come_first() -> None:
    known = CoverageMap({}, {"a.py::all": 1, "b.py::this": 2, "b.py::more": 1})
    assert known.in_order(known.seconds, {"a.py::all": 9, "b.py::this": 1, "b.py::more": 2}) == [
        "b.py::this",
        "b.py::more",
        "a.py::all",
    ]
