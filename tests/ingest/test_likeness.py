"""What makes two names alike enough to ask a person, and what tells them apart."""

from __future__ import annotations

import pytest

from ingest.known import KnownThings
from ingest.likeness import Evidence, Ground, are_told_apart, by_name
from ingest.things import Thing
from tests.fakes import case_of

GROUNDS = [
    ("control: Transcript monitor", "control: Offline transcript monitor", Ground.SHORTER),
    ("control: Egress limiter", "control: Egress limiter service", Ground.KIND_WORD),
    ("evidence: Slipknot trial", "evidence: Slipknot exercise", Ground.KIND_WORD),
    ("person: On-call nurse", "person: On-call person", Ground.KIND_WORD),
    ("dependency: Bucket access log", "dependency: Access log of the bucket", Ground.ORDER),
    ("control: Automated dose check", "control: Automatic dose checking", Ground.SPELLING),
    ("control: Tripwires", "control: Tripwire shards", Ground.LONGER_HEAD),
    ("team: Estate security", "team: ES", Ground.ACRONYM),
    ("person: Maren Oyelaran", "person: M. Oyelaran", Ground.PERSON),
    (
        "claim: No single guard can open the harbour gate",
        "claim: No guard alone can open the harbour gate",
        Ground.RETELLING,
    ),
]
NOTHING_ALIKE = [
    ("dependency: EU weights bucket", "dependency: US weights bucket"),
    ("control: Intake precision gauge", "control: Intake prevision gauge"),
    ("control: Escalation from security to operations", "control: Escalation to security from operations"),
    ("claim: The gate can be opened by one guard", "claim: The gate can not be opened by one guard"),
    ("control: Night lock", "control: Crane brake"),
    ("claim: The gate holds", "claim: The gate is old and rusty"),
]
TOLD_APART = [
    ("control: Monitor A", "control: Monitor B"),
    ("claim 5.1: The gate holds", "claim 5.11: The gate holds"),
    ("person: Ines Varga", "person: Tomasz Varga"),
    ("control: Stage II filter", "control: Stage III filter"),
]


def things_of(text: str) -> tuple[Thing, ...]:
    known = KnownThings()
    known.read(case_of(text))
    return tuple(known.catalogue.things)


def reason(first: str, second: str) -> Evidence | None:
    one, other = (thing for text in (first, second) for thing in things_of(text))
    return by_name(one, other, lambda _: 1.0)


@pytest.mark.parametrize(("first", "second", "ground"), GROUNDS)
def test_likely_names_are_alike_by_a_ground_that_is_told(first: str, second: str, ground: Ground) -> None:
    found = reason(first, second)

    assert found is not None
    assert found.ground is ground
    assert reason(second, first) is not None


@pytest.mark.parametrize(("first", "second"), NOTHING_ALIKE)
def test_a_word_that_tells_on_either_side_leaves_nothing_alike(first: str, second: str) -> None:
    assert reason(first, second) is None


@pytest.mark.parametrize(("first", "second"), TOLD_APART)
def test_numbers_letters_and_full_names_tell_apart(first: str, second: str) -> None:
    one, other = (thing for text in (first, second) for thing in things_of(text))

    assert are_told_apart(one, other)
    assert not are_told_apart(one, one)


def test_a_shared_alias_goes_half_as_far_where_the_names_tell_apart() -> None:
    alias = " = weights bucket"

    shared = reason(f"dependency: EU weights bucket{alias}", f"dependency: US weights bucket{alias}")
    alone = reason("dependency: weights bucket", "dependency: Weights bucket")

    assert shared is not None
    assert alone is not None
    assert shared.share == alone.share / 2
