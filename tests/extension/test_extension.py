"""A package that brings a kind, a chart type, a rule, a language and a data reader, used through the command line."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

import deckgen.extend
from templates import made

ROOT = Path(__file__).parents[2]
PACKAGE = Path(__file__).parent / "example_extension"
MODULES = sorted(path for path in PACKAGE.glob("*.py") if path.stem != "__init__")
ENTRY_POINTS = """\
[deckgen.kinds]
exchange = example_extension.exchange
[deckgen.charts]
leader = example_extension.leader
[deckgen.rules]
question-unanswered = example_extension.question_unanswered
[deckgen.languages]
nb = example_extension.norwegian
[deckgen.readers]
jsonl = example_extension.json_lines
"""
CONTENT = {
    "project.yaml": """\
language: nb
audiences: [board]
organisation: {name: Navigators}
client: {name: BRN}
""",
    "sources.yaml": "survey: Klyngesurvey, 2023\n",
    "data.yaml": """\
datasets:
  answers:
    file: answers.jsonl
    source: survey
    named: false
    columns:
      size: {type: single, options: {small: Liten, large: Stor}}
tabulations:
  size: {data: answers, question: size, statistic: count}
""",
    "answers.jsonl": '{"size": "small"}\n' * 1200 + '{"size": "large"}\n' * 4,
    "figures.yaml": """\
small: {from: size/small, label: Små klynger, source: survey}
large: {from: size/large, label: Store klynger, source: survey}
""",
    "slides.yaml": """\
slides:
  - id: survey.size
    kind: chart
    title: De fleste klynger er små, og ${small} er mange
    chart: leader
    counted: Antal klynger, n = 1204
    data:
      - {label: Liten, value: "${small}"}
      - {label: Stor, value: "${large}"}
    minutes: 5
  - id: survey.exchange
    kind: exchange
    title: Klyngene vil gjerne møtes oftere
    asked: Hvor ofte møtes dere?
    answered: Hvorfor spør dere?
    minutes: 5
""",
    "decks/board.yaml": """\
audience: board
title: Klynger
date: 2023-11-30
minutes: 10
chapters:
  - {id: findings, title: Funn, slides: [survey.size, survey.exchange]}
""",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A content folder, and beside it a folder in which the package is installed."""
    site = tmp_path / "site"
    shutil.copytree(PACKAGE, site / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    about = site / "example_extension-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: example-extension\nVersion: 1.0\n", encoding="utf-8"
    )
    (about / "entry_points.txt").write_text(ENTRY_POINTS, encoding="utf-8")
    for name, text in CONTENT.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def run(project: Path, *words: str) -> tuple[int, dict[str, Any]]:
    """Exit code and document of a command that finds the package installed."""
    paths = (str(project / "site"), str(ROOT / "src"), os.environ.get("PYTHONPATH", ""))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [sys.executable, "-m", "deckgen", *words, "--format", "json"]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout)


