"""`make kills`: a batch of 98 decks, killed at random ten times and begun again, on every engine.

In: nothing. Out: a line for each engine on standard output, and the exit code 1 where the bytes are not those of one
run that nothing disturbs. On Ray the run that ends it loses a worker besides.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from multiprocessing.context import ForkProcess, SpawnProcess
from pathlib import Path
from typing import Any, Final

from towns import bytes_of, write_towns

import deckgen
from deckgen.model.batch import Outcome

TOWNS: Final = 98
TIMES: Final = 10
ENGINES: Final = (("local", 1), ("local", 2), ("ray", 2))
ACTOR: Final = "ray::RayWorker"


def run(towns: Path, output: Path, jobs: int, engine: str) -> None:
    os.chdir(towns)
    deckgen.batch(output=output, jobs=jobs, engine="ray" if engine == "ray" else "local")


def killed(towns: Path, output: Path, jobs: int, chance: random.Random, engine: str = "local") -> bool:
    """Whether a run, begun in a process of its own, was still going when it was killed, some decks on."""
    begun = SpawnProcess if engine == "ray" else ForkProcess
    process = begun(target=run, args=(towns, output, jobs, engine))
    process.start()
    wanted = decks(output) + chance.randint(1, 5)
    while process.is_alive() and decks(output) < wanted:
        time.sleep(0.002)
    time.sleep(chance.uniform(0, 0.01))
    was_alive = process.is_alive()
    if was_alive and process.pid:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    return was_alive


def decks(output: Path) -> int:
    return len(list(output.rglob("*.pptx")))


def ray_workers(of: int) -> list[int]:
    """The processes of our own actors that are below a process; they are called by what they do."""
    every = {int(one.name): one for one in Path("/proc").iterdir() if one.name.isdigit()}
    parents = {}
    for number, folder in every.items():
        with contextlib.suppress(OSError):
            parents[number] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    return [one for one in parents if _is_below(one, of, parents) and _called(every[one]).startswith(ACTOR)]


def _is_below(process: int, above: int, parents: dict[int, int]) -> bool:
    while process in parents and process != above:
        process = parents[process]
    return process == above


def _called(folder: Path) -> str:
    with contextlib.suppress(OSError):
        return (folder / "cmdline").read_bytes().decode()
    return ""


@contextlib.contextmanager
def cluster() -> Iterator[None]:
    """Ray on this machine, for this process and for those that it begins."""
    ray: Any = import_module("ray")
    path, address = os.environ.get("PYTHONPATH"), os.environ.get("RAY_ADDRESS")
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    told = ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    os.environ["RAY_ADDRESS"] = told.address_info["gcs_address"]
    try:
        yield
    finally:
        ray.shutdown()
        for name, value in (("PYTHONPATH", path), ("RAY_ADDRESS", address)):
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def resumed_in_ray(output: Path) -> int:
    """Run to the end on the cluster, a worker killed in the middle; how many decks were made."""
    made: list[str] = []

    def kill_one(outcome: Outcome, number: int, of: int) -> None:
        made.append(outcome.file)
        if number == of // 2:
            os.kill(ray_workers(os.getpid())[0], signal.SIGKILL)

    assert deckgen.batch(engine="ray", jobs=2, output=output, each=kill_one).ok
    return len(made)


def disturbed(towns: Path, output: Path, engine: str, jobs: int, times: int) -> int:
    """Kill a run so many times and then let it end; how many of the kills found it at work."""
    chance = random.Random(jobs)
    kills = sum(killed(towns, output, jobs, chance, engine) for _ in range(times))
    os.chdir(towns)
    if engine == "ray":
        resumed_in_ray(output)
    else:
        assert deckgen.batch(output=output, jobs=jobs).ok
    return kills


def main() -> int:
    same = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        towns = write_towns(folder / "towns", TOWNS)
        os.chdir(towns)
        assert deckgen.batch(output=folder / "undisturbed").ok
        wanted = bytes_of(folder / "undisturbed")
        for engine, jobs in ENGINES:
            start, output = time.monotonic(), folder / f"{engine}{jobs}"
            with cluster() if engine == "ray" else contextlib.nullcontext():
                kills = disturbed(towns, output, engine, jobs, TIMES)
            is_same = bytes_of(output) == wanted
            same = same and is_same and kills == TIMES
            said = "the same bytes" if is_same else "OTHER BYTES"
            took = time.monotonic() - start
            sys.stdout.write(f"{engine}, {jobs}: killed {kills} times, {len(wanted)} files, {said}, {took:.0f} s\n")
            sys.stdout.flush()
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
