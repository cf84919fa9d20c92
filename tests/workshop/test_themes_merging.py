"""Two laptops that sorted whatever they liked, put together: both say the same, and every point is in one place."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaexercise.errors import Refused
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.plenary import sorting_steps
from vaexercise.workshop.plenary.naming_themes import named_question
from vaexercise.workshop.plenary.themes import Themes
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from vaexercise.model.theme import Sorting

DO = st.tuples(
    st.sampled_from(
        ["open", "put", "also", "oppose", "unique", "park", "out", "rename", "merge", "split", "delete", "undo"]
    ),
    st.integers(0, 5),
    st.integers(0, 5),
)
DONE = st.lists(DO, max_size=6)


class Laptop:
    """A copy of the workshop, and what is done with the first points of its Q1."""

    def __init__(self, folder: Path) -> None:
        self.workshop = Workshop(folder, command="plenary sort")
        self.session = self.workshop.session()
        self.themes = Themes(self.workshop, self.session)
        self.question = named_question(self.workshop, self.session, "Q1")

    @property
    def sorting(self) -> Sorting:
        """How Q1 stands."""
        self.workshop.log.refresh()
        return self.themes.sorting(self.question)

    def do(self, what: str, a: int, b: int) -> None:
        """One thing, if it can be done."""
        sorting = self.sorting
        point = sorting.points[a].id
        theme = sorting.themes[b % len(sorting.themes)] if sorting.themes else None
        if what == "open":
            self.themes.open(self.question, f"Theme {b}", [point])
        elif what == "unique":
            self.themes.unique(point)
        elif what == "park":
            self.themes.park(point, f"reason {b}")
        elif what == "out":
            self.themes.take_out(point)
        elif what == "undo":
            self._undo()
        elif theme and what in ("put", "also", "oppose"):
            self.themes.put(point, theme.id, opposes=what == "oppose", beside=what == "also")
        elif theme:
            self._change(what, a, theme.id)

    def _undo(self) -> None:
        for step in sorting_steps.sorting_steps(self.workshop, self.session)[:1]:
            with suppress(Refused):
                sorting_steps.take_back(self.workshop, self.session, step)

    def _change(self, what: str, a: int, key: str) -> None:
        sorting = self.sorting
        theme, other = sorting.theme(key), sorting.themes[a % len(sorting.themes)]
        if what == "rename":
            self.themes.rename(theme, f"Title {a}")
        elif what == "merge" and theme != other:
            self.themes.merge([theme, other])
        elif what == "split" and len(theme.points) > 1:
            self.themes.split(theme, self.question, "Part", theme.points[:1])
        elif what == "delete":
            self.themes.delete(theme)


def sound(sorting: Sorting) -> None:
    """Each point is themed, unique, parked or left, and in one of these only; no two themes have one number."""
    themed = {point for theme in sorting.themes for point in theme.points}
    parts = [themed, set(sorting.unique), set(sorting.parked), set(sorting.left)]
    assert sum(map(len, parts)) == len(sorting.points) == len(set().union(*parts))
    assert set(sorting.contested) <= set(sorting.left)
    assert len({theme.number for theme in sorting.themes}) == len(sorting.themes)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=DONE, here=DONE, there=DONE)
def test_two_laptops_come_to_the_same(
    made_once: Path,
    before: list[tuple[str, int, int]],
    here: list[tuple[str, int, int]],
    there: list[tuple[str, int, int]],
) -> None:
    """Put together either way round it is the same sorting; deciding anew about what is contested settles it."""
    with tempfile.TemporaryDirectory() as made:
        one = Laptop(Path(shutil.copytree(made_once, Path(made) / "one")))
        for step in before:
            one.do(*step)
        two = Laptop(Path(shutil.copytree(one.workshop.folder, Path(made) / "two")))
        for laptop, steps in ((one, here), (two, there)):
            for step in steps:
                laptop.do(*step)
                sound(laptop.sorting)
        take_in(one.workshop, two.workshop.folder)
        take_in(two.workshop, one.workshop.folder)
        assert one.sorting == two.sorting
        sound(one.sorting)
        for point in one.sorting.contested:
            one.themes.unique(point)
        assert not one.sorting.contested