def asked(project: Path, *words: str) -> tuple[int, dict[str, Any]]:
    """The same, with the brand that is shipped."""
    return run(project, *words, "--brand", str(ROOT / "assets/_brand.yml"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_an_extension_imports_what_is_promised_and_nothing_else(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    ours = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and "deckgen" in (node.module or "")]
    assert [node.module for node in ours] == ["deckgen.extend"]
    assert {alias.name for alias in ours[0].names} <= set(deckgen.extend.__all__)


def test_a_deck_is_built_with_all_that_the_package_brings(project: Path) -> None:
    code, document = asked(project, "build")
    assert code == 0, document
    assert [one["code"] for one in document["diagnostics"]].count("question-unanswered") == 1
    slides: Any = Presentation(str(project / "output/board.pptx")).slides
    texts = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    assert "Hvorfor spør dere?" in texts
    assert any("1\N{NO-BREAK SPACE}200" in text for text in texts), "numbers are written as the language does"
    assert any(text.startswith("Kilde: ") for text in texts)
    (chart,) = (shape.chart for slide in slides for shape in slide.shapes if shape.has_chart)
    assert [tuple(series.values) for series in chart.plots[0].series] == [(1200.0, 4.0)]


def test_what_the_package_brings_is_offered_to_whoever_writes(project: Path) -> None:
    for room, name in (("kinds", "exchange"), ("charts", "leader")):
        assert name in [one["name"] for one in run(project, room)[1][room]]
        assert [one["name"] for one in run(project, room, name)[1][room]] == [name]
    _, document = run(project, "schema")
    slides = next(project / one["file"] for one in document["files"] if one["file"].endswith("slides.json"))
    assert '"exchange"' in slides.read_text(encoding="utf-8")
    assert run(project, "add", "exchange")[1]["added"]["id"] == "survey.exchange-2"


def test_slides_of_the_package_are_drawn(project: Path) -> None:
    code, document = asked(project, "pictures")
    assert code == 0, document
    drawn = {one["slide"]: (project / one["file"]).read_text(encoding="utf-8") for one in document["files"]}
    assert "Hvorfor spør dere?" in drawn["survey.exchange"]
    assert "Liten" in drawn["survey.size"] and "1\N{NO-BREAK SPACE}200" in drawn["survey.size"]


def test_a_first_deck_is_drafted_in_the_packages_language(project: Path) -> None:
    code, document = run(project, "draft")
    assert code == 0, document
    code, document = asked(project, "build", "utkast")
    assert code == 0, document
    slides: Any = Presentation(str(project / "output/utkast.pptx")).slides
    assert "Hva sier svarene?" in {slide.shapes.title.text_frame.text for slide in slides}


RAISING = "def {name}(*given):\n    raise RuntimeError('out of order')\n"


@pytest.mark.parametrize(
    ("module", "name", "code", "noun"),
    [
        ("exchange", "compose", "broken-kind", "kind `exchange`"),
        ("exchange", "check", "broken-kind", "kind `exchange`"),
        ("leader", "plot", "broken-chart", "chart type `leader`"),
        ("leader", "write", "broken-chart", "chart type `leader`"),
        ("leader", "label_room", "broken-chart", "chart type `leader`"),
        ("question_unanswered", "check", "question-unanswered", "rule `question-unanswered`"),
        ("json_lines", "read", "broken-reader", "reader `jsonl`"),
    ],
)
def test_what_an_extension_raises_is_told_as_its_packages_fault(
    project: Path, module: str, name: str, code: str, noun: str
) -> None:
    with (project / f"site/example_extension/{module}.py").open("a", encoding="utf-8") as file:
        file.write("\n\n" + RAISING.format(name=name))
    status, document = asked(project, "build")
    assert status == 1
    found = [one for one in document["diagnostics"] if one["severity"] == "error"]
    assert [one["code"] for one in found] == [code]
    assert found[0]["message"] == f"the {noun} of the package `example-extension` cannot be used: out of order"
    assert found[0]["file"].startswith("content/")
    assert found[0]["line"]
    assert not (project / "output").exists()


@pytest.mark.parametrize(
    ("module", "code", "kind"),
    [
        ("exchange", "broken-kind", "kind"),
        ("leader", "broken-chart", "chart type"),
        ("question_unanswered", "question-unanswered", "rule"),
        ("norwegian", "broken-language", "language"),
        ("json_lines", "broken-reader", "reader"),
    ],
)
def test_an_extension_that_cannot_be_imported_is_its_packages_fault(
    project: Path, module: str, code: str, kind: str
) -> None:
    (project / f"site/example_extension/{module}.py").write_text("1 / 0\n", encoding="utf-8")
    status, document = asked(project, "build")
    assert status == 1
    found = [one for one in document["diagnostics"] if one["severity"] == "error"]
    assert [one["code"] for one in found] == [code]
    assert found[0]["message"].startswith(f"the {kind} `")
    assert "of the package `example-extension` cannot be used: division by zero" in found[0]["message"]


def test_a_language_that_cannot_say_a_date_is_its_packages_fault(project: Path) -> None:
    module = project / "site/example_extension/norwegian.py"
    module.write_text(module.read_text(encoding="utf-8").replace("{day}.", "{dag}."), encoding="utf-8")
    status, document = asked(project, "build")
    (found,) = (one for one in document["diagnostics"] if one["severity"] == "error")
    assert (status, found["code"]) == (1, "broken-language")
    assert "the language `nb` of the package `example-extension` cannot be used" in found["message"]


@pytest.mark.parametrize(
    ("whole", "broken"),
    [
        ("return word in _VERBS", "return 1 / (word != 'de') and word in _VERBS"),
        ("return word in _VERBS", "return None if word == 'de' else word in _VERBS"),
        ("grunnlag: {base}", "grunnlag: {bas}"),
        ('prose=Prose(_may_be_verb, {"minimum": ("minst", "mer enn"), "maximum": ("høyst", "opptil")}, ())',
         'prose=Prose(_may_be_verb, {}, ("(",))'),
    ],
)  # fmt: skip
def test_a_language_that_fails_on_a_later_word_is_its_packages_fault(project: Path, whole: str, broken: str) -> None:
    module = project / "site/example_extension/norwegian.py"
    said = module.read_text(encoding="utf-8")
    assert whole in said
    module.write_text(said.replace(whole, broken), encoding="utf-8")
    status, document = asked(project, "build")
    (found,) = (one for one in document["diagnostics"] if one["severity"] == "error")
    assert (status, found["code"]) == (1, "broken-language")
    assert "the language `nb` of the package `example-extension` cannot be used" in found["message"]
    assert found["line"]
    assert not (project / "output").exists()


def test_wrong_results_are_told_as_the_packages_fault(project: Path) -> None:
    package = project / "site/example_extension"
    for module, wrong in (
        ("exchange", "def compose(fields, context):\n    return ('no arrangement',)\n"),
        ("leader", "def write(plot, xml):\n    return 1\n"),
        ("json_lines", "def read(data, origin, diagnostics):\n    return None\n"),
        (
            "json_lines",
            "def read(data, origin, found):\n    return sheet_of(origin, [['size'], [1]], [1, 2], found)\n",
        ),
    ):
        before = (package / f"{module}.py").read_text(encoding="utf-8")
        (package / f"{module}.py").write_text(f"{before}\n\n{wrong}", encoding="utf-8")
        status, document = asked(project, "check")
        assert status == 1
        (found,) = (one for one in document["diagnostics"] if one["severity"] == "error")
        assert found["code"] in ("broken-kind", "broken-chart", "broken-reader")
        assert "package `example-extension`" in found["message"]
        (package / f"{module}.py").write_text(before, encoding="utf-8")


def test_a_template_is_inspected_whatever_kinds_are_broken(project: Path) -> None:
    (project / "client.pptx").write_bytes(made("german_names"))
    status, document = run(project, "template", "inspect", "client.pptx")
    assert (status, "exchange" in document["layouts"]["Diagram"]["kinds"]) == (0, True)
    (project / "site/example_extension/exchange.py").write_text("1 / 0\n", encoding="utf-8")
    status, document = run(project, "template", "inspect", "client.pptx")
    assert (status, "exchange" in document["layouts"]["Diagram"]["kinds"]) == (0, False)
