"""Draft sentences: what they say, in good grammar, from which sources, under keys that stay."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

import pytest

from vaexercise.model.action import Action
from vaexercise.model.feedback import Answer, Response
from vaexercise.model.form import Item
from vaexercise.model.plenary import Line
from vaexercise.model.vote import Standing, Turnout, VoteResult, VoteRow
from vaexercise.plenary.apart import Apart
from vaexercise.plenary.chosen import chosen
from vaexercise.plenary.editing import Edit, edited
from vaexercise.plenary.figures import figures
from vaexercise.plenary.gaps import Gap
from vaexercise.plenary.outcome import Outcome
from vaexercise.plenary.priorities import voted
from vaexercise.plenary.sentences import Cited, drafts
from vaexercise.plenary.sources import Sources
from vaexercise.plenary.sums import Sums
from vaexercise.plenary.synthesis import Synthesis
from vaexercise.plenary.themed import Raised, Themed
from vaexercise.questions.priority import Kind as Priority

if TYPE_CHECKING:
    from collections.abc import Mapping


def lines(number: int) -> tuple[Line, ...]:
    """So many points."""
    return tuple(Line(code=f"G1-Q1-{n:02d}", text="x") for n in range(1, number + 1))


def raised(groups: int, points: int, contrary: int = 0, against: int = 0) -> Raised:
    """A theme that so many groups raised in so many points."""
    keys = ("g1", "g2", "g3")
    return Raised(
        id="ab12",
        number=2,
        title="Money",
        groups=keys[:groups],
        contrary=keys[:contrary],
        lines=lines(points),
        against=lines(against),
    )


def asked(*themes: Raised, heard: int = 3, **more: Any) -> Outcome:  # noqa: ANN401  its fields
    """A question that so many of three groups were heard on, sorted into these themes if there are any."""
    groups = ("g1", "g2", "g3")
    outcome = Outcome(
        id="q",
        kind="points",
        prompt={"en": "What is hard?", "fr": "Quoi ?"},
        code="Q1",
        asked=groups,
        answered=groups[:heard],
        consolidate="themes",
        points=heard,
        themed=Themed(answered=heard, sums=Sums(), themes=themes) if themes else None,
    )
    return replace(outcome, **more)


def said(outcome: Outcome, language: str = "en") -> list[str]:
    """The sentences about a question."""
    return [sentence.text for sentence in drafts([outcome], [], [], language)]


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        (raised(2, 5), "2 of 3 groups raised “Money” (5 points)."),
        (raised(3, 1), "3 of 3 groups raised “Money” (1 point)."),
        (
            raised(2, 3, 1, 1),
            (
                "Opinions differ on “Money”: 2 of 3 groups say so (3 points), 1 says the contrary (1 point); "
                "1 group says both."
            ),
        ),
        (
            raised(1, 1, 2, 2),
            (
                "Opinions differ on “Money”: 1 of 3 groups says so (1 point), 2 say the contrary (2 points); "
                "1 group says both."
            ),
        ),
        (
            replace(raised(2, 3, 0, 1), contrary=("g3",)),
            "Opinions differ on “Money”: 2 of 3 groups say so (3 points), 1 says the contrary (1 point).",
        ),
        (
            raised(2, 3, 2, 2),
            (
                "Opinions differ on “Money”: 2 of 3 groups say so (3 points), 2 say the contrary (2 points); "
                "2 groups say both."
            ),
        ),
    ],
)
def test_a_theme_is_told_by_groups_first_in_the_right_number(theme: Raised, text: str) -> None:
    """One says, two say; one point, two points."""
    assert said(asked(theme))[-1] == text


def test_how_many_groups_say_both_is_a_number_that_a_check_knows() -> None:
    """Even if no other count of the theme is the same; another number is found."""
    outcome = asked(replace(raised(2, 3, 0, 2), contrary=("g2", "g3")))
    made = Synthesis(title="", exercise_id="", exercise_title="", exercise_version="", questions=(outcome,))
    theme, text = Sources(made, {}).all["theme/ab12"], said(outcome)[-1]
    assert text.endswith("; 1 group says both.")
    assert figures(text, [theme]).wrong == ()
    assert figures(text.replace("1 group says both", "4 groups say both"), [theme]).wrong == ("4 groups",)


def test_the_code_tells_apart_two_questions_with_the_same_words() -> None:
    """One for the groups and one for the plenary may be the same in words."""
    room = asked(heard=0, asked=("plenary",), code="P1")
    assert said(asked(heard=0)) == ["0 of 3 groups answered Q1 “What is hard?”."]
    assert said(room) == ["The plenary did not answer P1 “What is hard?”."]


def test_a_common_theme_on_which_opinions_differ_has_two_sentences() -> None:
    """That several groups raised it is true, and that not all agree is too."""
    found = drafts([asked(raised(2, 3, 1, 1))], [], [], "en")
    assert [sentence.key for sentence in found] == ["theme-ab12", "differs-ab12"]
    assert {sentence.sources for sentence in found} == {(Cited(key="theme/ab12", name="Q1-T2"),)}


def test_a_key_stays_when_counts_change() -> None:
    """So that what people wrote stays with its sentence."""
    few, many = (drafts([asked(theme)], [], [], "en")[0] for theme in (raised(2, 2), raised(3, 9)))
    assert few.key == many.key
    assert few.text != many.text


def test_of_one_group_there_is_no_sentence_but_that_nothing_is_common() -> None:
    """A theme of one group stands under its question."""
    assert said(asked(raised(1, 1))) == [
        "3 of 3 groups answered Q1 “What is hard?”, with 3 points; no theme was raised by more than one group."
    ]


def test_themes_of_the_plenary_are_raised_by_the_plenary() -> None:
    """It is no group of one."""
    room = asked(replace(raised(0, 2), groups=("plenary",)), asked=("plenary",), answered=("plenary",))
    assert said(room) == ["The plenary raised “Money” (2 points)."]


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (asked(heard=2), "2 of 3 groups answered Q1 “What is hard?”, with 2 points, not put into themes yet."),
        (asked(heard=0), "0 of 3 groups answered Q1 “What is hard?”."),
        (asked(consolidate="list", points=1), "3 of 3 groups answered Q1 “What is hard?”, with 1 point."),
        (asked(asked=("plenary",), answered=("plenary",), points=0), "The plenary answered Q1 “What is hard?”."),
        (asked(heard=0, asked=("plenary",)), "The plenary did not answer Q1 “What is hard?”."),
    ],
)
def test_a_question_without_themes_says_how_it_stands(outcome: Outcome, text: str) -> None:
    """How many answered, and with how many points."""
    assert said(outcome) == [text]


@pytest.mark.parametrize("more", [{"asked": ()}, {"consolidate": "none"}, {"consolidate": "register"}])
def test_what_was_put_to_nobody_and_what_asks_nothing_has_no_sentence(more: dict[str, Any]) -> None:
    """Nor has a question for actions, which are counted together."""
    assert said(asked(**more)) == []


def test_prompts_are_in_the_language_asked_for() -> None:
    """As everywhere in the report."""
    assert "“Quoi ?”" in said(asked(), "fr")[0]


def test_gaps_are_counted_in_one_sentence() -> None:
    """Columns that are empty, and items that nobody affirmed."""
    columns = [
        Gap(wanted=w, noun="objective", of=3, missing=m, rows=True) for w, m in (("A", ("x",)), ("B", ("x", "y")))
    ]
    assert said(asked(gaps=tuple(columns))) == [
        "On Q1 “What is hard?”, 1 of 3 objectives has no “A”, 2 of 3 objectives have no “B” (3 of 3 groups answered)."
    ]
    items = Gap(wanted="yes", noun="item", of=24, missing=tuple("abcdefghi"))
    assert said(asked(gaps=(items,))) == [
        "On Q1 “What is hard?”, for 9 of 24 items no group said “yes” (3 of 3 groups answered)."
    ]


def test_judgements_far_apart_are_told_without_who_judged() -> None:
    """From the lowest to the highest word."""
    far = Apart(low="Not at all", high="Mostly", steps="3", said={"g1": "Not at all", "g2": "Mostly"})
    text = said(asked(kind="rating", apart=far))[0]
    assert text == "Groups are 3 steps apart on Q1 “What is hard?”: from “Not at all” to “Mostly”."


def result(*places: tuple[str, str, int], people: int = 0, divided: bool = False) -> VoteResult:
    """A vote on items with their places and dots."""
    rows = tuple(
        VoteRow(
            item=title.lower(),
            number=number,
            title=title,
            place=place,
            whole=Standing(Fraction(dots), Fraction(1, 2), dots),
            groups={key: Standing(Fraction(dots), Fraction(1, 2), dots) for key in ("g1", "g2")},
            divided=divided,
        )
        for number, (title, place, dots) in enumerate(places, start=1)
    )
    turnouts = {"g1": Turnout(6, 8), "g2": Turnout(5, 8)}
    return VoteResult(
        id="v",
        name="1",
        title="Which first?",
        question="",
        method="dots",
        rule="Dots.",
        measure="dots",
        turnout=Turnout(11, people),
        turnouts=turnouts if divided else {},
        rows=rows,
    )


def test_priorities_are_the_first_three_places_with_ties_as_ties() -> None:
    """And turnout; an item without a dot has no priority, whatever its place."""
    vote = voted(result(("A", "1=", 4), ("B", "1=", 4), ("C", "3", 1), ("D", "4", 1), ("E", "2", 0), people=16))
    assert [sentence.text for sentence in drafts([], [vote], [], "en")] == [
        "“A” took a shared first place among 5 items in vote 1 (4 dots; 11 of 16 people voted).",
        "“B” took a shared first place among 5 items in vote 1 (4 dots; 11 of 16 people voted).",
        "“C” took third place among 5 items in vote 1 (1 dot; 11 of 16 people voted).",
    ]


def priority(sums: Mapping[str, int], voters: int = 38, method: Literal["points", "rank"] = "points") -> Outcome:
    """A question to the plenary that sets priorities, with the sums of its options: one is a point, one is not."""
    options = tuple(Item(id=key, label="G1-Q4-01 Money" if key == "G1-Q4-01" else key) for key in sums)
    question = Priority(id="p", code="P2", prompt="What first?", per="plenary", options=options, method=method)
    values = {**sums, **({"voters": voters} if voters else {})}
    answer = Answer(code="PL-P2", group="plenary", question="p", values=values)
    response = Response(group="plenary", question="p", state="answered", code="P2", answer=answer)
    found = chosen(question, [response], {"G1-Q4-01"}, "en")
    return asked(heard=0, id="p", code="P2", asked=("plenary",), answered=("plenary",), points=0, chosen=found)


def test_what_the_plenary_chose_is_told_with_places_and_totals_ties_as_ties() -> None:
    """The first three places, in the words of a point, which is a source, too; the question says nothing more."""
    found = drafts([priority({"G1-Q4-01": 14, "Data": 19, "Law": 11, "Pay": 11, "Rest": 2})], [], [], "en")
    assert [sentence.text for sentence in found] == [
        "“Data” took first place among 5 options on P2 “What is hard?” (19 points; 38 people voted).",
        "“Money” took second place among 5 options on P2 “What is hard?” (14 points; 38 people voted).",
        "“Law” took a shared third place among 5 options on P2 “What is hard?” (11 points; 38 people voted).",
        "“Pay” took a shared third place among 5 options on P2 “What is hard?” (11 points; 38 people voted).",
    ]
    assert [source.name for source in found[1].sources] == ["P2", "G1-Q4-01"]
    assert len({sentence.key for sentence in found}) == 4


def test_priorities_without_voters_or_by_places_and_without_a_point_for_anybody() -> None:
    """Nobody is said to have voted; the lowest sum of places is first; nothing given is no priority."""
    assert said(priority({"A": 2}, voters=0))[0].endswith("(2 points).")
    ranked = said(priority({"A": 5, "B": 3}, method="rank"))
    assert ranked[0].startswith("“B” took first place")
    assert "(places add up to 3; 38 people voted)" in ranked[0]
    assert said(priority({"A": 0, "B": 0})) == ["The plenary answered P2 “What is hard?”."]


def test_an_edit_of_a_priority_is_held_against_its_option() -> None:
    """Its place and points are not those of another; the draft itself is right."""
    outcome = priority({"Data": 19, "Law": 11})
    made = Synthesis(title="", exercise_id="", exercise_title="", exercise_version="", questions=(outcome,))
    source, text = Sources(made, {}).all["question/p"], said(outcome)[0]
    assert figures(text, [source]) == ((), ())
    assert figures(text.replace("“Data”", "“Law”"), [source]).wrong == ("first place", "19 points")


def test_who_skipped_a_question_is_said_once() -> None:
    """Skipped, nothing to say and not discussed are three different things; what is not recorded is none of them."""
    of = ("g1", "g2", "g3", "g4", "g5")
    outcome = asked(raised(2, 5), asked=of, skipped=("g3",), nothing=("g4",), not_discussed=("g5",))
    assert said(outcome)[1:] == [
        (
            "Of the groups asked Q1 “What is hard?”, 1 of 5 skipped it, 1 of 5 had nothing to say, "
            "1 of 5 did not discuss it."
        )
    ]
    assert len(said(replace(outcome, skipped=(), nothing=(), not_discussed=(), unrecorded=("g3",)))) == 1


def test_a_median_is_called_so_and_turnout_alone_where_nobody_knows_who_may_vote() -> None:
    """A median is no number of things."""
    vote = voted(replace(result(("A", "1", 8)), measure="median"))
    assert drafts([], [vote], [], "en")[0].text == (
        "“A” took first place among 1 item in vote 1 (median 8; 11 people voted)."
    )


def test_groups_that_are_divided_in_a_vote_are_told_only_where_groups_may_be_shown() -> None:
    """Where one is so small that it tells who, nothing is said of groups."""
    shown = result(("A", "1", 4), divided=True)
    assert drafts([], [voted(shown)], [], "en")[0].text == "In vote 1, groups are divided on “A”."
    small = replace(shown, turnouts={"g1": Turnout(6, 8), "g2": Turnout(2, 8)})
    assert all("divided" not in sentence.text for sentence in drafts([], [voted(small)], [], "en"))


def test_what_a_vote_says_in_sentences_names_no_group() -> None:
    """Who voted in which group stands apart."""
    vote = voted(result(("A", "1", 4), divided=True))
    assert not [said for said in vote.sentences if "Group 1" in said or "Group 2" in said]
    assert "Groups are divided on: 1 A." in " ".join(vote.sentences)
    assert vote.turnouts == {"g1": (6, 8), "g2": (5, 8)}
    assert json.dumps(asdict(vote))


def test_actions_are_counted_by_status_each_once() -> None:
    """Those that say the same as another do not count; those that nobody does are said."""
    first = Action(id="1", code="G1-Q5-01", group="g1", what="Pay", who="We", source="G1-Q5-01")
    found = [first, replace(first, id="2", under="G1-Q5-01"), replace(first, id="3", who="", status="done")]
    assert drafts([], [], found, "en")[0].text == "2 actions: 1 open, 1 done; nobody is named for 1 of them."
    assert drafts([], [], [replace(first, under="x")], "en") == ()


def test_what_people_wrote_stands_in_place_of_the_draft_which_is_kept_beside() -> None:
    """With the names of its sources as they are now; a sentence that was taken out is marked, and not lost."""
    outcome = asked(raised(2, 5))
    found = drafts([outcome], [], [], "en")
    edit = Edit(text="Two groups lack money.", sources=("theme/ab12", "G1-Q1-01", "theme/gone"))
    [made] = edited(found, {"theme-ab12": edit}, [outcome], [])
    assert (made.text, made.draft, made.edited) == ("Two groups lack money.", found[0].text, True)
    assert [source.name for source in made.sources] == ["Q1-T2", "G1-Q1-01", "a theme that is gone"]
    [out] = edited(found, {"theme-ab12": Edit(gone=True)}, [outcome], [])
    assert (out.gone, out.text) == (True, found[0].text)


def test_sentences_of_people_s_own_come_last_in_their_order() -> None:
    """So does one whose theme is not there any more: its words are not lost."""
    edits = {
        "own-b": Edit(text="First", sources=("Q1",), place=1),
        "own-a": Edit(text="Second", sources=("Q1",), place=2),
        "theme-gone": Edit(text="Old", sources=("theme/gone",)),
        "own-c": Edit(gone=True),
    }
    made = edited((), edits, [], [])
    assert [(one.text, one.kind, one.draft) for one in made] == [
        ("Old", "own", ""),
        ("First", "own", ""),
        ("Second", "own", ""),
    ]
