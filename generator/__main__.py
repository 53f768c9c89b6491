"""The commands. Rooms are imported when a command needs them, so that `--help` answers at once."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator import __version__
from generator.errors import UserError


def run() -> int:
    """Run the command of this process."""
    code = main()
    # What is left is thrown away with the process; looking for cycles in it first would take half a second.
    gc.freeze()
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when all went well, 1 for problems under `--strict` or a fault, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except UserError as error:
        print(f"fundstelle: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output went away; nothing more to say, and nothing to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _build(options: argparse.Namespace) -> int:
    from generator.build import Request, build  # noqa: PLC0415 - see the module's docstring
    from generator.report import render_report  # noqa: PLC0415

    report = build(Request(options.config, options.seeds, options.output, options.jobs), progress=_progress())
    for problem in report.problems:
        print(problem, file=sys.stderr)
    print(render_report(report))
    print(f"\n  {options.output / 'index.html'}")
    return 1 if options.strict and report.severe else 0


def _preview(options: argparse.Namespace) -> int:
    from generator.build import Request  # noqa: PLC0415
    from generator.preview import serve  # noqa: PLC0415

    serve(Request(options.config, options.seeds, options.output, options.jobs), options.port, open_browser=options.open)
    return 0


def _check(options: argparse.Namespace) -> int:
    from generator.check import check  # noqa: PLC0415
    from generator.config import parse_settings  # noqa: PLC0415

    text = options.config.read_text("utf-8") if options.config.is_file() else ""
    problems = check(options.output, parse_settings(text, str(options.config)).settings.base_url)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}")
    return 1 if problems else 0


def _evaluate(options: argparse.Namespace) -> int:
    from generator.evaluate import evaluate, render_evaluation  # noqa: PLC0415
    from generator.gold import read_gold  # noqa: PLC0415
    from generator.reading import recogniser_of  # noqa: PLC0415

    gold = [item for path in options.gold for item in read_gold(path)]
    recognise = recogniser_of(options.config)
    print(render_evaluation(evaluate(gold, recognise), options.errors))
    return 0


def _explain(options: argparse.Namespace) -> int:
    from generator.explain import explain  # noqa: PLC0415
    from generator.reading import Request, read_corpus  # noqa: PLC0415

    request = Request(options.config, options.seeds, jobs=options.jobs)
    corpus, authority, problems = read_corpus(request, progress=_progress())
    for problem in problems:
        print(problem, file=sys.stderr)
    print(explain(" ".join(options.what), corpus, authority), end="")
    return 0


def _judge(options: argparse.Namespace) -> int:
    from generator.model import Problem  # noqa: PLC0415
    from generator.reading import Request, read_corpus, read_text  # noqa: PLC0415
    from generator.resolve import judgements_of, read_corrections, render_judgements  # noqa: PLC0415

    stated = [read_corrections(read_text(path), str(path)) for path in options.files]
    corpus, _, _ = read_corpus(Request(options.config, options.seeds, jobs=options.jobs), progress=_progress())
    judgements, misplaced = judgements_of([row for rows, _ in stated for row in rows], corpus)
    problems: list[Problem] = [*(problem for _, faults in stated for problem in faults), *misplaced]
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        # A row that cannot be read would count as taken out, and its name as none.
        return 1
    print(render_judgements(judgements), end="")
    if not judgements:
        print("nothing differs", file=sys.stderr)
    return 0


def _progress() -> Callable[[str, int, int], None]:
    """Return what shows progress: a line that renews itself on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda _stage, _done, _all: None

    def show(stage: str, done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        print(f"\r  {stage:<14}{done:>6} of {total}", end=end, file=sys.stderr, flush=True)

    return show


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fundstelle",
        description="Turn a folder of articles into a website with people, places and figures highlighted.",
    )
    parser.add_argument("--version", action="version", version=f"fundstelle {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    place = argparse.ArgumentParser(add_help=False)
    _path(place, "--output", "output", "DIR", "where the site is")
    settings = argparse.ArgumentParser(add_help=False)
    _path(settings, "--config", "site.toml", "FILE", "the settings")
    reading = argparse.ArgumentParser(add_help=False, parents=[settings])
    _path(reading, "--seeds", "seeds", "DIR", "the articles")
    cores = os.cpu_count() or 1
    reading.add_argument(
        "--jobs", type=_jobs, default=cores, metavar="N", help="processes at most (default: one a core)"
    )
    making = argparse.ArgumentParser(add_help=False, parents=[place, reading])

    build = commands.add_parser("build", parents=[making], help="bring the site up to date with the articles")
    build.add_argument("--strict", action="store_true", help="exit with 1 when there is a problem")
    build.set_defaults(command=_build)
    preview = commands.add_parser("preview", parents=[making], help="show the site and rebuild it on every change")
    preview.add_argument("--port", type=int, default=8000, metavar="N", help="on 127.0.0.1 (default: 8000)")
    preview.add_argument("--open", action="store_true", help="open a browser")
    preview.set_defaults(command=_preview)
    check = commands.add_parser(
        "check", parents=[place, settings], help="look for broken links and other faults in the site"
    )
    check.set_defaults(command=_check)
    explain = commands.add_parser(
        "explain", parents=[reading], help="tell why a name, or each name of an article, is what it is"
    )
    explain.add_argument(
        "what", nargs="+", metavar="NAME|ARTICLE", help="a name, an article, or one mention: ARTICLE#m-3"
    )
    explain.set_defaults(command=_explain)
    judge = commands.add_parser(
        "judge", parents=[reading], help="turn a corrected export into rules for the authority file"
    )
    judge.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="mentions.csv or W3C annotations, corrected by hand"
    )
    judge.set_defaults(command=_judge)
    evaluate = commands.add_parser(
        "evaluate", parents=[settings], help="score the pipelines on texts with marked names"
    )
    evaluate.add_argument(
        "gold",
        type=Path,
        nargs="+",
        metavar="GOLD",
        help="JSON lines, mentions.csv, Web Annotations, or a folder of them",
    )
    evaluate.add_argument("--errors", type=int, default=20, metavar="N", help="how many errors to show (default: 20)")
    evaluate.set_defaults(command=_evaluate)
    return parser


def _path(parser: argparse.ArgumentParser, name: str, default: str, word: str, what: str) -> None:
    parser.add_argument(name, type=Path, default=Path(default), metavar=word, help=f"{what} (default: {default})")


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of processes; give 1 or more")
    return int(text)


if __name__ == "__main__":
    sys.exit(run())
