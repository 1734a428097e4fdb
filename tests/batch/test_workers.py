"""Work that is shared out: the same files and words, whoever does it, whatever becomes of them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from batch.talks import TALK, contents, put, run, said

from deckgen import DeckgenError, Outcome, build_outlines
from deckgen.batch import build, work, workers
from deckgen.batch.work import Done, Job
from deckgen.plugin import Source

ROOT = Path(__file__).parents[2]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is forked")
FORK = "ignore:.*use of fork:DeprecationWarning"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes know what a test replaced: they are forked, though pytest-xdist has a thread."""
    monkeypatch.setattr(workers, "is_sole_thread", lambda: True)


def forked(test: Callable[..., None]) -> Callable[..., None]:
    """Let a test fork beside a thread, of which Python warns from 3.12 on."""
    for mark in (on_linux, pytest.mark.usefixtures("forking"), pytest.mark.filterwarnings(FORK)):
        test = mark(test)
    return test


THREAD = """
import _thread
from deckgen.batch.workers import is_sole_thread
print(is_sole_thread())
lock = _thread.allocate_lock()
lock.acquire()
_thread.start_new_thread(lock.acquire, ())
print(is_sole_thread())
"""


@on_linux
def test_a_thread_of_any_library_is_seen() -> None:
    """One that the module threading does not know, as those of NumPy or pytest-xdist."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", THREAD], env=env, capture_output=True, check=True)
    assert done.stdout.split() == [b"True", b"False"]


def put_many() -> None:
    """Write good outlines, one with a warning, one with an error; the largest is not the first."""
    put("in/a.yaml")
    put("in/b.yaml", "title: 书\ntoppics: x\n")
    put("in/c.yaml", "title: 书\n")
    put("in/d/e.yaml", TALK + "- 更多: [甲, 乙, 丙]\n" * 5)


def test_the_same_bytes_and_words_with_any_number_of_processes() -> None:
    """Told in the order in which they were asked for."""
    put_many()
    alone = said("in", "-o", "one", "--format", "pptx,svg", "--jobs", "1")
    assert ": error: " in alone
    assert ": warning: " in alone
    for jobs in ("2", "7"):
        told = said("in", "-o", jobs, "--format", "pptx,svg", "--jobs", jobs)
        assert told.replace(f"'{jobs}'", "'one'") == alone
        assert contents(jobs) == contents("one")


def test_one_outline_is_shared_by_two_processes() -> None:
    """The deck's files and the map's; pages that open each other know each other all the same."""
    put("talk.yaml", "title: 书\ntopics: [a, b]\nmap: {icons: x}\n")
    formats = ("--format", "svg,html,map.html,pptx")
    failed = said("talk.yaml", *formats, "--jobs", "1")
    assert ": error: " in failed
    assert said("talk.yaml", *formats, "--jobs", "2") == failed
    put("talk.yaml")
    for jobs in ("1", "2"):
        assert (
            said("talk.yaml", "-o", jobs, *formats, "--jobs", jobs)
            == f"4 files written to '{jobs}'\n"
        )
    assert contents("1") == contents("2")
    assert b"talk.map.html" in contents("2")["talk.html"]


def kill(real: Callable[[Job], Done], often: int) -> Callable[[Job], Done]:
    """Return work during which a process is killed, as by a system without memory, for `b`."""

    def do(job: Job) -> Done:
        flags = [Path(f"killed-{number}") for number in range(often)]
        free = [flag for flag in flags if not flag.exists()]
        if job.order.outline == "in/b.yaml" and free:
            free[0].touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return real(job)

    return do


@forked
@pytest.mark.parametrize("often", [1, 2])
def test_a_killed_process_is_replaced_and_its_outline_tried_once_more(
    often: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is killed twice is told; all others are made, and nothing is left behind."""
    for name in "abcd":
        put(f"in/{name}.yaml")
    monkeypatch.setattr(workers, "do", kill(work.do, often))
    told = said("in", "--format", "svg", "--jobs", "2")
    good = ["a.svg", "b.svg", "c.svg", "d.svg"]
    if often == 1:
        assert told == "4 files written to 'output'\n"
    else:
        good.remove("b.svg")
        assert told == (
            "in/b.yaml: error: the process that made this was ended: Killed\n"
            "hint: it may have run out of memory: try it alone, or with --jobs 1\n"
            "3 files written to 'output', 1 error\n"
        )
    assert list(contents()) == good
    assert multiprocessing.active_children() == []


