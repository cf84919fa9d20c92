"""What a report says besides what groups said: draft or final, easy words, pictures of the day."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_pictures import PLAIN_JPEG
from invented_report import put_together, responses

from vaexercise.model.edition import DRAFT, Approval, DayPicture, EasyText, Edition
from vaexercise.model.privacy import Attribution
from vaexercise.plenary.public.known import Known
from vaexercise.plenary.public.publishing import published
from vaexercise.report import formats
from vaexercise.report.approved import plain, status
from vaexercise.report.build import build
from vaexercise.report.model import LONG_AGO, Note, Picture

if TYPE_CHECKING:
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.model import Report, Section

DAY, LATER = date(2012, 5, 24), date(2012, 6, 1)
APPROVED = Approval(state="approved", on=DAY, by="Amara Diallo", changed_on=DAY)
PICTURES = (
    DayPicture(id="a", alternative="Four people around a flipchart", caption="Group 2 at work", consented=True),
    DayPicture(id="b", alternative="An empty room"),
)
TEXTS = (
    EasyText(language="en", paragraphs=("We met.", "We talked <b>about</b> plans.")),
    EasyText(language="fr", paragraphs=("Nous avons parlé.",)),
)


def full() -> Synthesis:
    return replace(put_together(responses()), easy=TEXTS, pictures=PICTURES)


def anchors(report: Report) -> list[str]:
    return [section.anchor for section in report.sections]


def section(report: Report, anchor: str) -> Section:
    return next(one for one in report.sections if one.anchor == anchor)


@pytest.mark.parametrize(
    ("approval", "said"),
    [
        (DRAFT, ""),
        (Approval(changed_on=DAY), "Draft, 24 May 2012"),
        (APPROVED, "Approved on 24 May 2012 by Amara Diallo"),
        (replace(APPROVED, by=""), "Approved on 24 May 2012"),
        (replace(APPROVED, by="\x1b[31m\nX"), "Approved on 24 May 2012 by X"),
        (replace(APPROVED, state="changed"), "Changed since it was approved on 24 May 2012: draft"),
        (replace(APPROVED, on=None, by=""), "Approved on an unknown day"),
    ],
)
def test_the_status_is_a_sentence(approval: Approval, said: str) -> None:
    """Draft, approved, or changed since; without a name where none is known."""
    assert status(approval) == said


def test_the_status_stands_in_every_format() -> None:
    """A file that somebody prints says what it is; for programs, the approval stands in its parts."""
    report = build(full(), edition=Edition(approval=APPROVED, made_on=LATER))
    for ending in (".txt", ".md", ".html"):
        assert "Approved on 24 May 2012 by Amara Diallo" in formats.renderer(ending)(report).decode()
    data = json.loads(formats.renderer(".json")(report))
    assert data["approval"] == {
        "state": "approved",
        "on": "2012-05-24",
        "by": "Amara Diallo",
        "changed_on": "2012-05-24",
    }
    assert plain(DRAFT) == {"state": "draft", "on": None, "by": "", "changed_on": None}
    assert report.made_on == LATER
    assert build(full()).made_on == LONG_AGO


@pytest.mark.parametrize(("language", "own", "said"), [("fr", "en", "fr"), ("ar", "fr", "fr"), ("ar", "km", "en")])
def test_easy_words_are_in_the_readers_language_if_they_can_be(language: str, own: str, said: str) -> None:
    """Else in the workshop's, else in the first that there is; each paragraph says which it is in."""
    found = section(build(replace(full(), language=own), language=language), "easy")
    assert {block.language for block in found.blocks if not isinstance(block, Note)} == {said}  # type: ignore[union-attr]


def test_easy_words_stand_right_after_the_first_numbers() -> None:
    """Where they are, and nowhere if nobody wrote any: the program makes none."""
    names = anchors(build(full()))
    assert names[names.index("glance") + 1] == "easy"
    assert "easy" not in anchors(build(put_together(responses())))
    html = formats.renderer(".html")(build(full())).decode()
    assert "We talked &lt;b&gt;about&lt;/b&gt; plans." in html


def test_pictures_stand_near_the_end_with_their_words() -> None:
    """With the bytes of the picture; one whose file is not there is told in words, and the report is made."""
    report = build(full(), edition=Edition(pictures={"a": PLAIN_JPEG}))
    one, two = section(report, "pictures").blocks
    assert one == Picture(
        data=PLAIN_JPEG, alternative=PICTURES[0].alternative, caption="Group 2 at work", language="en"
    )
    assert isinstance(two, Note)
    assert two.text == "A picture is missing here. It shows: An empty room"
    assert anchors(report).index("pictures") > anchors(report).index("not-discussed")
    assert "pictures" not in anchors(build(put_together(responses())))
    for ending in (".txt", ".md", ".html"):
        shown = formats.renderer(ending)(report).decode()
        assert PICTURES[0].alternative in shown
        assert "Group 2 at work" in shown


def test_programs_get_easy_words_and_pictures_in_words() -> None:
    """The pictures themselves are files of the workshop, found by their ids."""
    data = json.loads(formats.renderer(".json")(build(full(), edition=Edition(pictures={"a": PLAIN_JPEG}))))
    assert [text["language"] for text in data["easy"]] == ["en", "fr"]
    assert data["pictures"][0] == {
        "id": "a",
        "alternative": "Four people around a flipchart",
        "caption": "Group 2 at work",
        "consented": True,
    }


@settings(deadline=None)
@given(
    st.lists(st.builds(DayPicture, id=st.just("x"), alternative=st.text(max_size=9), consented=st.booleans())),
    st.sampled_from(get_args(Attribution)),
)
def test_no_picture_without_consent_is_ever_public(pictures: list[DayPicture], level: Attribution) -> None:
    """At no level; those with consent keep their order, and easy words are there in every language."""
    public = published(replace(full(), pictures=tuple(pictures)), level, Known())
    agreed = [one for one in pictures if one.consented]
    assert all(one.consented for one in public.pictures)
    assert len(public.pictures) == len(agreed)
    assert [text.language for text in public.easy] == ["en", "fr"]


def test_codes_and_groups_leave_easy_words_and_captions_where_they_are_not_named() -> None:
    """Whoever wrote them may have named a group: at these levels nobody reads which."""
    texts = (EasyText(language="en", paragraphs=("As G1-Q1-01 says, and Group 2 too.",)),)
    made = replace(full(), easy=texts, pictures=PICTURES)
    known, edition = Known(said_by={"G1-Q1-01": "g1"}), Edition(pictures={"a": PLAIN_JPEG})
    report = build(published(made, "none", known), edition=edition)
    shown = formats.renderer(".txt")(report).decode()
    assert "As [another point] says, and [a group] too." in shown
    assert "[a group] at work" in shown
