"""Content as it stood at a git revision, without touching the work tree.

In: the content folder and brand file of today, and a revision. Out: both as they were, in a folder of the caller's.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path, PurePosixPath

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass

_FROM_OUTSIDE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_BLOB = (b"100644", b"100755")


class GitError(Exception):
    """What git answered where it would not do as asked."""


@dataclass(frozen=True, slots=True)
class Revision:
    """`content` and `brand` are paths; `prefix` is what the repository calls the content folder, with a last /."""

    name: str
    commit: str
    content: Path
    brand: Path
    prefix: str


def read_revision(folder: Path, brand: Path, name: str, into: Path, diagnostics: Diagnostics) -> Revision | None:
    """Content and brand at revision `name`, written below `into`; None where it cannot be had, which is reported.

    A brand that the revision does not hold is today's.
    """
    span = Span(folder.as_posix())
    try:
        prefix = _git(folder, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").strip("\r\n")
    except FileNotFoundError:
        diagnostics.error(
            "no-git", "git is not installed, so no revision can be read", span, "or name an earlier .pptx"
        )
        return None
    except GitError as refused:
        diagnostics.error("not-a-repository", f"the content is in no git repository: {refused}", span)
        return None
    commit = _commit(folder, name)
    if not commit:
        hint = "name a commit, a tag or a branch, as in HEAD~1, or an earlier .pptx"
        diagnostics.error("unknown-revision", f"there is no revision '{name}' in this repository", span, hint)
        return None
    try:
        return _written(folder, brand, Revision(name, commit, into / prefix, brand, prefix), into, diagnostics)
    except (GitError, OSError) as failed:
        diagnostics.error("revision-not-readable", f"the revision '{name}' cannot be read: {failed}", span)
        return None


def _written(folder: Path, brand: Path, revision: Revision, into: Path, diagnostics: Diagnostics) -> Revision | None:
    if not _write(folder, revision.commit, revision.prefix, into):
        message = f"the revision '{revision.name}' has no folder {revision.prefix or '.'}"
        diagnostics.error("revision-without-content", message, Span(folder.as_posix()))
        return None
    return Revision(
        revision.name, revision.commit, revision.content, _old_brand(folder, brand, revision, into), revision.prefix
    )


def _old_brand(folder: Path, brand: Path, revision: Revision, into: Path) -> Path:
    """The brand file at the revision, with what lies beside it; today's where the revision has none."""
    try:
        same = _git(folder, "rev-parse", "--show-toplevel") == _git(brand.parent, "rev-parse", "--show-toplevel")
        prefix = (
            _git(brand.parent, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").strip("\r\n")
            if same
            else None
        )
    except GitError:
        prefix = None
    if prefix is None:
        return brand
    _write(folder, revision.commit, prefix, into, deep=bool(prefix))
    old = into / prefix / brand.name
    return old if old.is_file() else brand


def _commit(folder: Path, name: str) -> str:
    if not name or name.startswith("-"):
        return ""
    try:
        return _git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode("ascii").strip()
    except (GitError, UnicodeDecodeError, ValueError):
        return ""


def _write(folder: Path, commit: str, prefix: str, into: Path, deep: bool = True) -> int:
    """Write the files of the revision below `prefix` as they are stored, and count them; links are left out."""
    recurse = ("-r",) if deep else ()
    listed = _git(folder, "ls-tree", *recurse, "-z", "--full-tree", commit, *((prefix,) if prefix else ()))
    entries = [line.partition(b"\t") for line in listed.split(b"\0") if line]
    blobs = [
        (head.split()[2], name.decode("utf-8", "surrogateescape")) for head, _, name in entries if head[:6] in _BLOB
    ]
    stored = _git(folder, "cat-file", "--batch", given=b"".join(id + b"\n" for id, _ in blobs))
    start = 0
    for _, name in blobs:
        end = stored.index(b"\n", start)
        head = stored[start:end].split()
        if len(head) < 3:  # "<id> missing": a clone may be without it
            raise GitError(f"git does not have {name} as it was then")
        size = int(head[2])
        _put(into, name, stored[end + 1 : end + 1 + size])
        start = end + 1 + size + 1
    return len(blobs)


def _put(into: Path, name: str, data: bytes) -> None:
    target = into / PurePosixPath(name)
    if not target.resolve().is_relative_to(into.resolve()):
        raise GitError(f"the file {name} would lie outside its folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What git prints, run in `folder`. Raises GitError with its reason, FileNotFoundError where there is no git."""
    environment = {name: value for name, value in os.environ.items() if name not in _FROM_OUTSIDE} | {"LC_ALL": "C"}
    command = ["git", "-C", str(folder), *words]
    done = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(said[0].removeprefix("fatal: ") if said else "git gave no reason")
    return done.stdout
