"""Where exercises are found: shipped ones in the package or the repository, others in folders and files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import vaexercise
from vaexercise.definitions import source
from vaexercise.definitions.document import harmless
from vaexercise.definitions.lists import FOLDER, places
from vaexercise.errors import NoSuchFile, Problems, Unknown
from vaexercise.model.text import Text, clean_line, clean_text, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.form import Item

_SUFFIX = ".yaml"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An exercise in a folder, as far as its file can be read. `lists` are the files of the shared lists it names.

    `minutes` is the whole agenda; `broken` is the first thing wrong with a file that is no YAML, else empty.
    """

    id: str
    path: Path
    title: Text = ""
    summary: Text = ""
    language: str = "en"
    minutes: int = 0
    lists: tuple[Path, ...] = ()
    broken: str = ""


def shipped() -> Path:
    """The folder of the exercises that come with the program."""
    return _beside("exercises")


def shipped_examples() -> Path:
    """The folder of the example workshops that come with the program."""
    return _beside("examples")


def _beside(name: str) -> Path:
    package = Path(vaexercise.__file__).parent
    packaged = package / "shipped" / name
    return packaged if packaged.is_dir() else package.parents[1] / name


def files(folder: Path) -> tuple[Path, ...]:
    """The exercise files of a folder, sorted. Translations (`va-monitoring.fr.yaml`) are none."""
    found = folder.glob(f"*{_SUFFIX}")
    return tuple(sorted(path for path in found if path.is_file() and "." not in path.stem))


def entries(folder: Path) -> tuple[Entry, ...]:
    """What a folder offers, sorted by id. Files are read but not checked; a broken one does not hide the others."""
    return tuple(map(entry, files(folder)))


def entry(path: Path) -> Entry:
    """One exercise file, read but not checked."""
    try:
        data = source.load(_bytes(path), path.name).data
    except Problems as error:
        return Entry(id=path.stem, path=path, broken=str(error.problems[0]))
    except NoSuchFile as error:
        return Entry(id=path.stem, path=path, broken=str(error))
    named = sorted({name for _, name in places(data.get("questions"))})
    return Entry(
        id=path.stem,
        path=path,
        title=_text(data.get("title")),
        summary=_text(data.get("summary")),
        language=clean_line(str(data.get("language") or "en")),
        minutes=sum(_minutes(step) for step in data.get("agenda") or () if isinstance(step, dict)),
        lists=tuple(filter(None, (_list_file(name, path) for name in named))),
    )


def _text(written: Any) -> Text:  # noqa: ANN401  any part of a file
    if isinstance(written, dict):
        return {key: clean_text(words) for key, words in written.items() if isinstance(words, str)}
    return clean_text(written) if isinstance(written, str) else ""


def _minutes(step: dict[str, Any]) -> int:
    written = str(step.get("minutes"))
    return int(written) if written.isdecimal() and len(written) < 6 else 0  # noqa: PLR2004  a day has 1,440


def find(name: str, folders: Iterable[Path]) -> Path:
    """The file of an exercise by its name, or by a path to it. Raises `Unknown`."""
    known = {path.stem: path for folder in reversed(list(folders)) for path in files(folder)}
    if name in known:
        return known[name]
    if name.endswith(_SUFFIX) or "/" in name or "\\" in name:
        return _named_file(name)
    near = did_you_mean(name, known)
    hint = f"{near[:1].upper()}{near[1:]} " if near else ""
    raise Unknown(kind="exercise", name=harmless(name), hint=f"{hint}Known are: {', '.join(sorted(known)) or 'none'}.")


def _named_file(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise NoSuchFile(path=harmless(name), reason="it is a folder" if path.is_dir() else "there is no such file")
    return path


def load(path: Path) -> Exercise:
    """An exercise, checked, with its shared lists filled in. Raises `Problems` or `NoSuchFile`."""
    from vaexercise.definitions import schema  # noqa: PLC0415  pydantic only when a definition is read in full

    document = source.load(_bytes(path), path.name)
    exercise = schema.read_exercise(document, lists_beside(path))
    if exercise.id != path.stem:
        facts = {"stem": path.stem, "file": path.name}
        raise Problems([document.problem(("id",), "must be {stem}, as the file {file} is named; change one", facts)])
    return exercise


def lists_beside(path: Path) -> Callable[[str], tuple[Item, ...] | None]:
    """Finds shared lists in the folder `lists` beside a file, then among the shipped ones."""
    from vaexercise.definitions import schema  # noqa: PLC0415  as above

    def items(name: str) -> tuple[Item, ...] | None:
        found = _list_file(name, path)
        return schema.read_list(source.load(_bytes(found), f"{FOLDER}/{found.name}")) if found else None

    return items


def _list_file(name: str, path: Path) -> Path | None:
    """The file of a shared list. Its name is no path: nothing outside the two folders is read."""
    for folder in (path.parent / FOLDER, shipped() / FOLDER):
        for found in folder.glob(f"*{_SUFFIX}"):
            if found.stem == name:
                return found
    return None


def _bytes(path: Path) -> bytes:
    """The content of a file, not much more than a definition may have."""
    try:
        with path.open("rb") as file:
            return file.read(source.LARGEST + 1)
    except OSError as error:
        raise NoSuchFile(path=path, reason=error.strerror) from error
