"""What tests of several rooms share."""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from goldens import Held, hold, hold_part

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "harbours"
EXAMPLE_BRAND = ROOT / "assets" / "brands" / "morksund" / "_brand.yml"
LONGEST = ("test_stress.py", "test_ladder.py", "test_ray.py", "test_likeness.py", "test_resuming.py")
HANGS = 1200
"""Seconds after which LibreOffice is taken to hang; on a busy machine the longest deck takes it five minutes."""
VALIDATOR_VARIABLE = "DECKGEN_OOXML_VALIDATOR"
SYSTEM_LOCALE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
    "<value>{}</value></prop></item></oor:items>"
)
"""What LibreOffice keeps of its user's system, whose separators it else puts into numbers."""

# How long an example takes says more of what else the machine does than of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Fail where what is inside takes more than that of the processor.

    It is for work that must not explode: the limit is many times what the work takes, so that a busy machine passes.
    """
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds


def _validator() -> Path:
    named = os.environ.get(VALIDATOR_VARIABLE)
    if named:
        return Path(named)
    modules = ROOT / ".tools" / "node_modules" / "@xarsh"
    found = sorted(modules.glob("ooxml-validator-*/ooxml-validator*"))
    if not found:
        pytest.fail(f"the Open XML validator is not installed: run `make test`, or name it in {VALIDATOR_VARIABLE}")
    return found[0]


@pytest.fixture(scope="session")
def validate() -> Callable[[Path], list[str]]:
    """The errors that the Open XML SDK finds in a file, as `part: description`."""
    binary = _validator()

    def errors(path: Path) -> list[str]:
        run = subprocess.run([binary, path], capture_output=True, text=True, check=False, timeout=120)
        said = json.loads(run.stdout)
        found = [f"{error['path']} {error['xPath']}: {error['description']}" for error in said["errors"]]
        return found or ([] if said["ok"] else ["the validator refused the file without a reason"])

    return errors


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="accept the golden frames as they are now")


@pytest.fixture
def held(request: pytest.FixtureRequest) -> Held:
    """Hold a text against its golden file, which a person has read; `make golden` accepts it as it is now."""

    return partial(hold, rewrite=request.config.getoption("--rewrite-golden"))


@pytest.fixture
def rules_said(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """What rules say in a test is held against its part of the golden text of its file."""
    from planted import SAID

    SAID.clear()
    yield
    told = "".join(f"{one}\n".replace(str(tmp_path), "folder") for one in SAID)
    rewrite = request.config.getoption("--rewrite-golden")
    hold_part(f"rules/{request.path.stem}.txt", request.node.name, told, rewrite)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests begin first, so that no worker is left with one when the others have done all."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


def pytest_collection_finish() -> None:
    """Garbage is looked for seldom, and never in what was imported and collected, which lives to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What a proof measured is printed, whatever worker it ran on."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, value in report.user_properties:
                if name == "figures":
                    terminalreporter.write_line(str(value))


@pytest.fixture(scope="session")
def built_decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The shipped content, built as its user would: deck name → file."""
    target = tmp_path_factory.mktemp("decks")
    command = [sys.executable, "-m", "deckgen", "build", "--output", str(target)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return {file.stem: file for file in sorted(target.glob("*.pptx"))}


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice's own command; a test that needs it fails without it."""
    found = shutil.which("soffice")
    if not found:
        pytest.fail("LibreOffice is not installed: run `make test`")
    return found


@pytest.fixture(scope="session")
def to_pdfs(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Path]]:
    """Convert decks with one LibreOffice, in a profile of its own; with `locale`, as its user's system has it.

    Each call has a folder of its own: decks of one name, on another brand say, leave each other's PDF alone.
    """
    made = tmp_path_factory.mktemp("pdf")

    def convert(*decks: Path, locale: str = "") -> list[Path]:
        folder = made / locale
        own = folder / "profile"
        if locale and not own.exists():
            (own / "user").mkdir(parents=True)
            (own / "user" / "registrymodifications.xcu").write_text(SYSTEM_LOCALE.format(locale), encoding="utf-8")
        profile, target = f"-env:UserInstallation={own.as_uri()}", tmp_path_factory.mktemp("converted")
        command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(target), *map(str, decks)]
        subprocess.run(command, check=True, capture_output=True, timeout=HANGS)
        return [target / f"{deck.stem}.pdf" for deck in decks]

    return convert


@pytest.fixture(scope="session")
def to_pdf(to_pdfs: Callable[..., list[Path]]) -> Callable[[Path], Path]:
    """Convert one deck."""
    return lambda deck: to_pdfs(deck)[0]


@pytest.fixture(scope="session")
def rendered_decks(built_decks: dict[str, Path], to_pdfs: Callable[..., list[Path]]) -> dict[str, Path]:
    """The shipped decks as LibreOffice draws them, once for all tests that look: deck name → PDF."""
    return dict(zip(built_decks, to_pdfs(*built_decks.values()), strict=True))
