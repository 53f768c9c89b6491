"""One piece of work over several processes, or one beside another.

By forking, so that the workers see the corpus without a copy being sent to them. Only Linux forks safely enough for that;
elsewhere one process does the work, with the same result.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from signal import SIG_DFL, SIGINT, signal
from typing import Any, TypeVar

from generator.errors import UserError

_T = TypeVar("_T")
_R = TypeVar("_R")

_ENDED = "one of the processes was ended from outside, as a rule for want of memory; try again with fewer --jobs"

_task: tuple[Callable[[Sequence[Any]], Any], Sequence[Sequence[Any]]]


def forks(jobs: int) -> bool:
    """Tell whether so many processes at most are more than this one."""
    return jobs > 1 and sys.platform == "linux"


def spread(
    work: Callable[[Sequence[_T]], _R], items: Sequence[_T], *, size: int, jobs: int, least: int = 0
) -> Iterator[_R]:
    """Yield what `work` returns for each run of `size` items, in order; `work` must not depend on what it did before.

    With `least` the runs get shorter towards the end, down to so many items: then all processes end at about the same time.
    Up to `jobs` processes are started, none for fewer than two of the shortest runs a process. What `work` raises is raised here,
    and `UserError` when a process is ended from outside.
    """
    jobs = min(jobs, -(-len(items) // (least or size)) // 2)
    if not forks(jobs):
        yield from map(work, _cut(items, size))
        return
    runs = _cut(items, size, shares=2 * jobs if least else 0, least=least)
    # With fork these arguments are inherited, not sent.
    pool = ProcessPoolExecutor(jobs, get_context("fork"), initializer=_take, initargs=(work, runs))
    try:
        waiting = deque(pool.submit(_run, number) for number in range(len(runs)))
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise UserError(_ENDED) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _cut(items: Sequence[_T], size: int, *, shares: int = 0, least: int = 0) -> list[Sequence[_T]]:
    """Return runs of `size` items; with `shares` none of more than one in so many of what is left, unless that is below `least`."""
    runs: list[Sequence[_T]] = []
    start = 0
    while start < len(items):
        length = min(size, max((len(items) - start) // shares, least)) if shares else size
        runs.append(items[start : start + length])
        start += length
    return runs


@contextmanager
def aside(work: Callable[[], _R], *, jobs: int) -> Iterator[Callable[[], _R]]:
    """Give what returns the result of `work`, to be asked for once; with two `jobs` or more a process does it meanwhile.

    What `work` raises is raised where the result is asked for, and `UserError` when the process is ended from outside.
    """
    if not forks(jobs):
        yield work
        return
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(here, there, work))
    process.start()
    there.close()
    try:
        yield partial(_listen, here)
    finally:
        here.close()
        process.join()


def _answer(here: Connection, there: Connection, work: Callable[[], object]) -> None:
    here.close()  # so that the other end is known to be gone once nobody listens
    _end_at_once()
    try:
        found: tuple[object, Exception | None] = work(), None
    except Exception as error:  # noqa: BLE001 - raised again where the result is wanted
        found = None, error
    with suppress(BrokenPipeError):  # nobody wants it any more
        there.send(found)


def _listen(here: Connection) -> Any:  # noqa: ANN401 - whatever the work returns
    try:
        found, error = here.recv()
    except EOFError:
        raise UserError(_ENDED) from None
    if error:
        raise error
    return found


def _take(work: Callable[[Sequence[Any]], Any], runs: Sequence[Sequence[Any]]) -> None:
    global _task  # noqa: PLW0603 - a worker process has one task, from its birth
    _task = (work, runs)
    _end_at_once()


def _run(number: int) -> Any:  # noqa: ANN401 - whatever the task returns
    work, runs = _task
    return work(runs[number])


def _end_at_once() -> None:
    """Let an interrupt end this process without a word: who wants to stop the build need not wait for the work of its processes."""
    signal(SIGINT, SIG_DFL)
