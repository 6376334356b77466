"""What linking makes of the places of a document: names, statements, relations and decisions that stay."""

from __future__ import annotations

from dataclasses import replace

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.elements import (
    Element,
    ElementKind,
    Operator,
    Relation,
    RelationStatement,
    RelationType,
    ReviewStatus,
    relation_id,
)
from ingest.extraction import Proposals, ProposedElement, ProposedRelation, Quote
from ingest.grounding import Grounded, ground
from ingest.linking import Linked, link
from tests.fakes import READ, LineExtractor, case_of, document, read_into

EMPTY = Case.of(CaseHead(id="case"))


def linked(text: str, case: Case = EMPTY) -> Linked:
    parsed = document(text)
    return link(parsed, ground(parsed, LineExtractor().extract(parsed)), case, entered=READ)


def replaced_by(new: str, old: str) -> Relation:
    said = RelationStatement(entered=READ)
    id_ = relation_id(RelationType.SUPERSEDES, new, old)
    return Relation(id=id_, type=RelationType.SUPERSEDES, source=new, target=old, stated=(said,))


def only(case: Case) -> Element:
    (element,) = case.standing.values()
    return element


def test_a_mention_leaves_the_name_to_the_place_that_introduces() -> None:
    assert only(case_of("control? berth LOCKS", "control: Berth lock")).name == "Berth lock"


def test_a_name_that_only_a_mention_gives_is_kept() -> None:
    assert only(case_of("control? Berth lock")).name == "Berth lock"


def test_every_spelling_becomes_an_alias_and_no_reference_does() -> None:
    case = case_of("control: Sieve gate (SG)", "control: Sievegate", "control? the gate")

    assert only(case).name == "Sieve gate"
    assert set(only(case).aliases) == {"SG", "Sievegate"}


def test_an_element_keeps_every_passage_that_speaks_of_it() -> None:
    assert len(only(case_of("control: Berth lock\n\ncontrol? the lock", "control? berth locks")).passages) == 3


def test_a_decision_stays_when_the_document_is_read_in_a_new_version() -> None:
    case = case_of("control: Berth lock")
    rejected = only(case).model_copy(update={"status": ReviewStatus.REJECTED})
    case, _ = apply_changes(case, Changes(elements=(rejected,)))

    after, _ = read_into(case, document("control: berth locks\n\ncontrol: Quay light", "0.md"))

    assert after.elements["control-berth-lock"].status is ReviewStatus.REJECTED
    assert only(after).name == "Quay light"


def test_the_name_of_a_merged_element_leads_to_what_it_became() -> None:
    case = case_of("control: Berth lock\n\ncontrol: Mooring bolt")
    case, _ = apply_changes(case, Changes(relations=(replaced_by("control-mooring-bolt", "control-berth-lock"),)))

    after, _ = read_into(case, document("control: berth lock", "new.md"))

    assert only(after).id == "control-mooring-bolt"
    assert len(only(after).passages) == 2


def test_what_one_place_says_in_several_proposals_is_one_statement() -> None:
    parsed = document("The gate needs a lock or a light.")
    whole = Quote(0, len(parsed.text), parsed.text)
    named = ProposedElement(key="gate", kind=ElementKind.CONTROL, name="gate", quote=whole)
    combined = replace(named, mention=True, operator=Operator.DISJUNCTIVE)

    changes = link(parsed, Grounded(Proposals((named, combined))), EMPTY, entered=READ).changes

    (said,) = changes.elements[0].stated
    assert (said.name, said.operator) == ("gate", Operator.DISJUNCTIVE)


def test_messages_over_two_channels_are_two_relations() -> None:
    parsed = document("The gauge pages and mails the watch.")
    whole = Quote(0, len(parsed.text), parsed.text)
    gauge = ProposedElement(key="gauge", kind=ElementKind.CONTROL, name="gauge", quote=whole)
    watch = ProposedElement(key="watch", kind=ElementKind.TEAM, name="watch", quote=whole)
    sent = [ProposedRelation(RelationType.ALERTS, "gauge", "watch", whole, channel=c) for c in ("page", "mail", "page")]

    changes = link(parsed, Grounded(Proposals((gauge, watch), tuple(sent))), EMPTY, entered=READ).changes

    assert {relation.channel or relation.stated[0].channel for relation in changes.relations} == {"page", "mail"}
    assert [len(relation.stated) for relation in changes.relations] == [1, 1]


def test_a_relation_whose_ends_turn_out_to_be_one_thing_is_left_out_with_its_reason() -> None:
    text = "control: Berth lock\n\ncontrol: Berth-Lock X\n\ncontrol? Berthlock\n\ncontrol Berth lock -DEPENDS_ON-> control Berthlock"

    found = linked(text)

    assert not found.changes.relations
    assert found.rejected[0].why.endswith("both ends are 'control-berth-lock'")


def test_a_mention_keeps_its_kind_where_the_other_kind_would_make_it_illegal() -> None:
    case = case_of("dependency: Log relay")

    after, _ = read_into(
        case, document("claim: Gates hold\n\ncontrol? Log relay\n\nclaim Gates hold -SUPPORTED_BY-> control Log relay")
    )

    assert {element.kind for element in after.elements.values()} == {"dependency", "claim", "control"}
    assert len(after.relations) == 1


def test_a_new_version_of_a_document_supersedes_the_old_in_the_name_of_who_read_it() -> None:
    case = case_of("control: Berth lock")

    after, _ = read_into(case, document("control: Quay light", "0.md"))

    (relation,) = after.relations.values()
    assert (relation.type, relation.stated[0].entered) == (RelationType.SUPERSEDES, READ)
    assert only(after).name == "Quay light"


def test_findings_are_numbered_by_each_document_for_itself() -> None:
    case = case_of("finding 2: Alarms are late", "finding 2: Nobody reads the log")

    again, _ = read_into(case, document("finding 2: The log is read by nobody", "1.md"))

    assert set(again.elements) == set(case.elements) == {"finding-2-0", "finding-2-1"}


def test_two_claims_of_one_number_that_share_no_word_stay_apart() -> None:
    case = case_of("claim 1: Gates hold", "claim 1: Pumps run dry")

    assert {element.name for element in case.elements.values()} == {"Gates hold", "Pumps run dry"}


def test_a_code_that_is_a_name_is_no_number_for_who_mentions_it() -> None:
    register, talk = "control: Egress cap = CTL05\n", "control CTL05? CTL05\n"

    case = case_of(register, talk)

    (cap,) = case.standing.values()
    assert (cap.name, cap.aliases, cap.number) == ("Egress cap", ("CTL05",), None)


def test_a_number_that_the_source_gave_stays_one_where_it_is_mentioned() -> None:
    case = case_of("control CTL05: Egress cap\n", "control CTL05? CTL05\n")

    (cap,) = case.standing.values()
    assert cap.number == "CTL05"
