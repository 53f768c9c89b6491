import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.__main__ import main


def test_help_names_the_commands_and_loads_nothing_heavy() -> None:
    code = "import sys\nfrom generator.__main__ import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    for word in ("build", "preview", "check", "evaluate"):
        assert word in done.stdout
    for module in ("'spacy'", "'jinja2'", "'babel'", "'livereload'", "'markdown_it'"):
        assert module not in done.stdout


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"fundstelle {__version__}\n"


def test_a_fault_is_one_line_and_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--seeds", str(tmp_path / "nowhere"), "--output", str(tmp_path / "o")]) == 1
    error = capsys.readouterr().err
    assert error.startswith("fundstelle: ")
    assert error.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--jobs", "0"], ["build", "--jobs", "many"]])
def test_a_wrong_call_is_exit_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


@pytest.mark.parametrize("strict", [False, True])
def test_only_a_strict_build_fails_for_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], strict: bool
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_bytes(b"\x00\x01")
    arguments = [
        "build",
        "--seeds",
        str(tmp_path / "seeds"),
        "--output",
        str(tmp_path / "o"),
        "--config",
        str(tmp_path / "site.toml"),
    ]
    assert main([*arguments, "--strict"] if strict else arguments) == int(strict)
    printed = capsys.readouterr()
    assert "a.txt:" in printed.err
    assert "problems" in printed.out
