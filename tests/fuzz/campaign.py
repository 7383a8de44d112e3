"""Many inputs to one target, each bounded. In: a target, a seed, how many and how long. Out: findings, made small.

Inputs are run in a child of this process, which cannot harm it: one that hangs is ended, and one that dies or takes
too much memory is a finding as an exception is.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import resource
import shutil
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final

from fuzz import package_mutations, text_mutations
from fuzz.bases import Files
from fuzz.targets import TARGETS

SECONDS: Final = 20
MEMORY: Final = 1_500_000_000
_MOST_EDITS: Final = 4
_HANG: Final = "hang: "
_PACKAGES: Final = (".pptx", ".potx", ".xlsx")


@dataclass(frozen=True, slots=True)
class Edit:
    """One mutation of one file, which its seed decides."""

    file: str
    seed: int


@dataclass(frozen=True, slots=True)
class Input:
    """One input: its target, its number under the seed, and what is changed in the base that these decide."""

    target: str
    seed: int
    number: int
    edits: tuple[Edit, ...]

    def files(self) -> Files:
        made = dict(TARGETS[self.target].base(_random(self)))
        for edit in self.edits:
            mutate = package_mutations.mutated if edit.file.endswith(_PACKAGES) else text_mutations.mutated
            made[edit.file] = mutate(made[edit.file], Random(edit.seed))
        return made


@dataclass(frozen=True, slots=True)
class Finding:
    """What an input did: `sign` is the same for the same fault, `told` is all that is known."""

    input: Input
    sign: str
    told: str

    def save(self, folder: Path) -> Path:
        """The files of the input with what is known of it beside them, to be looked at and run again."""
        name = f"{self.input.target}-{self.input.seed}-{self.input.number}"
        shutil.rmtree(folder / name, ignore_errors=True)
        write(self.input.files(), folder / name)
        again = f"python -m fuzz {self.input.target} --seed {self.input.seed} --only {self.input.number}"
        (folder / name / "finding.txt").write_text(f"{self.sign}\n\n{again}\n\n{self.told}", "utf-8", "replace")
        return folder / name


def _random(one: Input) -> Random:
    return Random(f"{one.target}/{one.seed}/{one.number}")


def drawn(target: str, seed: int, number: int) -> Input:
    """The input of a number: the same each time."""
    empty = Input(target, seed, number, ())
    files = sorted(filter(TARGETS[target].changed, empty.files()))
    random = Random(f"edits/{target}/{seed}/{number}")
    count = min(1 + int(random.expovariate(1)), _MOST_EDITS)
    return replace(empty, edits=tuple(Edit(random.choice(files), random.getrandbits(48)) for _ in range(count)))


def run(target: str, seed: int, numbers: Sequence[int], seconds: float = 1e9) -> Iterator[Finding | None]:
    """What each input does, None where it is survived, until the time is up; one fault is found once."""
    end, known = time.monotonic() + seconds, set[str]()
    with _Child() as child:
        for number in numbers:
            if time.monotonic() > end:
                return
            one = drawn(target, seed, number)
            sign, told = child.outcome(one)
            if sign.startswith(_HANG):  # a busy machine may hold up once what is quick when it is asked again
                sign, told = child.outcome(one)
            if not sign or sign in known:
                yield None
                continue
            known.add(sign)
            yield _smallest(Finding(one, sign, told), child)


def _smallest(finding: Finding, child: _Child) -> Finding:
    """The same fault with as few edits as show it."""
    for edit in finding.input.edits:
        fewer = replace(finding.input, edits=tuple(one for one in finding.input.edits if one is not edit))
        sign, told = child.outcome(fewer)
        if sign == finding.sign:
            finding = Finding(fewer, sign, told)
    return finding


class _Child:
    """A process that runs inputs, begun anew when one ends it."""

    def __enter__(self) -> _Child:
        self._begin()
        return self

    def __exit__(self, *problem: object) -> None:
        self._end()

    def outcome(self, one: Input) -> tuple[str, str]:
        """The sign of what went wrong and all that is told of it; two empty texts where nothing did."""
        self._pipe.send(one)
        try:
            if self._pipe.poll(SECONDS):
                sign, told = self._pipe.recv()
                return sign, told
            sign = f"{_HANG}over {SECONDS} seconds"
        except EOFError:
            self._process.join(5)
            sign = f"the process ended with {self._process.exitcode}"
        self._end()
        self._begin()
        return sign, ""

    def _begin(self) -> None:
        fork = multiprocessing.get_context("fork")
        self._pipe, theirs = fork.Pipe()
        self._process = fork.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def _end(self) -> None:
        self._pipe.close()
        if self._process.is_alive():
            self._process.kill()
        self._process.join()


def _serve(pipe: Connection) -> None:
    """Run inputs as they come, until the other end closes."""
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))
    while True:
        try:
            one = pipe.recv()
        except EOFError:
            os._exit(0)
        pipe.send(_outcome(one))


def _outcome(one: Input) -> tuple[str, str]:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as made:
        write(one.files(), Path(made))
        os.chdir(made)
        said = io.StringIO()
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                TARGETS[one.target].call()
        except BaseException as problem:  # whatever it is, it is what is looked for
            return _sign(problem), "".join(traceback.format_exception(problem))[-6000:]
        finally:
            os.chdir("/")
    return ("printed", said.getvalue()) if said.getvalue() else ("", "")


def _sign(problem: BaseException) -> str:
    """The exception and the function of ours that it came out of."""
    ours = [frame for frame in traceback.extract_tb(problem.__traceback__) if "/deckgen/" in frame.filename]
    place = f"{Path(ours[-1].filename).name}:{ours[-1].name}" if ours else "outside"
    return f"{type(problem).__name__} in {place}"


def write(files: Files, folder: Path) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
