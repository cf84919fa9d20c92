from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaexercise.model.action import Action
from vaexercise.plenary.calendar import calendar

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
HOSTILE = "=HYPERLINK(1);a,b\\n\\ [/b] سنة 🙂 BEGIN:VEVENT"


def parsed(text: str) -> list[dict[str, str]]:
    """The entries of a calendar file, by RFC 5545: unfolded, names without parameters, text without its escapes."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)
    whole = "\r\n".join(lines).replace("\r\n ", "").split("\r\n")
    assert (whole[0], whole[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    entries: list[dict[str, str]] = []
    for line in whole:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            entries.append({})
        elif entries and line != "END:VEVENT":
            entries[-1][name.partition(";")[0]] = unescaped(value)
    return entries


def unescaped(value: str) -> str:
    found, letters = "", iter(value)
    for letter in letters:
        if letter != "\\":
            assert letter not in ";,"
            found += letter
            continue
        escaped = next(letters)
        assert escaped in "\\;,nN"
        found += "\n" if escaped in "nN" else escaped
    return found


def action(what: str = "Do it", by: str = "2026-12-31", **others: Any) -> Action:  # noqa: ANN401  any field of it
    return Action(id="k3f9", code="G1-Q5-01", group="g1", what=what, by=by, **others)


def test_an_entry_is_for_the_whole_last_day() -> None:
    """The end is exclusive; a month ends on its last day; the stamp is UTC; the id never changes."""
    [entry] = parsed(calendar([action(by="December 2026", who="Ministry")], "day", NOW))
    assert (entry["DTSTART"], entry["DTEND"]) == ("20261231", "20270101")
    assert (entry["DTSTAMP"], entry["UID"]) == ("20260301T093000Z", "day-k3f9@vaexercise")
    assert entry["SUMMARY"] == "Do it"
    assert entry["DESCRIPTION"] == "Who: Ministry\nBy when: December 2026\nStatus: open\nCode: G1-Q5-01"


def test_only_what_is_waited_for_and_has_a_date_is_in_it() -> None:
    """Not what is done, dropped, joined to another, private or without a date that is understood."""
    others = [
        action(by="soon"),
        action(status="done"),
        action(status="dropped"),
        action(under="G2-Q5-01"),
        action(what="", private="a promise"),
    ]
    assert parsed(calendar(others, "day", NOW)) == []
    assert len(parsed(calendar([*others, action(status="started")], "day", NOW))) == 1


@settings(deadline=None)
@example("word " * 100 + "។" * 100, date(2026, 12, 31))
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), st.dates(date(1900, 1, 1)))
def test_any_words_come_back_as_they_were(words: str, day: date) -> None:
    """Long lines are folded between letters, never within one; signs of the format are only words."""
    if day.year > 2199:
        day = day.replace(year=2024, day=1)
    [entry] = parsed(calendar([action(what=words, by=day.isoformat(), note=HOSTILE)], "day", NOW))
    assert entry["SUMMARY"] == words
    assert f"Note: {HOSTILE}\n" in entry["DESCRIPTION"]
    assert entry["DTSTART"] == day.strftime("%Y%m%d")
