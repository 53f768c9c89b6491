import time

from generator.model import Problem
from generator.report import Report, Stopwatch, dump_report, load_report, render_report

REPORT = Report(
    articles=12,
    words=3456,
    entities=(("PERSON", 40, 1), ("PLACE", 30, 99), ("ORGANISATION", 20, 50)),
    demonyms=9,
    figures=101,
    dates=44,
    pages=120,
    new=3,
    changed=2,
    removed=1,
    unchanged=1150,
    annotated=2,
    arrived=("Kiew",),
    vanished=("Merkels",),
    merged=(("Putins", "Wladimir Putin"),),
    open_names=("Klitschko",),
    stages=(("read", 0.1), ("annotate", 1.25)),
)


def test_the_table_says_what_the_build_came_to() -> None:
    assert render_report(REPORT).splitlines() == [
        "  articles       12   3,456 words",
        "  people         40   1 mention",
        "  places         30   99 mentions",
        "  organisations  20   50 mentions",
        "  demonyms        9",
        "  figures       101",
        "  dates          44",
        "  pages         120   files: 3 new, 2 changed, 1 removed, 1,150 unchanged",
        "  problems        0",
        "  new           Kiew",
        "  vanished      Merkels",
        "  merged        Putins → Wladimir Putin",
        "  open surnames Klitschko",
        "  seconds       1.35   read 0.10, annotate 1.25",
    ]


def test_long_lists_are_cut() -> None:
    names = tuple(f"N{number}" for number in range(12))
    report = Report(**{f: getattr(REPORT, f) for f in REPORT.__slots__} | {"arrived": names})
    assert "N7, … and 4 more" in render_report(report)


def test_only_severe_problems_fail_a_strict_build() -> None:
    values = {f: getattr(REPORT, f) for f in REPORT.__slots__}
    assert not REPORT.severe
    assert not Report(**values | {"problems": (Problem("a", "b", severe=False),)}).severe
    assert Report(**values | {"problems": (Problem("a", "b"),)}).severe


def test_the_stopwatch_times_stages_in_order() -> None:
    watch = Stopwatch()
    with watch("sleep"):
        time.sleep(0.01)
    with watch("nothing"):
        pass
    assert [name for name, _ in watch.stages] == ["sleep", "nothing"]
    assert watch.stages[0][1] >= 0.01


def test_a_report_is_kept_and_read_again() -> None:
    values = {f: getattr(REPORT, f) for f in REPORT.__slots__}
    report = Report(**values | {"problems": (Problem("a:3", "b", severe=False),)})
    assert load_report(dump_report(report)) == report
    for broken in (b"", b"[]", b"{}", b'{"problems": [1]}'):
        assert load_report(broken) is None
