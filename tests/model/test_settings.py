from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from vaexercise.model.plain import from_plain, to_plain
from vaexercise.model.privacy import Privacy
from vaexercise.model.settings import SCHEMA, PlannedSession, Room, Settings

FULL = Settings(
    schema=SCHEMA,
    title="Opening the school yards",
    dates="3 and 4 May",
    place="Northport",
    language="fr",
    sessions=(PlannedSession(id="yards", exercise="yards", code="S1", title="Morning"),),
    privacy=Privacy(attribution="none"),
    rooms=(Room(name="Library", offers=("step-free",)),),
)


def test_settings_come_back_from_the_record() -> None:
    """What the record keeps of settings is what they were."""
    assert from_plain(Settings, to_plain(FULL)) == FULL


def test_the_least_settings() -> None:
    """A schema and a title are enough; what is not said is not recorded."""
    least = Settings(schema=SCHEMA, title="Yards")
    assert to_plain(least) == {"schema": SCHEMA, "title": "Yards"}
    assert least.privacy is None


def test_settings_do_not_change() -> None:
    """Settings are read, never written."""
    with pytest.raises(FrozenInstanceError):
        FULL.title = "Other"  # type: ignore[misc]
