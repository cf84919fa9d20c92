"""Both ways of installing carry the exercises and the examples."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*words: object, cwd: Path) -> str:
    """What a command prints; it must succeed."""
    done = subprocess.run(list(map(str, words)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def clean_python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a clean environment with the wheel; other libraries are lent by ours, ours alone is not."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"))
    words = ["-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet"]
    run(sys.executable, *words, wheel, cwd=folder)
    return python


def test_wheel_carries_its_data(wheel: Path) -> None:
    """Exercises, lists, examples, templates, fonts, the type marker and the licences are in the wheel."""
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "vaexercise/py.typed",
        "vaexercise/shipped/exercises/va-monitoring.yaml",
        "vaexercise/shipped/exercises/va-coordination.yaml",
        "vaexercise/shipped/exercises/lists/actors-va.yaml",
        "vaexercise/shipped/examples/geneva-2012/participants.csv",
        "vaexercise/report/templates/page.html.j2",
        "vaexercise/report/typesetting/template/1-page.typ",
        "vaexercise/report/fonts/SourceSans3-Bold.ttf",
        "vaexercise/report/fonts/OFL-Vazirmatn.txt",
    ):
        assert wanted in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_wheel_runs_the_whole_day(clean_python: Path, tmp_path: Path) -> None:
    """Installed from the wheel, the program lists its exercises and runs the demo on its own copy of the example."""
    where = run(clean_python, "-c", "import vaexercise; print(vaexercise.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(clean_python.parents[1])
    listed = run(clean_python, "-m", "vaexercise", "exercise", "list", cwd=tmp_path)
    assert "va-monitoring" in listed
    shown = run(clean_python, "-m", "vaexercise", "demo", "day", cwd=tmp_path)
    assert "Written: day/output/summary.html" in shown.replace("\\", "/")
    assert (tmp_path / "day" / "output" / "summary.html").stat().st_size > 10_000


def test_editable_installation_finds_the_same(tmp_path: Path) -> None:
    """From the working copy, exercises and examples are those of the repository."""
    code = "from vaexercise.definitions import library as l; print(l.shipped(), l.shipped_examples(), sep='\\n')"
    assert run(sys.executable, "-c", code, cwd=tmp_path).split() == [str(ROOT / "exercises"), str(ROOT / "examples")]
    assert "va-coordination" in run(sys.executable, "-m", "vaexercise", "exercise", "list", cwd=tmp_path)
