"""One piece of work over several processes.

By forking, so that the workers see the corpus without a copy being sent to them. Only Linux forks safely enough for that;
elsewhere one process does the work, with the same result.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from typing import Any, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")

_task: tuple[Callable[[Sequence[Any]], Any], Sequence[Sequence[Any]]]


def spread(work: Callable[[Sequence[_T]], _R], items: Sequence[_T], *, size: int, jobs: int) -> Iterator[_R]:
    """Yield what `work` returns for each run of `size` items, in order; `work` must not depend on what it did before.

    Up to `jobs` processes are started, none for fewer than two runs a process. What `work` raises is raised here.
    """
    runs = [items[start : start + size] for start in range(0, len(items), size)]
    jobs = min(jobs, len(runs) // 2) if sys.platform == "linux" else 1
    if jobs < 2:
        yield from map(work, runs)
        return
    # With fork these arguments are inherited, not sent.
    with get_context("fork").Pool(jobs, initializer=_take, initargs=(work, runs)) as pool:
        yield from pool.imap(_run, range(len(runs)))


def _take(work: Callable[[Sequence[Any]], Any], runs: Sequence[Sequence[Any]]) -> None:
    global _task  # noqa: PLW0603 - a worker process has one task, from its birth
    _task = (work, runs)


def _run(number: int) -> Any:  # noqa: ANN401 - whatever the task returns
    work, runs = _task
    return work(runs[number])
