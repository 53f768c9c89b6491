import os
import signal
import subprocess
import sys
from collections.abc import Sequence

import pytest

from generator.errors import UserError
from generator.workers import aside, spread


def _squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("least", [0, 2])
@pytest.mark.parametrize("count", [0, 1, 7, 100])
def test_results_come_in_order_whatever_the_number_of_processes(jobs: int, least: int, count: int) -> None:
    found = [square for run in spread(_squares, range(count), size=7, jobs=jobs, least=least) for square in run]
    assert found == [number * number for number in range(count)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
def test_runs_get_shorter_towards_the_end_so_that_no_process_waits_for_the_last() -> None:
    assert list(spread(len, range(100), size=20, jobs=2, least=4)) == [20, 20, 15, 11, 8, 6, 5, 4, 4, 4, 3]
    assert list(spread(len, range(100), size=40, jobs=1, least=4)) == [40, 40, 20]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
def test_work_is_done_elsewhere_and_may_be_a_closure() -> None:
    here = os.getpid()
    assert all(spread(lambda _run: os.getpid() != here, range(40), size=10, jobs=2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_the_work_is_raised_here(jobs: int) -> None:
    def fail(numbers: Sequence[int]) -> None:
        raise UserError(f"no {numbers[0]}")

    with pytest.raises(UserError, match="no 0"):
        list(spread(fail, range(10), size=2, jobs=jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_done_aside_is_there_when_asked_for(jobs: int) -> None:
    with aside(lambda: b"x" * 1_000_000, jobs=jobs) as found:
        assert len(found()) == 1_000_000


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_aside_is_raised_where_the_result_is_asked_for(jobs: int) -> None:
    def fail() -> None:
        raise UserError("no")

    with aside(fail, jobs=jobs) as found, pytest.raises(UserError, match="no"):
        found()


def test_what_is_done_aside_need_not_be_asked_for() -> None:
    with aside(lambda: b"x" * 1_000_000, jobs=2):
        pass


def _die(_run: Sequence[int] = ()) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
def test_a_process_ended_from_outside_ends_the_work_with_one_line_instead_of_waiting_for_it() -> None:
    with pytest.raises(UserError, match="want of memory"):
        list(spread(_die, range(40), size=10, jobs=2))
    with aside(_die, jobs=2) as found, pytest.raises(UserError, match="want of memory"):
        found()


_INTERRUPTED = """
import os, time
from generator.workers import aside, spread

def work(run):
    os.write(1, b"at work\\n")  # in one piece, whoever else is writing
    time.sleep(60)

try:
    with aside(lambda: work(()), jobs=2):
        list(spread(work, range(40), size=10, jobs=2))
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
def test_an_interrupt_ends_all_processes_at_once_and_without_a_word() -> None:
    command = [sys.executable, "-c", _INTERRUPTED]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout
        assert all(process.stdout.readline() == b"at work\n" for _ in range(3))
        os.killpg(process.pid, signal.SIGINT)
        said, complaints = process.communicate(timeout=20)
    assert (said, complaints) == (b"interrupted\n", b"")
