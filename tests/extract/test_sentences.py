"""Sentences end where a reader would end them, and together hold the whole text.

In the cases, ¦ marks each place where the text is to be cut; the blanks about it belong to no sentence.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.extract.sentences import is_wrapped, sentences

MARKS = "aB1 .!?\n\"'”“)(,;،。؟۔…é\u0301🚀\u200d\u202e\u200fرعİ\r\x00\ud800\udfff\u00a0\u2028-*"
WORDS = ["No", "U.S.", "Gen.", "The", "\r\n", "\n\n", "...", "a.m.", "norland", " ", "  ", "👩\u200d👧", "1.5", "”"]
TEXTS = st.lists(st.sampled_from(MARKS) | st.sampled_from(WORDS) | st.characters(), max_size=60).map("".join)


def check(case: str) -> None:
    """Cut a case without its marks, and hold the sentences against it."""
    text = case.replace("¦", "")
    assert [text[start:end] for start, end in sentences(text)] == [part.strip() for part in case.split("¦")]


@pytest.mark.parametrize(
    "case",
    [
        "Norland sent rifles.¦ Korvia denied it.",
        "Did Norland send rifles?¦ Korvia denied it!¦ It lied.",
        "Norland sent rifles!!!¦ Korvia denied it.",
        "What?!¦ Korvia denied it.",
        "Norland sent rifles.¦   Korvia denied it.",
        "Norland sent rifles.¦\tKorvia denied it.",
        "Norland sent rifles.¦\u00a0Korvia denied it.",
        "Norland sent 40 rifles in 2031.¦ 12 men came with them.",
        "Norland sent rifles; Korvia, mortars: Averna kept count.",
        "Norland sent rifles",
    ],
)
def test_stop_before_a_new_beginning_ends_a_sentence(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "Gen. Arlo Voss left.¦ He came back.",
        "Lt. Col. Voss and Maj. Crane left.¦ They came back.",
        "Brig. Gen. Voss met Adm. Lane.¦ Capt. Moss stayed.",
        "Mr. and Mrs. Voss met Dr. Lane.¦ Prof. Crane stayed.",
        "Sen. Voss, Gov. Lane and Amb. Crane agreed.¦ Pres. Moss did not.",
        "The base lies near St. Arlo.¦ Rebels hold it.",
        "Varn Corp. Chairman Voss and Varn Ltd. Director Lane denied it.",
        "On Jan. 5 and Sept. 9 the trucks came.¦ On Sat. Korvia saw them.",
        "The list in vol. 3, Art. 51 and pp. 4 to 9 names it.",
        "(Gen. Voss) and “Col. Lane” left.",
        "GEN. VOSS LEFT.¦ HE CAME BACK.",
    ],
)
def test_ranks_titles_and_abbreviations_keep_their_stop(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    ["The rebels sat.¦ Korvia waited.", "They lay in the sun.¦ Korvia waited.", "It shows his art.¦ Korvia waited."],
)
def test_abbreviation_that_is_also_a_word_ends_a_sentence_in_lower_case(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "J. R. Voss left.¦ He came back.",
        "J.R. Voss left.¦ He came back.",
        "The U.S. Army denied it.¦ The U.N. Security Council met.",
        "Arms came from the U.S.¦ The ministry agreed.",
        "Arms came from the U.S.¦ He saw them.",
        "Arms came from the U.S.¦ But Korvia denied it.",
        "Arms came from the U.S. Korvia denied it.",
        "Arms came from the U.S. and Korvia.",
        "The convoy left at 5 a.m.¦ The army followed at 9 p.m.¦ It was late.",
        "The convoy left at 5 a.m. Monday.",
        "The convoy left at 5 a.m. sharp.",
        "Photo by É. Voss.¦ Korvia, 2031.",
    ],
)
def test_initials_end_a_sentence_only_before_a_word_that_begins_one(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "Convoy No. 5 left.¦ Convoy no. 6 stayed.",
        "Resolutions nos. 5 and 6 passed.",
        "Averna said no.¦ Korvia said yes.",
        "No.¦ Korvia will not.¦ No.",
        "Averna said “No.”¦ Korvia said yes.",
    ],
)
def test_no_is_a_number_only_before_a_digit(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "It sent 1.5 metric tons.¦ Korvia kept 2.5.",
        "It cost $3.5 million, or 4.25 percent more.",
        "The ministry's site, www.averna.example/arms.html?no=5, names it.",
        "The plan was printed.Korvia denied it.",
        "Korvia denied it.[1] Averna did not.",
    ],
)
def test_stop_without_a_blank_after_it_ends_nothing(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "They waited...¦ The trucks came.",
        "They waited... and waited.",
        "They waited…¦ The trucks came.",
        "They waited… and waited.",
        "They waited. . . and waited.",
        "They waited. . .¦ The trucks came.",
        "The trucks came. . .",
        "“Wait...”¦ Korvia did.",
        "Averna said no...¦ The trucks came.",
    ],
)
def test_dots_end_a_sentence_unless_it_goes_on_in_lower_case(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        '"We sent rifles."¦ The general left.',
        "“We sent rifles.”¦ “Korvia knows.”",
        "“We sent rifles,” he said.¦ “Korvia knows.”",
        "“Who sent rifles?” asked Korvia.",
        '"Go!" he said.¦ "Now!"',
        "'We sent rifles.'¦ 'Korvia knows.'",
        "«We sent rifles.»¦ «Korvia knows.»",
        "(Norland sent rifles.)¦ Korvia denied it.",
        "[Norland sent rifles.]¦ (Korvia denied it.)",
        "(“Norland sent rifles.”)¦ Korvia denied it.",
    ],
)
def test_quotes_and_brackets_close_with_the_sentence_they_end(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "Norland sends rifles to Korvia¦\nThe plan was printed.",
        "NORLAND SENDS RIFLES¦\n\nThe plan was printed",
        "Norland sends rifles¦\n \n\t\nthe plan was printed.",
        "A truck in Korvia, 2031 (J. Voss/Averna Herald)¦\nNorland sends rifles",
        "Norland sent rifles.¦\nKorvia denied it.¦\nAverna kept count.",
        "Norland sends rifles¦\r\nThe plan was printed.¦\r\n\r\nKorvia denied it.",
        "- Rifles¦\n- Mortars¦\n* Trucks",
        "• Rifles¦\n• Mortars",
        "(a) Rifles¦\n(b) Mortars",
        "Norland sends:¦\nRifles¦\nMortars",
        "\n\n  Norland sends rifles¦\n\n",
    ],
)
def test_line_break_ends_headlines_captions_and_items_without_a_stop(case: str) -> None:
    text = case.replace("¦", "")
    assert [text[start:end] for start, end in sentences(text)] == [p for part in case.split("¦") if (p := part.strip())]


@pytest.mark.parametrize(
    "case",
    [
        "Norland sent\nrifles to Korvia.¦ Averna kept count.",
        "Norland sent\r\nrifles to Korvia.",
        "Norland sent rifles,\nKorvia said.",
        "Norland sent rifles;  \r\nKorvia, mortars.",
        "Norland sent rifles\n  and mortars.",
    ],
)
def test_line_break_ends_nothing_before_lower_case_or_after_a_comma(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "هل وصلت الأسلحة؟¦ نعم وصلت.¦ انتهى",
        "قالت أفيرنا، إنها لم ترسل؛ بل وعدت.¦ ثم صمتت",
        "ہتھیار پہنچ گئے۔¦ جنگ بندی ہوئی۔",
        "武器到了。¦ 军队走了。",
        "武器到了。¦\n军队走了。",
        "Оружие прибыло.¦ Корвия отрицает.",
        "Τα όπλα έφτασαν.¦ Η Κορβία το αρνείται.",
    ],
)
def test_sentences_of_other_scripts_end_at_their_stops(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "Rockets fell 🚀.¦ Korvia denied it.",
        "Rockets fell!¦ 🚀 Korvia denied it.",
        "🚀🚀 Rockets fell.¦ 👩\u200d👩\u200d👧 Families fled.",
        "\u202eRockets fell.¦ \u202eKorvia denied it.",
        "Rockets fell e\u0301.¦ E\u0301lan fled.",
        "Rockets\x00fell.¦ \x00Korvia denied it.",
        "Rockets \ud800 fell.¦ \udfff Korvia denied it.",
    ],
)
def test_uncommon_marks_stand_in_sentences_like_letters(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "Norland sent rifles. ...¦ Korvia denied it.",
        "Norland sent rifles.\n”¦\nKorvia denied it.",
        "Norland sent rifles.\n* * *¦\nKorvia denied it.",
        "Norland sent rifles\n---",
        "...",
        "🚀\n🚀",
    ],
)
def test_marks_without_a_word_belong_to_what_stands_before(case: str) -> None:
    check(case)


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n\t \u00a0\u2028"])
def test_blank_text_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


WRAPPED = """Norland has promised to send rifles and mortars to the rebels of
Korvia if the truce that was signed in the spring does not hold, two
Averna officials said on Monday. The promise was made in a letter to
General Arlo Voss, who leads the rebels in the north of the country.
Norland denied it. The rebels say that the letter was written before
Averna broke off the talks, and that nothing has come of it since so
far. Korvia asked for an inquiry."""


def test_text_wrapped_at_a_width_is_cut_at_its_stops_alone() -> None:
    check(WRAPPED.replace(". ", ".¦ ").replace("country.\n", "country.¦\n"))


def test_blank_line_ends_a_sentence_of_wrapped_text() -> None:
    text = f"ARMS FOR KORVIA\n\n{WRAPPED}"
    assert sentences(text)[0] == (0, len("ARMS FOR KORVIA"))


def test_wrapped_text_is_told_with_either_kind_of_line_end() -> None:
    assert is_wrapped(WRAPPED)
    assert is_wrapped(WRAPPED.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Norland sends rifles.",
        "\n".join(WRAPPED.split("\n")[:4]),
        WRAPPED.replace("\n", "\n\n"),
        "\n".join(["Norland has promised to send rifles and mortars to Korvia's rebels."] * 20),
        "\n".join(["Rifles for Korvia"] * 20),
        "\n".join([WRAPPED.replace("\n", " ")] * 20),
    ],
)
def test_short_lines_whole_sentences_and_paragraphs_are_not_wrapped_text(text: str) -> None:
    assert not is_wrapped(text)


@settings(deadline=None)
@given(TEXTS)
def test_sentences_stand_in_order_and_do_not_overlap(text: str) -> None:
    bounds = [bound for sentence in sentences(text) for bound in sentence]
    assert all(start < end for start, end in sentences(text))
    assert bounds == sorted(bounds)
    assert not bounds or (bounds[0] >= 0 and bounds[-1] <= len(text))


@settings(deadline=None)
@given(TEXTS)
def test_every_letter_digit_and_mark_lies_in_a_sentence(text: str) -> None:
    inside = {at for start, end in sentences(text) for at in range(start, end)}
    assert not [at for at, mark in enumerate(text) if not mark.isspace() and at not in inside]


@settings(deadline=None)
@given(TEXTS)
def test_sentence_begins_and_ends_with_no_blank(text: str) -> None:
    cut = [text[start:end] for start, end in sentences(text)]
    assert cut == [sentence.strip() for sentence in cut]


@settings(deadline=None)
@given(TEXTS)
def test_sentence_holds_a_word_wherever_the_text_has_one_before_it(text: str) -> None:
    for start, end in sentences(text)[1:]:
        assert any(mark.isalnum() for mark in text[start:end])


@pytest.mark.parametrize(
    "text",
    ["." * 200_000 + "x", "Norland Sends Rifles\n" * 100_000, "A. " * 100_000, "A." + " " * 200_000, "\n" * 200_000],
)
def test_text_of_one_thing_over_and_over_is_cut_in_a_moment(text: str) -> None:
    started = time.process_time()
    sentences(text)
    assert time.process_time() - started < 5  # minutes where every stop or line looks at all others