@forked
def test_a_bug_in_a_process_is_told_as_one_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its traceback for -v, and even if the exception cannot travel."""

    class OddError(Exception):
        def __init__(self, one: str, two: str) -> None:
            super().__init__(one + two)

    def open_source(*_: object) -> Source:
        raise OddError("od", "d")

    for name in "ab":
        put(f"in/{name}.yaml")
    monkeypatch.setattr("deckgen.pipeline.files.open_source", open_source)
    monkeypatch.setattr("deckgen.batch.find._is_other", lambda *_: False)
    result = run("in", "--format", "svg", "--jobs", "2")
    line = "this is a bug in deckgen (in 'in/{}.yaml'): OddError: odd;"
    assert [line.format(name) in result.stderr for name in "ab"] == [True, True]
    assert result.exit_code == 1
    assert "open_source" in run("in", "--format", "svg", "--jobs", "2", "-v").stderr


@forked
def test_whoever_stops_listening_ends_the_work() -> None:
    """As Ctrl-C does: no process goes on, and what was written before is in the ledger."""
    for number in range(60):  # more than another process makes until the first is told
        put(f"in/{number:02}.yaml")

    def stop(_: Outcome) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_outlines(["in"], formats=["svg"], jobs=2, tell=stop)
    assert multiprocessing.active_children() == []
    assert "00.svg" in contents()
    statuses = [one.status for one in build_outlines(["in"], formats=["svg"])]
    assert statuses[0] == "up-to-date"
    assert set(statuses) == {"up-to-date", "written"}


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_processes_end_with_the_one_that_began_them(ending: signal.Signals) -> None:
    """On Ctrl-C at once, with exit code 130 and a word; when it is killed, by themselves."""
    for number in range(40):
        put(f"in/{number}.yaml", TALK + "- 更多: [甲, 乙, 丙]\n" * 40)
    command = [sys.executable, "-m", "deckgen", "build", "in", "--jobs", "2"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=env, stderr=pipe, process_group=0) as child:
        while not (made := list(Path().glob("output/*.svg"))):
            assert child.poll() is None
            time.sleep(0.01)
        os.kill(child.pid, ending)
        assert child.stderr is not None
        # the pipe is shut when the last that has it has ended
        told = child.stderr.read()
    assert (told, child.returncode) == (
        (b"interrupted\n", 130) if ending is signal.SIGINT else (b"", -ending)
    )
    assert len(made) < 40
    assert [path.name for path in Path("output").iterdir() if path.suffix == ".tmp"] == []


class _Inline(Executor):
    """Does the work at once; `broken` makes it refuse, `bad` fails the first times of each job."""

    def __init__(self, bad: int = 0, broken: bool = False) -> None:
        self.bad, self.broken = bad, broken
        self.asked: list[str] = []

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]  # as there
        if self.broken:
            raise RuntimeError("cannot schedule new futures after shutdown")
        (job,) = args
        self.asked.append(job.order.outline)
        future: Future[Done] = Future()
        if self.asked.count(job.order.outline) <= self.bad:
            future.set_exception(OSError("the worker is gone"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def outcomes(executor: Executor | None, jobs: int = 0) -> list[tuple[str, str]]:
    found = build_outlines(["in"], formats=["svg"], force=True, executor=executor, jobs=jobs)
    return [(one.input, one.status) for one in found]


ALL = [("in/a.yaml", "written"), ("in/b.yaml", "written"), ("in/c.yaml", "written")]


def test_any_executor_will_do() -> None:
    """Threads, processes that stand in another folder, and whatever has a `submit`."""
    for name in "abc":
        put(f"in/{name}.yaml", f"theme: mine\n{TALK}")
    put("themes/mine.yaml", "extends: ink\n")
    assert outcomes(None, jobs=1) == ALL
    first = contents()
    away = multiprocessing.get_context("spawn")
    with ThreadPoolExecutor(3) as threads:
        assert outcomes(threads) == ALL
    with ProcessPoolExecutor(2, away, initializer=os.chdir, initargs=("/",)) as processes:
        assert outcomes(processes, jobs=2) == ALL
    assert outcomes(_Inline()) == ALL
    assert contents() == first


def test_an_executor_may_fail_once_for_each_job() -> None:
    """Then the outline is told, and its old file is as it was; the others are made."""
    for name in "abc":
        put(f"in/{name}.yaml")
    assert outcomes(_Inline(bad=1), jobs=1) == ALL
    before = contents()
    failing = _Inline(bad=2)
    found = build_outlines(["in"], formats=["svg"], force=True, executor=failing)
    assert [one.status for one in found] == ["failed"] * 3
    words = "in/a.yaml: error: the process that made this was ended: OSError: the worker is gone"
    assert [str(problem) for problem in found[0].problems] == [words]
    assert contents() == before
    assert {status for _, status in outcomes(_Inline(broken=True))} == {"failed"}


def test_a_worker_of_another_release_is_refused() -> None:
    """Its files might differ."""
    put("in/a.yaml")
    batch = build.prepare(["in"], build.Wish())
    done = work.do(Job(batch.orders[0], str(Path.cwd()), "x", version="0.0.1"))
    assert [problem.message for problem in done.made.problems] == [
        f"a worker has deckgen {work.__version__}, and the work is of 0.0.1"
    ]
    assert not done.made.contents


def test_the_front_door_tells_what_became_of_each() -> None:
    """Files with kind and size, problems as values, in the order of the outlines."""
    put_many()
    heard: list[Outcome] = []
    found = build_outlines(["in"], output="out", formats=["pptx", "svg"], tell=heard.append)
    assert heard == found
    assert [(one.input, one.status) for one in found] == [
        ("in/a.yaml", "written"),
        ("in/b.yaml", "failed"),
        ("in/c.yaml", "written"),
        ("in/d/e.yaml", "written"),
    ]
    made = [(one.path, one.kind, one.bytes) for one in found[3].files]
    assert made == [
        (f"out/d/e.{end}", end, len(contents("out")[f"d/e.{end}"])) for end in ("pptx", "svg")
    ]
    assert found[0].seconds > 0
    assert [problem.origin.line for problem in found[1].problems] == [2]
    with pytest.raises(DeckgenError, match="unknown format"):
        build_outlines(["in"], formats=["doc"])


def test_memory_is_flat_where_garbage_is_looked_for_rarely() -> None:
    """As on the command line: a deck's parts point at each other, and would pile up."""
    for number in range(24):
        put(f"in/{number:02}.yaml", TALK + f"- 更多: [甲{number}, 乙, 丙]\n")
    counts: list[int] = []
    thresholds = gc.get_threshold()
    gc.set_threshold(1_000_000, 50, 100)
    try:
        build_outlines(["in"], jobs=1, tell=lambda _: counts.append(len(gc.get_objects())))
    finally:
        gc.set_threshold(*thresholds)
    # an outcome and a line of the ledger stay of each; the parts of a deck were hundreds
    assert (counts[-1] - counts[7]) / (len(counts) - 8) < 60
