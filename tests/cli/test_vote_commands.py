"""`vaexercise plenary vote`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Ran, must, vaexercise

from vaexercise.capture.consoles.console import PlainConsole
from vaexercise.cli import say
from vaexercise.workshop.plenary.sortings import sortable
from vaexercise.workshop.plenary.themes import Themes
from vaexercise.workshop.workshop import Workshop

DATA = Path(__file__).parents[1] / "data" / "votes"
VOTE = ("plenary", "vote")
ITEMS = ("--item", "Data sharing", "--item", "Funding that lasts", "--item", "Rights [/b]", "--item", "Transport")
METHODS = ("dots", "agreement", "ngt", "ranking")
HEADER = "ballot,group,1,2,3,4\n"


def run(folder: Path, *words: object, typed: str | bytes = "") -> Ran:
    return must(*VOTE, *words, "--workshop", folder, typed=typed)


def wrong(folder: Path, *words: object, typed: str | bytes = "") -> Ran:
    done = vaexercise(*VOTE, *words, "--workshop", folder, typed=typed)
    assert done.code in (1, 2), done
    return done


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder.parent / "ballots.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("method", METHODS)
def test_every_method_prints_what_it_always_has(method: str, workshop: Path) -> None:
    """The same ballots, in any order of rows, give the same words, tables and data, to the last byte."""
    header, *rows = (DATA / f"{method}.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    run(workshop, "open", *ITEMS, "--method", method, "--title", "What comes first")
    run(workshop, "import", write(workshop, header + "".join(rows[::2][::-1] + rows[1::2])))
    assert run(workshop, "reveal").out == (DATA / f"{method}.txt").read_text(encoding="utf-8")
    assert run(workshop, "show", "--json").out == (DATA / f"{method}.json").read_text(encoding="utf-8")


def test_a_conversation_reads_back_corrects_and_refuses(workshop: Path) -> None:
    """A ballot is saved as confirmed; typed again, the second counts; one that breaks the rules says why."""
    run(workshop, "open", *ITEMS)
    typed = "1 2\n\n3 3\n4\n\n1 1 1\nx\nblank\n\n\n"
    done = run(workshop, "enter", "--group", "2", typed=typed)
    assert done.out == (DATA / "conversation.txt").read_text(encoding="utf-8")
    assert done.err.startswith("3 ballots saved. When all have voted: vaexercise plenary vote reveal 1")
    data = json.loads(run(workshop, "reveal", "--json").out)
    assert {item["title"]: item["score"] for item in data["items"]} == {
        "Data sharing": 1, "Funding that lasts": 1, "Transport": 1, "Rights [/b]": 0,
    }  # fmt: skip
    assert data["groups"] == {"g2": {"voters": 3, "people": 16}}


def test_a_ballot_that_nobody_confirmed_is_not_saved(workshop: Path) -> None:
    """Input ends after the ballot: it says so."""
    run(workshop, "open", *ITEMS)
    done = run(workshop, "enter", typed="1 2\n\n3 3\n")
    assert done.out.endswith("This ballot was not confirmed and not saved.\nBallot> ")
    assert "1 ballot saved." in done.err


@pytest.mark.parametrize(
    ("method", "line", "words"),
    [
        ("ranking", "3,1=4", "first: 3 Rights [/b]; then: 1 Data sharing, 4 Transport, tied; left out: 2 Funding"),
        ("ngt", "3 1", "4 points for item 3 Rights [/b]; 3 points for item 1 Data sharing."),
        (
            "agreement",
            "- - 10 0",
            "10 for item 3 Rights [/b]; 0 for item 4 Transport; no score for 1 Data sharing, 2 Fun",
        ),
    ],
)
def test_every_method_is_read_back_in_words(method: str, line: str, words: str, workshop: Path) -> None:
    """What was typed as numbers is said with the titles."""
    run(workshop, "open", *ITEMS, "--method", method)
    assert words in run(workshop, "enter", "--plain", "--width", "200", typed=f"{line}\n\n").out


def test_one_ballot_too_many_ends_the_conversation(workshop: Path) -> None:
    """16 people in a group, 16 ballots; the next is refused with what to do, and nothing of it is saved."""
    run(workshop, "open", *ITEMS)
    run(workshop, "tally", "1=3", "--voters", "16", "--group", "1")
    done = run(workshop, "enter", "--group", "1", "--width", "300", typed="1 2\n\n3 3\n\n")
    assert "17 ballots of 16 people of Group 1 would be too many" in done.out
    assert done.out.count("Ballot> ") == 1
    assert "0 ballots saved" in done.err


def test_nothing_is_shown_before_the_reveal(workshop: Path) -> None:
    """List and history say how many have voted; show refuses; no output has a sum or a ballot in it."""
    run(workshop, "open", *ITEMS)
    run(workshop, "tally", "1=3", "2=17", "--voters", "15")
    done = wrong(workshop, "show", "1")
    assert (done.code, done.out) == (2, "")
    assert "secret until it is revealed" in done.err
    assert "Ballots: 15" in run(workshop, "list").out
    [listed] = json.loads(run(workshop, "list", "--json").out)
    assert set(listed) == {"vote", "title", "method", "state", "items", "ballots"}
    assert "17" not in "".join(event["content"] for event in json.loads(history(workshop)))
    assert "Undone: ballot 1 of vote 1: not shown" in must("workshop", "undo", "--workshop", workshop).out


def history(folder: Path) -> str:
    done: Ran = must("workshop", "history", "--json", "--workshop", folder)
    return done.out


def test_a_vote_from_its_opening_to_its_end(workshop: Path) -> None:
    """Closed it takes no ballot, reopened it does, spoilt ones do not count, revealed it stays as it is."""
    run(workshop, "open", *ITEMS, "--budget", "1")
    run(workshop, "enter", typed="1\n\n2\n\n2\n\n")
    assert "closed, with 3 ballots" in run(workshop, "close").out
    assert "No vote is open" in wrong(workshop, "enter").err
    assert "is closed and takes no more ballots" in wrong(workshop, "enter", "1").err
    assert "open again; ballots: 3" in run(workshop, "reopen").err
    assert "Ballot 2 is spoilt" in run(workshop, "spoil", "2").out
    assert "There is no ballot 9. Ballots are: 1, 3." in wrong(workshop, "spoil", "9").err
    assert "1 ballot is spoilt and not counted." in run(workshop, "reveal").out
    assert run(workshop, "reveal", "1").out == run(workshop, "show").out
    assert "--again" in wrong(workshop, "reopen").err
    assert "set aside: 2" in run(workshop, "reopen", "--again").err


FEW = "Only 4 ballots were cast: with fewer than 5, the result can tell who voted how."


def test_so_few_ballots_that_they_tell_who_voted_how_are_warned_of(workshop: Path) -> None:
    """In one sentence, when it is closed, revealed and shown, and before the result; with five ballots no more."""
    run(workshop, "open", *ITEMS)
    run(workshop, "tally", "1=4", "--voters", "4")
    assert FEW in run(workshop, "close").err
    for words in (("reveal",), ("show",), ("show", "--json")):
        assert run(workshop, *words).err.splitlines() == [FEW]
    run(workshop, "open", *ITEMS)
    run(workshop, "tally", "1=4", "--voters", "5")
    assert "Only" not in run(workshop, "close").err + run(workshop, "reveal", "2").err


def test_a_vote_without_ballots_leads_nowhere_but_to_ballots(workshop: Path) -> None:
    """Closed without any, it names the command that takes some, and so does the reveal."""
    run(workshop, "open", *ITEMS)
    done = run(workshop, "close")
    assert "closed, with 0 ballots" in done.out
    assert "vaexercise plenary vote reopen 1" in done.err
    assert "reveal 1" not in done.err
    assert "vaexercise plenary vote reopen 1" in wrong(workshop, "reveal").err
    run(workshop, "reopen", "1")
    run(workshop, "tally", "1=9", "--voters", "9")
    assert run(workshop, "reveal").err == ""


def test_a_tally_of_hands_counts_as_ballots(workshop: Path) -> None:
    """Scores by the number of hands; sums of dots; what cannot be is refused with every reason."""
    run(workshop, "open", *ITEMS, "--method", "agreement")
    run(workshop, "tally", "1=7:3,8:2", "2=0:5", "--voters", "5")
    [first, *_] = json.loads(run(workshop, "reveal", "--json").out)["items"]
    assert (first["score"], first["outcome"], first["scores"][7:9]) == (7, "in", [3, 2])
    run(workshop, "open", *ITEMS)
    for words, said in {
        ("1=99",): "tally: item 1 has 99 dots, and 2 people had 4 for it",
        (
            "9=1",
            "2=x",
            "1=1",
            "1=2",
        ): "“9=1”: items are 1 to 4: write 1=9\n“1=2”: item 1 is there twice\n“x”: write whole",
        ("2", "1=1=1"): "“1=1”: write whole numbers",
    }.items():
        assert said in wrong(workshop, "tally", *words, "--voters", "2").err
    run(workshop, "open", *ITEMS, "--method", "ranking")
    assert "needs every ballot of the 2" in wrong(workshop, "tally", "3", "1=1", "--voters", "2").err
    assert "There is no vote 7" in wrong(workshop, "tally", "7", "1=1", "--voters", "2").err


def test_a_file_with_a_row_for_each_dot_counts_the_same(workshop: Path) -> None:
    """Ballot and item, with or without a number; titles or numbers; semicolons, other encodings, formula guards."""
    forms = (
        ("ballot;item\n1;Data sharing\n1;1\n2;3\n", "utf-16"),
        ("ballot,item,dots\n1,1,2\n2,Rights [/b],1\n", "utf-8"),
        ("Ballot,DATA SHARING,2,Rights [/b],transport\n1,2,,,\n2,,,1,\n", "utf-8-sig"),
    )
    for number, (text, encoding) in enumerate(forms, start=1):
        run(workshop, "open", *ITEMS)
        run(workshop, "import", write(workshop, text, encoding), "--vote", number)
        data = json.loads(run(workshop, "reveal", number, "--json").out)
        assert {item["item"]: item["score"] for item in data["items"]} == {1: 2, 3: 1, 2: 0, 4: 0}
        assert data["ballots"] == 2


def test_a_file_with_rows_in_order_is_a_ranking(workshop: Path) -> None:
    """Without a column of places the order of rows counts."""
    run(workshop, "open", *ITEMS, "--method", "ranking")
    run(workshop, "import", write(workshop, "ballot,item\n1,3\n1,1\n1,2\n1,4\n"))
    data = json.loads(run(workshop, "reveal", "--json").out)
    assert [item["item"] for item in data["items"]] == [3, 1, 2, 4]
    assert (data["condorcet"], data["concordance"]) == (3, None)


def test_the_same_file_twice_adds_nothing(workshop: Path) -> None:
    """It says how many were there; one with other choices is a problem, and nothing is recorded."""
    run(workshop, "open", *ITEMS)
    ballots = write(workshop, HEADER + "1,1,1,,,\n2,1,,2,,\n").rename(workshop.parent / "first.csv")
    assert "2 ballots added to vote 1, 0 there already." in run(workshop, "import", ballots).out
    assert "0 ballots added to vote 1, 2 there already." in run(workshop, "import", ballots).out
    done = wrong(workshop, "import", write(workshop, HEADER + "1,1,,1,,\n3,1,1,,,\n"))
    assert (done.code, done.out) == (1, "")
    assert "ballot 1: is in already of Group 1, with other choices" in done.err
    run(workshop, "spoil", "2")
    assert "1 ballot spoilt since" in run(workshop, "import", ballots).err


def test_all_problems_of_a_file_are_said_by_row(workshop: Path) -> None:
    """A name for a number, an unknown group, no number, over the budget, a ballot twice: in the order of rows."""
    run(workshop, "open", *ITEMS)
    rows = "Zola Marsh,1,1,,,\n2,9,1,,,\n3,1,x,,,\n4,1,2,1,,\n5,1,1,,,\n5,1,,1,,\n"
    done = wrong(workshop, "import", write(workshop, HEADER + rows))
    assert (done.code, done.out) == (1, "")
    assert done.err == (DATA / "problems.txt").read_text(encoding="utf-8")
    assert "Ballots: 0" in run(workshop, "list").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("group,1\n1,1\n", 'no column is called "ballot"'),
        ("ballot,Colour\n1,1\n", 'column "Colour" is none of the 4 items'),
        ("ballot,item,dots\n1,Nothing,1\n", "ballot 1: there is no item Nothing: items are 1 to 4"),
        ("ballot,item,dots\n1,2,1\n1,2,1\n", "ballot 1: item 2 is there 2 times: name it once"),
        ("%PDF-1.7", "not a CSV file"),
        ("", "nothing in this list"),
    ],
)
def test_what_is_no_list_of_ballots_is_refused(text: str, said: str, workshop: Path) -> None:
    """With the file's name, exit code 1, and nothing recorded."""
    run(workshop, "open", *ITEMS)
    done = wrong(workshop, "import", write(workshop, text))
    assert done.code == 1
    assert said in done.err
    assert "ballots.csv" in done.err


