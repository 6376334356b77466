from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted

LEADS = (
    "## A People",
    "The Night Crew is a team of six. The Harbour Office is a team of two. The Night Crew pages the Harbour Office.",
    "## B Controls",
    "**Kiln Watch.** It looks at the kiln.",
    "**Rope Check.** It looks at ropes.",
    "## C Notes",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kiln Watch belongs to the Night Crew.",
        "The Kiln Watch is the responsibility of the Night Crew.",
        "The Night Crew answers for the Kiln Watch.",
        "The Night Crew is in charge of the Kiln Watch.",
    ],
)
def test_words_of_charge_say_who_owns(sentence: str) -> None:
    assert ends(extracted(*LEADS, sentence), "OWNED_BY") == {("Kiln Watch", "Night Crew")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Rope Check is carried out by the Harbour Office.",
        "The Rope Check is in the hands of the Harbour Office.",
        "The Harbour Office takes care of the Rope Check.",
        "The Rope Check is coordinated by the Harbour Office.",
    ],
)
def test_words_of_work_say_who_operates(sentence: str) -> None:
    assert ends(extracted(*LEADS, sentence), "OPERATED_BY") == {("Rope Check", "Harbour Office")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kiln Watch no longer belongs to the Night Crew.",
        "Nobody in the Night Crew answers for the Kiln Watch.",
        "The Kiln Watch looks at the Night Crew.",
    ],
)
def test_denied_and_other_words_say_neither(sentence: str) -> None:
    read = extracted(*LEADS, sentence)

    assert not ends(read, "OWNED_BY")
    assert not ends(read, "OPERATED_BY")


@pytest.mark.parametrize(
    ("owner", "operator"),
    [("In the care of", "Run by"), ("Belongs to", "Who keeps it"), ("Answers for it", "Looked after by")],
)
def test_heads_of_columns_say_it_in_plain_words(owner: str, operator: str) -> None:
    read = extracted(
        "# Memo",
        f"| Safeguard | {owner} | {operator} |",
        "| Kiln Watch | Night Crew | Harbour Office |",
    )

    assert ends(read, "OWNED_BY") == {("Kiln Watch", "Night Crew")}
    assert ends(read, "OPERATED_BY") == {("Kiln Watch", "Harbour Office")}
