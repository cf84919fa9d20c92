"""The print pack: golden files, every thing in every format, hostile text harmless, the page as a structure."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from invented_pack import GUESTS, PLACES, exercise, parts, printed, votes
from rendered import text_of
from test_formats import HOSTILE, OVERWRITE, READ, SAID, squeezed
from test_html import Tree

from vaexercise.model.settings import Room
from vaexercise.report import formats, terminal
from vaexercise.report.model import Words
from vaexercise.report.pack.badges import badges
from vaexercise.report.pack.ballots import ballots
from vaexercise.report.pack.brief import brief
from vaexercise.report.pack.guests import Guest
from vaexercise.report.pack.pack import SCHEMA, Form, Part, put_together
from vaexercise.report.pack.prework import prework
from vaexercise.report.pack.roll import roll
from vaexercise.report.pack.signs import Place, signs, tables
from vaexercise.report.texts import Texts

GOLDEN = Path(__file__).parents[1] / "data" / "pack"
THINGS = tuple(parts())
every_thing = pytest.mark.parametrize("thing", THINGS)


def told(text: str) -> dict[str, Part]:
    """Every thing that says what people wrote, with that text wherever they write."""
    guests = [Guest(text, text, text, "g1")]
    places = [Place("g1", Room(name=text, offers=(text,)))]
    return {
        "brief": brief(exercise(text), Texts("en", "en"), groups=3, occasion=(text,)),
        "prework": prework(exercise(text), Texts("en", "en"), occasion=(text,)),
        "ballots": ballots(votes(text, "other")),
        "signs": signs(places, occasion=text),
        "tables": tables(places, occasion=text),
        "badges": badges(guests, occasion=text),
        "list": roll(guests, by_group=True, internal=True, occasion=text),
    }


@every_thing
@pytest.mark.parametrize("ending", [".html", ".txt"])
def test_each_thing_gives_its_golden_file(thing: str, ending: str) -> None:
    """Its words, and the body of its page, are as when somebody last read them."""
    path = GOLDEN / f"{thing}{ending}"
    made = text_of(ending)(printed(parts()[thing]))
    made = made[made.index("<body") :] if ending == ".html" else made
    if OVERWRITE in os.environ:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")


@every_thing
@pytest.mark.parametrize("ending", formats.formats())
def test_each_thing_is_written_in_every_format(thing: str, ending: str) -> None:
    """In normal and in large print, and twice with the same bytes."""
    render = formats.renderer(ending)
    part = parts()[thing]
    assert render(printed(part)) == render(printed(part))
    assert render(printed(part, Form(large_print=True, paper="letter")))


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_is_shown_harmless(name: str, number: int) -> None:
    """Whatever somebody, a room, an item or a workshop is called, it is words like others, in every thing."""
    for thing, part in told(HOSTILE[number]).items():
        report = printed(part)
        if name == "terminal" and any(section.by_hand for section in report.sections):
            continue
        shown = READ[name](report)
        assert squeezed(SAID[number]) in squeezed(shown), thing
        assert "\x1b" not in shown, thing
        assert "\u202e" not in shown, thing


def test_hostile_text_adds_no_element() -> None:
    """Tags in what people wrote are words: each page has the same elements as with harmless words."""

    def tags(text: str) -> dict[str, list[str]]:
        trees = {thing: Tree(text_of(".html")(printed(part))) for thing, part in told(text).items()}
        return {thing: [e.tag for e in tree.elements if e.tag != "wbr"] for thing, tree in trees.items()}

    wicked = '"><script>alert(1)</script></ul></table>'
    assert tags(wicked) == tags("x" * len(wicked))


@every_thing
def test_each_page_is_an_outline_without_gaps(thing: str) -> None:
    """One heading of level 1, no level skipped, every id once: a screen reader finds its way."""
    tree = Tree(text_of(".html")(printed(parts()[thing])))
    levels = [int(e.tag[1]) for e in tree.elements if re.fullmatch("h[1-6]", e.tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [e.attributes["id"] for e in tree.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    assert not any("style" in e.attributes for e in tree.elements)


@every_thing
def test_nothing_that_is_missing_is_said(thing: str) -> None:
    """What nobody knows leaves no empty word behind."""
    text = text_of(".txt")(printed(parts()[thing]))
    assert not re.search(r"None|, ,|: *\n\n\n", text)


def test_things_stand_in_one_report_in_their_order() -> None:
    """All in one file, each beginning a page; as data, each under its name."""
    made = put_together(Words("A day"), parts(), occasion=("Port Sabel", ""), status="Draft")
    anchors = [section.anchor.partition("-")[0] for section in made.sections]
    assert list(dict.fromkeys(anchors))[:4] == ["brief", "prework", "role", "ballots"]
    assert made.subtitle == ("To print", "Port Sabel")
    assert made.status == "Draft"
    assert made.data["schema"] == SCHEMA
    assert set(THINGS) < set(made.data)


def test_a_sign_names_group_room_and_step_free_access_in_words() -> None:
    """And nothing where the workshop says nothing about a room."""
    words = text_of(".txt")(printed(signs(PLACES, occasion="A day")))
    first, second, third = words.split("Door sign: ")[1:]
    assert first.split("\n")[2:] == [
        "A day",
        "Group 1",
        "Salle 4, 2e étage",
        "Step-free access",
        "Hearing loop",
        "",
        "",
        "",
    ]
    assert "Step-free" not in second
    assert third.split("\n")[2:] == ["A day", "Group 3", ""]


def test_a_badge_has_name_organisation_and_group_only() -> None:
    """The state of somebody, for example, is no part of it."""
    words = text_of(".txt")(printed(badges(GUESTS)))
    assert "Amina Castellan\nMinistry of Health\nGroup 1\n\n" in words
    assert "Veldania" not in words


def test_terminal_shows_what_nobody_writes_on() -> None:
    """Brief, badges and lists are shown as tables too."""
    for thing in set(THINGS) - {"ballots"}:
        assert "A day" in terminal.render(printed(parts()[thing]))