def test_scores_need_a_column(workshop: Path) -> None:
    """A row for each ballot and item of an agreement says the score."""
    run(workshop, "open", *ITEMS, "--method", "agreement")
    assert 'no column is called "score"' in wrong(workshop, "import", write(workshop, "ballot,item\n1,1\n")).err


def test_hostile_titles_and_ballots_are_harmless(workshop: Path) -> None:
    """Escape sequences, markup, formulas, overrides and very long text are text, wherever they are shown."""
    long = "x" * 10_000
    items = ("\x1b[31mred\x1b[0m", "\u202eeverything", "=HYPERLINK(1)", f"[/b]{long}")
    done = run(workshop, "open", *(word for item in items for word in ("--item", item)))
    shown = done.out + run(workshop, "enter", typed="1 3\n\n\x1b[2J\n\n" + "9" * 9000 + "\n").out
    shown += run(workshop, "reveal").out + run(workshop, "show", "--json").out
    assert "[/b]xxx" in shown
    assert "=HYPERLINK(1)" in shown
    assert not {"\x1b", "\u202e"} & set(shown)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Say what is voted on"),
        (("--question", "Q1", "--item", "A"), "Say what is voted on"),
        (("--question", "Q77"), "There is no question with themes Q77"),
        (("--question", "Q1"), "There are 0 themes to vote on"),
        (("--item", "A"), "There is 1 item to vote on"),
        (("--item", "A", "--item", "a "), "Two items are alike"),
        (("--item", "A", "--item", "\x1b[0m"), "one is empty"),
        ((*ITEMS, "--budget", "9"), "9 dots do not fit on 4 items"),
        ((*ITEMS, "--method", "ranking", "--cap", "1"), "ranking has no --budget and no --cap"),
    ],
)
def test_what_cannot_be_voted_on_is_refused(words: tuple[str, ...], said: str, workshop: Path) -> None:
    """With a sentence that says what to do, exit code 2, and no vote."""
    done = wrong(workshop, "open", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "no vote yet" in run(workshop, "list").err


def test_small_groups_are_not_shown_apart(workshop: Path) -> None:
    """Fewer than five ballots of a group would tell who voted what: not in words, not in data."""
    run(workshop, "open", *ITEMS)
    run(workshop, "import", write(workshop, HEADER + "1,1,1,,,\n2,2,,2,,\n"))
    done = run(workshop, "reveal").out
    assert "Groups are not shown apart" in done
    assert "Group 1:" in done
    assert "Each group apart" not in done
    data = json.loads(run(workshop, "show", "--json").out)
    assert not any("groups" in item or "average_of_groups" in item for item in data["items"])


def test_a_terminal_gets_tables_and_bars(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On enough columns; the bar of an item stands between 0 and 10, as high as its most frequent score."""
    run(workshop, "open", *ITEMS, "--method", "agreement")
    run(workshop, "tally", "1=0:1,10:2", "--voters", "3")
    monkeypatch.setattr(say, "plain_wanted", lambda asked: asked)
    monkeypatch.setenv("COLUMNS", "100")
    wide = run(workshop, "reveal").out
    assert "0 |▄         █| 10  1 Data sharing" in wide
    assert "Place   Median   Quartiles" in wide
    assert "10  2 Funding" not in wide
    monkeypatch.setenv("COLUMNS", "40")
    narrow = run(workshop, "show").out
    assert "Median: 10" in narrow
    assert "█" not in narrow


def test_a_ballot_goes_off_the_screen_when_it_is_saved(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the console can, it is cleared, and what is voted on is said again for the next person."""
    cleared: list[bool] = []

    def forget(_console: PlainConsole) -> bool:
        cleared.append(True)
        return True

    monkeypatch.setattr(PlainConsole, "forget", forget)
    run(workshop, "open", *ITEMS)
    done = run(workshop, "enter", typed="1 2\n\n2 2\n\n")
    assert len(cleared) == 2
    assert done.out.count("3 Rights [/b]") == 3


def test_themes_that_changed_since_are_said(workshop: Path) -> None:
    """Whoever types ballots hears that the vote is on the themes of then, and how to vote on those of now."""
    opened = Workshop(workshop)
    question = sortable(opened, opened.session())[1]
    themes = Themes(opened, opened.session())
    themes.open(question, "One")
    themes.open(question, "Two")
    run(workshop, "open", "--question", "q1", "--anyway")
    assert "themes have changed" not in run(workshop, "enter", typed="").out
    Themes(Workshop(workshop), opened.session()).open(question, "Three")
    done = run(workshop, "enter", typed="")
    assert "The themes have changed since vote 1 was opened" in done.out
    assert "3 Three" not in done.out
    run(workshop, "reopen", "--again")
    assert "3 Three" in run(workshop, "enter", typed="").out


def test_what_was_assumed_about_a_file_is_said(workshop: Path) -> None:
    """A title above the column names is left out; a row without an item is a blank ballot."""
    run(workshop, "open", *ITEMS)
    done = run(workshop, "import", write(workshop, "Ballots of the day,,\nballot,item,dots\n1,2,1\n2,,\n"))
    assert "Row 1 stands above the column names" in done.err
    assert "2 ballots added" in done.out
    assert "scores are 0 to 10" in _tally_of_agreement(workshop)


def _tally_of_agreement(workshop: Path) -> str:
    run(workshop, "open", *ITEMS, "--method", "agreement")
    return wrong(workshop, "tally", "2", "1=11:1", "--voters", "1").err
