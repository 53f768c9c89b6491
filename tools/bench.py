"""Time whole builds: `python -m tools.bench SEEDS`.

Prints, from one run on one machine: bare `nlp.pipe` over the texts the build annotates, a cold build (each in a process of
its own, one core and all cores), a second build with nothing changed, one with one article changed, three in a process that goes on
as the preview does, `fundstelle --help`, peak memory, pages, words a second, faults. Compare the ratios, not the seconds: machines differ, and so does one from minute to minute;
of what the ratio is made of, the better of two is taken.

A run makes and removes 50,000 files. For five minutes after so many were removed ext4 takes up to ten times as long to make new ones,
so leave that much time between two runs, or let TMPDIR name a folder in memory.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import sys, time
from pathlib import Path
from generator.annotate import texts
from generator.model import Source
from generator.ner import load_recogniser
from generator.parse import PARSERS, parse
from generator.text import decode
from generator.files import read_folder
sources = [decode(path, data) for path, data in read_folder(Path(sys.argv[1]), tuple(PARSERS))]
documents = [parse(s, "x", "de").document for s in sources if isinstance(s, Source)]
blocks = {}
for document in filter(None, documents):
    blocks.setdefault(document.metadata.language, []).extend(texts(document))
start = time.perf_counter()
pipelines = {language: load_recogniser("fundstelle", language).nlp for language in blocks}
print("load", time.perf_counter() - start)
words, start = 0, time.perf_counter()
for language, found in blocks.items():
    with pipelines[language].memory_zone():
        for doc in pipelines[language].pipe(found):
            words += len(doc.text.split())
print("pipe", time.perf_counter() - start)
print("words", words)
"""


PREVIEW = """
import sys, time
from pathlib import Path
from generator.build import Request, build
from generator.reading import load_pipeline
folder = Path(sys.argv[1])
request = Request(folder / "site.toml", folder / "seeds", folder / "output", int(sys.argv[2]))
build(request)
load_pipeline(request.config)
for article in sorted(path for path in request.seeds.iterdir() if path.suffix in (".txt", ".md"))[1:4]:
    article.write_text(article.read_text("utf-8") + "\\n\\nAm Montag reiste Angela Merkel nach Lissabon.\\n", "utf-8")
    start = time.perf_counter()
    build(request)
    print(time.perf_counter() - start)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("seeds", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(options.seeds, folder / "seeds")
        bare = _bare(folder)
        one = _build(folder, "one", 1)
        shutil.rmtree(folder / ".fundstelle")
        cold = _build(folder, "two")
        shutil.rmtree(folder / ".fundstelle")
        cold = min(cold, _build(folder, "output"))
        same = _build(folder, "output")
        first, *_, last = sorted(path for path in (folder / "seeds").iterdir() if path.suffix in (".txt", ".md"))
        _change(first)
        other = _build(folder, "output")
        _change(last)
        alone = _build(folder, "output", 1)
        saves = _run([sys.executable, "-c", PREVIEW, str(folder), str(os.cpu_count() or 1)])[1].split()
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        pipe, load, words = min(bare, _bare(folder))
        print(f"bare nlp.pipe         {pipe:5.2f} s  {words / pipe:,.0f} words/s on one core (loading {load:.2f} s)")
        _show("cold build, --jobs 1", one, pipe + load)
        _show("cold build, all cores", cold, pipe + load)
        _show("nothing changed", same)
        _show("one article changed", other)
        _show("the same, --jobs 1", alone)
        print(f"{'preview: three saves':<22}{', '.join(f'{float(s):.2f}' for s in saves)} s each from seen to rebuilt")
        print(f"{'--help':<22}{min(_run([sys.executable, '-m', 'generator', '--help'])[0] for _ in range(3)):5.2f} s")
        print(f"peak memory of a build's largest process: {memory:,.0f} MB")
        seconds, out = _run([sys.executable, "-m", "generator", "check", "--output", str(folder / "output")])
        print(f"check: {out.strip().splitlines()[-1]} in {seconds:.2f} s")


def _bare(folder: Path) -> tuple[float, float, float]:
    """Return seconds of the pipelines alone, of loading them, and the number of words."""
    lines = dict(line.split() for line in _run([sys.executable, "-c", BARE, str(folder / "seeds")])[1].splitlines())
    return float(lines["pipe"]), float(lines["load"]), float(lines["words"])


def _change(article: Path) -> None:
    """Add a paragraph that brings a person, a place, a figure and a date."""
    added = "\n\nAm Montag reiste Angela Merkel mit 42 Journalisten nach Lissabon.\n"
    article.write_text(article.read_text("utf-8") + added, "utf-8")


def _build(folder: Path, output: str, jobs: int = 0) -> tuple[float, str]:
    """Return seconds and report of a build in a process of its own."""
    words = ["--seeds", str(folder / "seeds"), "--output", str(folder / output), "--config", str(folder / "site.toml")]
    return _run([sys.executable, "-m", "generator", "build", *words, *(["--jobs", str(jobs)] if jobs else [])])


def _run(command: list[str]) -> tuple[float, str]:
    os.sync()  # what the last command wrote is the last one's, not this one's
    start = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode and "check" not in command:
        sys.exit(done.stderr)
    return time.perf_counter() - start, done.stdout


def _show(what: str, timed: tuple[float, str], base: float = 0.0) -> None:
    seconds, report = timed
    ratio = f"  {seconds / base:.2f} × bare" if base else ""
    stages = re.search(r"seconds +(.*)", report)
    print(f"{what:<22}{seconds:5.2f} s{ratio}   {stages[1] if stages else ''}")
    if base:
        print(
            "\n".join(
                line for line in report.splitlines() if line and not line.startswith(("  seconds", "  new", "  open"))
            )
        )


if __name__ == "__main__":
    main()
