"""A copy of the project in which tests are run, so that no file of anybody changes. In: a name. Out: the copy."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
HOME: Final = ROOT / ".mutants"
SOURCE: Final = Path("src/deckgen")
_LEFT_OUT: Final = (".git", ".venv", ".tools", HOME.name, "output", ".fuzz", ".*_cache", ".hypothesis", "__pycache__")
_OPTIONS: Final = ("-q", "-p", "mutants.plugin", "-p", "no:cacheprovider", "--hypothesis-seed=0")
_HANGS: Final = 7200
_VALID: Final = """#!/bin/sh
echo '{"ok": true, "errors": []}'
"""
"""Stands for the Open XML validator, which takes as long as hundreds of tests."""


@dataclass(frozen=True)
class Tree:
    """One copy, for one run at a time."""

    path: Path

    def pytest(self, *arguments: str, under: tuple[str, ...] = (), seconds: int = 0, **variables: str) -> int:
        """Run tests, which fail where they take longer of the processor; the code that pytest ends with."""
        command = [sys.executable, "-m", *under, "pytest", *_OPTIONS, *arguments]
        found = os.pathsep.join((str(self.path / "src"), str(self.path / "tests")))
        run = subprocess.run(
            command,
            cwd=self.path,
            env={**os.environ, "PYTHONPATH": found, "DECKGEN_OOXML_VALIDATOR": str(self.path / "valid"), **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_HANGS,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)) if seconds else None,
        )
        shutil.rmtree(self.path / ".hypothesis", ignore_errors=True)  # what failed once is no part of the tests
        return run.returncode

    @contextlib.contextmanager
    def changed(self, file: str, text: str) -> Iterator[None]:
        """Another text in a file for a while; its time comes back too, so that what was compiled of it is good."""
        path = self.path / file
        before, times = path.read_bytes(), path.stat()
        path.write_text(text, encoding="utf-8")
        try:
            yield
        finally:
            path.write_bytes(before)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def copy(name: str) -> Tree:
    """The project as it stands, compiled, so that each run begins at once."""
    path = HOME / name
    shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(ROOT, path, symlinks=True, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    (path / ".tools").symlink_to(ROOT / ".tools")
    (path / "output").mkdir()
    (path / "valid").write_text(_VALID, encoding="utf-8")
    (path / "valid").chmod(0o755)
    tree = Tree(path)
    tree.pytest("--collect-only", PYTHONDONTWRITEBYTECODE="")
    return tree
