"""Jobs shared out: to none, to processes of our own, or to an executor that somebody has.

Each way yields the answers as they come, with the number of the job. A worker that is ended from
outside takes its job with it, which is done once more, after all others; then it is told.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from .work import Done, Job, do, lost

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from queue import SimpleQueue

    _Queue = SimpleQueue[tuple[int, bool, Future[Done]]]

Answers = Generator[tuple[int, Done]]
_FAREWELL = 1.0  # seconds that a process has from shutting its line to its end


def usable_cores() -> int:
    """Return on how many cores this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_sole_thread() -> bool:
    """Return whether no other thread runs here: the system's count, where it is known.

    The module threading knows of those alone that were begun by it, not of a library's own.
    """
    try:
        with os.scandir("/proc/self/task") as tasks:
            return len(list(tasks)) == 1
    except OSError:
        return False


def in_turn(jobs: Sequence[Job]) -> Answers:
    """Do the jobs here, one after the other."""
    for number, job in enumerate(jobs):
        yield number, do(job)
        gc.collect()  # what points at itself would pile up: the command line looks for it rarely


def in_processes(jobs: Sequence[Job], count: int) -> Answers:
    """Do the jobs in that many processes, which end with this generator, however it ends."""
    from multiprocessing.connection import wait

    waiting = deque(range(len(jobs)))
    again: set[int] = set()
    crew: list[_Worker] = []
    try:
        while waiting or not all(one.is_free for one in crew):
            while waiting and (worker := _free(crew, count)):
                number = waiting.popleft()
                worker.take(number, jobs[number])
            ready = wait([one.line for one in crew if not one.is_free])
            for worker in [one for one in crew if one.line in ready]:
                number, done = worker.number, worker.answer()
                if done is None:
                    crew.remove(worker)
                    why = worker.end(_FAREWELL)
                    if number not in again:
                        again.add(number)
                        waiting.append(number)
                        continue
                    done = lost(jobs[number], why)
                yield number, done
    finally:
        for worker in crew:
            worker.end()


def _free(crew: list[_Worker], count: int) -> _Worker | None:
    """Return a worker without a job, a new one while there are not that many."""
    idle = next((one for one in crew if one.is_free), None)
    if idle is None and len(crew) < count:
        idle = _Worker(crew)
        crew.append(idle)
    return idle


def over(executor: Executor, jobs: Sequence[Job], at_once: int = 0) -> Answers:
    """Hand the jobs to an executor, so many at once or all of them."""
    import queue

    waiting = deque((number, False) for number in range(len(jobs)))
    answers: _Queue = queue.SimpleQueue()
    flying: dict[int, Future[Done]] = {}
    try:
        while waiting or flying:
            while waiting and (not at_once or len(flying) < at_once):
                number, is_again = waiting.popleft()
                try:
                    future = executor.submit(do, jobs[number])
                except RuntimeError as refusal:  # it is broken, or shut down
                    yield number, lost(jobs[number], str(refusal))
                    continue
                flying[number] = future
                future.add_done_callback(partial(_put, answers, number, is_again))
            if flying:
                number, is_again, future = answers.get()
                del flying[number]
                error = _error_of(future)
                if error is None:
                    yield number, future.result()
                elif is_again:
                    yield number, lost(jobs[number], f"{type(error).__name__}: {error}")
                else:
                    waiting.append((number, True))
    finally:
        for future in flying.values():
            future.cancel()


def _put(answers: _Queue, number: int, is_again: bool, future: Future[Done]) -> None:
    answers.put((number, is_again, future))


def _error_of(future: Future[Done]) -> BaseException | None:
    from concurrent.futures import CancelledError

    try:
        return future.exception()
    except CancelledError as error:
        return error


class _Worker:
    """A process that does one job after the other."""

    def __init__(self, crew: Sequence[_Worker]) -> None:
        from multiprocessing import get_context

        # a fork has all that is imported, but must not be made beside threads; it also has our
        # ends of the other lines, which it shuts, or nobody would end when we are gone
        forks = is_sole_thread()
        context = get_context("fork" if forks else "spawn")
        self.line, theirs = context.Pipe()
        shut = [self.line, *(one.line for one in crew)] if forks else []
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]  # both have it
            target=_serve, args=(theirs, shut), daemon=True
        )
        self.process.start()
        theirs.close()
        self.number = -1  # of its job; none

    @property
    def is_free(self) -> bool:
        return self.number < 0

    def take(self, number: int, job: Job) -> None:
        """Begin a job; when the process is gone already, its line tells."""
        self.number = number
        with suppress(OSError):
            self.line.send(job)

    def answer(self) -> Done | None:
        """Return what it made, or nothing when it is gone."""
        try:
            done: Done = self.line.recv()
        except (EOFError, OSError):
            return None
        self.number = -1
        return done

    def end(self, patience: float = 0) -> str:
        """End the process, if it has not ended after some seconds, and say how it ended."""
        self.line.close()
        self.process.join(patience)
        self.process.terminate()
        self.process.join()
        code = self.process.exitcode or 0
        return signal.strsignal(-code) or f"signal {-code}" if code < 0 else f"exit code {code}"


def _serve(line: Connection, shut: Sequence[Connection]) -> None:
    """Do what comes along a line until it is shut; Ctrl-C ends this without a word."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    for other in shut:
        other.close()
    gc.freeze()
    with suppress(EOFError, OSError):
        while True:
            line.send(do(line.recv()))
            gc.collect()
