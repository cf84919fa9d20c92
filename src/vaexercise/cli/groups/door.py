"""Groups without a workshop: lists and rules in files, seats out to a file."""

from __future__ import annotations

import csv
import io
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from vaexercise.grouping.rounds.rounds import Rounds
    from vaexercise.model.people import Participant
    from vaexercise.model.rules import Rule
    from vaexercise.workshop.people.drawing import Wish


def rules_of(spread: Sequence[str], file: Path | None) -> tuple[Rule, ...]:
    """The rules of a YAML file, then attributes to spread, each as NAME or NAME:WEIGHT."""
    return (*(_written(file) if file else ()), *map(_spread, spread))


def _written(file: Path) -> tuple[Rule, ...]:
    from vaexercise.cli.opening import read_file
    from vaexercise.definitions import schema, source

    return schema.read_rules(source.load(read_file(file), file.name, top=list))


def _spread(word: str) -> Rule:
    from vaexercise.errors import Refused
    from vaexercise.model.rules import Spread

    name, colon, weight = word.rpartition(":")
    if not colon:
        return Spread(by=word)
    if not (weight.isdecimal() and 0 < len(weight) <= 6 and int(weight) > 0 and name):  # noqa: PLR2004  no such weight
        raise Refused(reason=f"“{word}”: after the colon comes a weight, a whole number from 1.")
    return Spread(by=name, weight=int(weight))


def rules_on_people(
    apart: Sequence[str], together: Sequence[str], fix: Sequence[str], find: Callable[[str], str]
) -> tuple[Rule, ...]:
    """Rules from the command line: `A,B` apart or together, `A=2` fixed; `find` gives the id for a name."""
    from vaexercise.errors import Refused
    from vaexercise.model.rules import Apart, Fixed, Together

    rules: list[Rule] = []
    for option, kind, words in (("--apart", Apart, apart), ("--together", Together, together)):
        for word in words:
            named = [find(part.strip()) for part in word.split(",") if part.strip()]
            if len(named) < 2:  # noqa: PLR2004  a rule on two people
                raise Refused(reason=f"{option} {word}: name at least two people, with a comma between them.")
            rules.append(kind(people=tuple(named), origin=option))
    for word in fix:
        name, _, group = word.rpartition("=")
        if not (name and group.strip().isdecimal() and len(group) < 6):  # noqa: PLR2004  no such group
            raise Refused(reason=f"--fix {word}: write a person, =, and the number of a group, such as --fix Ada=2.")
        rules.append(Fixed(person=find(name.strip()), group=int(group), origin="--fix"))
    return tuple(rules)


def draw_list(
    file: Path,
    output: Path | None,
    wish: Wish,
    *,
    size: int | None,
    met: Sequence[Path],
    named: tuple[Sequence[str], Sequence[str], Sequence[str]],
) -> None:
    """Draw groups of a list in a file and write them to a file; nothing is recorded."""
    from vaexercise.cli import say
    from vaexercise.errors import Refused
    from vaexercise.grouping.rounds.rounds import assign_rounds
    from vaexercise.workshop.people.drawing import member, nobody_alone
    from vaexercise.workshop.people.participants import find_person

    if output is None:
        raise Refused(reason="Say where to write the groups: --output FILE.csv")
    people = _people(file)
    count = wish.groups or (-(-len(people) // size) if size else 0)
    if not count:
        raise Refused(reason="Say how many groups: --groups N")
    nobody_alone(len(people), count)
    rules = (*wish.rules, *rules_on_people(*named, lambda word: find_person(people, word).id))
    found = assign_rounds(
        [member(person) for person in people],
        count,
        rules,
        wish.seed,
        rounds=wish.rounds,
        effort=wish.effort,
        met=met_in(met),
        cap=wish.cap,
        lean="mixing" if wish.mixing_first else "balance",
    )
    write(output, found)
    for sentence in [outcome.sentence for outcome in found.rounds[0].outcomes]:
        say.note(sentence)
    if wish.rounds > 1:
        say.note(found.mixing.sentence)
    say.result(str(output))


def _people(file: Path) -> list[Participant]:
    """The people of a list; their id is that of the list, else their name. Raises `Problems`."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import read_file
    from vaexercise.errors import Problems
    from vaexercise.model.people import Participant
    from vaexercise.people.roll import read_people
    from vaexercise.people.table import read_table

    intake = read_people(read_table(read_file(file), file.name), ())
    for notice in intake.notices:
        say.note(notice)
    if intake.problems:
        raise Problems(intake.problems)
    return [
        Participant(id=entry.id or entry.name, name=entry.name, attributes=entry.attributes, sensitive=entry.sensitive)
        for entry in intake.entries
    ]


def met_in(files: Sequence[Path]) -> list[tuple[str, str]]:
    """Pairs who sat together, from files with the columns round, group and id, once for each time."""
    return [pair for file in files for pair in _met(file)]


def _met(file: Path) -> Iterator[tuple[str, str]]:
    from vaexercise.cli.opening import read_file
    from vaexercise.errors import Refused

    rows = csv.DictReader(io.StringIO(read_file(file).decode("utf-8-sig", errors="replace"), newline=""))
    if not {"round", "group", "id"} <= set(rows.fieldnames or ()):
        raise Refused(reason=f"{file} needs the columns round, group and id, as --output writes them.")
    groups: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        groups.setdefault((row["round"], row["group"]), []).append(row["id"])
    for people in groups.values():
        yield from combinations(sorted(people), 2)


def write(file: Path, found: Rounds) -> None:
    """Write who sits where, as `round,group,id`. Raises `NotSaved`."""
    from vaexercise.workshop.whole import write_file

    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["round", "group", "id"])
    for turn, drawn in enumerate(found.rounds, start=1):
        rows.writerows([turn, group, person] for group, people in enumerate(drawn.groups, start=1) for person in people)
    write_file(file, text.getvalue().encode())
