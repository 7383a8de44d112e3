"""Object stores: what is asked of one, and what is told where it does not answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from s3fs import S3FileSystem
from towns import write_towns

import deckgen
from commands import invoked
from deckgen.batches.store import store_at
from deckgen.diagnostics import Diagnostics


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three towns, where the test stands."""
    monkeypatch.chdir(write_towns(tmp_path, 3))
    return tmp_path


def test_no_bucket_is_made_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(_: S3FileSystem, method: str, *_words: Any, **_options: Any) -> dict[str, str]:
        asked.append(method)
        return {"ETag": "1", "UploadId": "1"}

    async def missing(_: S3FileSystem, method: str, *_words: Any, **_options: Any) -> None:
        asked.append(method)
        raise FileNotFoundError(method)

    monkeypatch.setattr(S3FileSystem, "call_s3", answer)
    monkeypatch.setattr(S3FileSystem, "_call_s3", missing)
    found = Diagnostics()
    store = store_at("s3://no-such-bucket/decks", found)
    assert store is not None and store.write("town/a.pptx", b"whole", found)
    assert not list(found)
    assert "complete_multipart_upload" in asked
    assert not [method for method in asked if "bucket" in method]


def test_folders_are_made_where_files_lie_in_folders(tmp_path: Path) -> None:
    found = Diagnostics()
    store = store_at(f"file://{tmp_path}/new/decks", found)
    assert store is not None and store.write("town/a.pptx", b"whole", found)
    assert (tmp_path / "new/decks/town/a.pptx").read_bytes() == b"whole"


class Locked(MemoryFileSystem):  # type: ignore[misc]
    """A store that takes nobody's keys."""

    protocol = "locked"

    def cat_file(self, path: str, **_: Any) -> bytes:
        raise PermissionError(f"no key for {path}")


def test_a_store_that_does_not_answer_is_told(few: Path) -> None:
    fsspec.register_implementation("locked", Locked, clobber=True)
    for call in (deckgen.batch, deckgen.batch_status):
        result = call(output="locked://decks")
        assert [one.code for one in result.diagnostics] == ["store-unusable"]
        assert "decks/manifest.jsonl" in result.diagnostics[0].message
    ran = invoked("batch", "status", "--output", "locked://decks", cwd=few)
    assert ran.returncode == 1
    assert "store-unusable" in ran.stderr and "Traceback" not in ran.stderr
