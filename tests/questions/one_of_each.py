"""A question of every kind, with as many keys as it has, for the laws that hold for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.form import Item
from vaexercise.model.question import When
from vaexercise.questions import (
    actions,
    checklist,
    confirm,
    many,
    matrix,
    note,
    number,
    one,
    points,
    priority,
    ranking,
    rating,
    story,
    text,
    tree,
    yes_no,
)
from vaexercise.questions import map as map_

if TYPE_CHECKING:
    from vaexercise.model.question import Question

SCHOOLS = Item(id="s", label={"en": "Schools", "fr": "Écoles"}, group="public")
OPTIONS = ("roads", SCHOOLS, "wells")
COLUMNS = (
    matrix.Column(id="output", label="Output", term="output"),
    matrix.Column(id="split", label="Split", kind="many", options=OPTIONS),
    matrix.Column(id="cost", label="Cost", kind="number", unit="crowns"),
)

QUESTIONS: tuple[Question, ...] = (
    points.Kind(
        id="q-points",
        prompt={"en": "What?", "fr": "Quoi ?"},
        code="Q1",
        min=1,
        max=9,
        extras={"kind": points.Extra(kind="one", label="Kind", options=OPTIONS)},
        link_to="q-text",
        when=When(question="q-yes-no", any_of=("yes", "partly")),
        follow_up=(text.Kind(id="q-more", prompt="More?"),),
    ),
    text.Kind(id="q-text", prompt="Why?", max=50, required=True),
    one.Kind(id="q-one", prompt="Which?", options=OPTIONS, allow_other=True),
    many.Kind(id="q-many", prompt="Which?", options=OPTIONS, allow_other=True, max=2),
    rating.Kind(id="q-rating", prompt="How far?", scale=("low", "fair", "high")),
    ranking.Kind(id="q-ranking", prompt="In order?", options=OPTIONS, top=2),
    yes_no.Kind(id="q-yes-no", prompt="Is it so?"),
    number.Kind(id="q-number", prompt="How many?", unit="people", min=0, max=900),
    checklist.Kind(id="q-checklist", prompt="Who?", items=OPTIONS, allow_other=True),
    checklist.Kind(id="q-shared", prompt="Who?", items="actors"),
    matrix.Kind(id="q-free", prompt="Table", rows=matrix.Rows(label="Aim", max=3), columns=COLUMNS),
    matrix.Kind(id="q-fixed", prompt="Table", rows=matrix.Rows(kind="fixed", items=OPTIONS), columns=COLUMNS),
    actions.Kind(id="q-actions", prompt="What next?", fields={"what": "required", "by": "optional"}),
    story.Kind(id="q-story", prompt="Tell."),
    tree.Kind(id="q-tree", prompt="Why?", max=20),
    map_.Kind(id="q-map", prompt="Where?", x=map_.Axis(label="X"), y=map_.Axis(label="Y", max=3), items=OPTIONS),
    priority.Kind(id="q-priority", prompt="Most?", options=OPTIONS, options_from="q-points", method="score", budget=5),
    note.Kind(id="q-note", prompt="Read this."),
    confirm.Kind(id="q-confirm", prompt="Done?"),
)
