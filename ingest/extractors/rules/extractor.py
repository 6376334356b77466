"""The offline extractor: reads a document once and asks every rule what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeGuard

from graph.elements import Basis, RelationType
from ingest.document import ParsedDocument
from ingest.extraction import Extractor, KnownName, Proposals, ProposedElement, ProposedRelation
from ingest.extractors.rules.aimed_things import with_aimed
from ingest.extractors.rules.alarm_tables import read_alarm_tables
from ingest.extractors.rules.answered_needs import read_asked_needs
from ingest.extractors.rules.asked_failures import read_asked_failures
from ingest.extractors.rules.asked_tests import read_asked_tests
from ingest.extractors.rules.asked_triggers import read_asked_triggers
from ingest.extractors.rules.assignments import read_assignments
from ingest.extractors.rules.claims import read_claims
from ingest.extractors.rules.combinations import (
    factor_lists,
    holders,
    read_combinations,
    sentences_apart,
)
from ingest.extractors.rules.components import read_components
from ingest.extractors.rules.conclusions import read_conclusions
from ingest.extractors.rules.conditions import read_conditions
from ingest.extractors.rules.conductors import read_conductors
from ingest.extractors.rules.corrections import without_corrected
from ingest.extractors.rules.criticised import with_criticised
from ingest.extractors.rules.crossrefs import read_likenesses, read_references
from ingest.extractors.rules.dependencies import read_dependencies
from ingest.extractors.rules.doings import read_doings
from ingest.extractors.rules.evaluations import read_evaluations
from ingest.extractors.rules.factor_things import with_factor_things
from ingest.extractors.rules.factors import find_factors, read_factors, read_row_factors
from ingest.extractors.rules.findings import read_findings
from ingest.extractors.rules.incident_evidence import read_incident_evidence
from ingest.extractors.rules.inventory import read_inventory
from ingest.extractors.rules.known_names import telling, with_known_names
from ingest.extractors.rules.led_support import read_led_evidence
from ingest.extractors.rules.margin_comments import read_margin_comments
from ingest.extractors.rules.membership import read_membership
from ingest.extractors.rules.messages import read_messages
from ingest.extractors.rules.mitigations import read_mitigations
from ingest.extractors.rules.named_arguments import read_named_arguments
from ingest.extractors.rules.need_roles import with_roles
from ingest.extractors.rules.next_causes import read_next_causes
from ingest.extractors.rules.numbered_mentions import read_numbered_mentions, without_passing
from ingest.extractors.rules.only_they import read_only_they
from ingest.extractors.rules.ownership import read_ownership
from ingest.extractors.rules.passing import read_passing_pathways
from ingest.extractors.rules.pathway_lines import read_pathway_lines
from ingest.extractors.rules.pathway_prose import read_pathway_prose
from ingest.extractors.rules.pathways import read_pathways
from ingest.extractors.rules.performances import read_performances
from ingest.extractors.rules.prose_messages import read_prose_messages
from ingest.extractors.rules.raisers import with_raisers
from ingest.extractors.rules.readers import read_readers, read_unanswered
from ingest.extractors.rules.reading import Reading, read
from ingest.extractors.rules.registers import is_register, read_register, register_notes
from ingest.extractors.rules.reported_checks import read_reported_checks
from ingest.extractors.rules.reported_findings import read_reported_findings
from ingest.extractors.rules.results import read_results
from ingest.extractors.rules.retests import read_retests, without_retold
from ingest.extractors.rules.said_lines import read_said_lines
from ingest.extractors.rules.second_look import look_again
from ingest.extractors.rules.section_lines import read_section_lines
from ingest.extractors.rules.short_answers import read_replies
from ingest.extractors.rules.signals import read_signals
from ingest.extractors.rules.spoken_tests import read_spoken_tests
from ingest.extractors.rules.standings import table_notes
from ingest.extractors.rules.supports import read_supports
from ingest.extractors.rules.talked_lines import read_talked_lines
from ingest.extractors.rules.talked_results import read_talked_results
from ingest.extractors.rules.tellings import read_tellings, retold
from ingest.extractors.rules.tested_claims import read_tested_claims
from ingest.extractors.rules.timelines import read_timelines
from ingest.extractors.rules.told_answers import read_latencies_asked, read_own_calls, read_told_answers
from ingest.extractors.rules.told_lines import read_told_lines
from ingest.extractors.rules.told_tests import read_told_tests
from ingest.extractors.rules.trials import read_trials
from ingest.extractors.rules.tried_things import read_tried_things
from ingest.extractors.rules.trigger_lists import read_trigger_lists
from ingest.extractors.rules.trigger_tables import read_trigger_tables
from ingest.extractors.rules.triggers import read_triggers
from ingest.extractors.rules.who_can import read_who_can
from ingest.extractors.rules.windows import read_windows
from ingest.limits import DEFAULT

_MESSAGES = frozenset({RelationType.ALERTS, RelationType.ESCALATES_TO})
_SHOWN = 50
_NAMED = 3


@dataclass(frozen=True)
class RulesExtractor:
    """Reads structured reports, critiques, interviews and incident reports by general rules. See `Extractor`.

    `longest`: characters that are read as one sentence at most; see `Limits`.
    """

    longest: int = DEFAULT.sentence

    @property
    def name(self) -> str:
        """See `Extractor.name`."""
        return "rules-1" if self.longest == DEFAULT.sentence else f"rules-1 (sentence={self.longest})"

    @property
    def alone(self) -> Extractor:
        """See `Extractor.alone`."""
        return self

    def extract(self, document: ParsedDocument, known: tuple[KnownName, ...] = ()) -> Proposals:
        """See `Extractor.extract`."""
        if is_register(document):
            return replace(collected(read_register(document)), warnings=register_notes(document))
        names = telling(known)
        reading = with_known_names(read(document, names, longest=self.longest), names)
        reading = with_factor_things(with_roles(with_aimed(look_again(with_criticised(reading)))))
        found = _read(reading)
        said_so = (*found, *read_tested_claims(reading, found))
        stated = without_passing(reading, tuple(each for each in said_so if not _is_asked(each)))
        said = with_raisers(reading, without_corrected(reading, (*stated, *read_margin_comments(reading))))
        return replace(
            collected(_told(reading, each) for each in said),
            warnings=(*self._warnings(reading), *table_notes(reading.outline)),
        )

    def _warnings(self, reading: Reading) -> tuple[str, ...]:
        """Which blocks hold a sentence that was read in parts."""
        cut = [unit for unit in reading.outline.units if unit.is_cut]
        if not cut:
            return ()
        where = ", ".join(f"“{' '.join(unit.text[:_SHOWN].split())} …”" for unit in cut[:_NAMED])
        more = f" and {len(cut) - _NAMED} more" if len(cut) > _NAMED else ""
        told = f"sentences of more than {self.longest} characters were read in parts: in {where}{more}"
        return (f"{told}; end them with full stops, or raise 'sentence' under [limits] in the settings",)


def collected(proposals: Iterable[ProposedElement | ProposedRelation]) -> Proposals:
    """Proposals in the order of the text, each once; relations only between things that are proposed."""
    kept = tuple(dict.fromkeys(proposals))
    elements = sorted((p for p in kept if isinstance(p, ProposedElement)), key=lambda p: p.quote.start)
    keys = {element.key for element in elements}
    relations = sorted(
        (p for p in kept if isinstance(p, ProposedRelation) and p.source in keys and p.target in keys),
        key=lambda p: p.quote.start,
    )
    return Proposals(tuple(elements), tuple(relations))


def _is_asked(proposal: ProposedElement | ProposedRelation) -> bool:
    """Is it a relation that only a question words? A question states nothing by itself."""
    return isinstance(proposal, ProposedRelation) and proposal.quote.text.rstrip(' "”’)*_').endswith("?")


def _told(reading: Reading, proposal: ProposedElement | ProposedRelation) -> ProposedElement | ProposedRelation:
    """As it is; a relation that follows a link against its words is a conclusion of the reader's."""
    if isinstance(proposal, ProposedElement):
        return proposal
    quote = proposal.quote
    followed = any(quote.start <= place < quote.end for place in reading.outline.redirected)
    return replace(proposal, basis=Basis.INFERRED) if followed else proposal


def _of_pathways(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    yield from read_pathways(reading)
    passing = tuple(read_passing_pathways(reading))
    yield from passing
    yield from read_talked_lines(reading, passing)
    yield from read_pathway_lines(reading)
    yield from read_pathway_prose(reading)
    yield from read_named_arguments(reading)


def _read(reading: Reading) -> tuple[ProposedElement | ProposedRelation, ...]:
    factors = find_factors(reading)
    lists = factor_lists(reading, factors)
    claims = tuple(read_claims(reading, sentences_apart(lists)))
    references = tuple(read_references(reading, factors))
    sections = tuple(read_section_lines(reading))
    lines = (*(p for p in (*claims, *references) if isinstance(p, ProposedRelation)), *sections)
    messages = (*read_messages(reading), *read_told_answers(reading), *read_own_calls(reading), *read_readers(reading))
    tests = _tests(reading)
    incidents = _of_incidents(reading)
    return (
        *claims,
        *references,
        *sections,
        *_of_pathways(reading),
        *read_likenesses(reading, lines),
        *read_inventory(reading),
        *_needs(reading),
        *read_ownership(reading),
        *read_doings(reading),
        *read_membership(reading),
        *_with_tellings(reading, (*messages, *incidents)),
        *read_latencies_asked(reading, messages),
        *read_unanswered(reading, messages),
        *read_signals(reading),
        *read_supports(reading, lines),
        *read_said_lines(reading),
        *tests,
        *read_conductors(reading),
        *read_tried_things(reading, tests),
        *read_talked_results(reading, tests),
        *read_who_can(reading),
        *read_windows(reading),
        *read_components(reading),
        *read_results(reading),
        *read_conclusions(reading),
        *read_factors(reading, factors, holders(reading, lists)),
        *read_combinations(reading, lists),
        *read_row_factors(reading),
        *read_findings(reading),
        *read_reported_findings(reading),
        *read_mitigations(reading),
        *read_triggers(reading),
        *read_trigger_tables(reading),
        *read_trigger_lists(reading),
        *read_conditions(reading),
        *read_asked_triggers(reading),
        *read_numbered_mentions(reading),
    )


def _with_tellings(
    reading: Reading, read: tuple[ProposedElement | ProposedRelation, ...]
) -> Iterator[ProposedElement | ProposedRelation]:
    """What was read of messages and incidents, with the messages that any clause, answer or chain tells besides."""
    known = [each for each in read if _is_message(each)]
    told = tuple(retold(reading, [*known, *read_told_lines(reading, known)]))
    yield from told
    yield from read_tellings(reading, told)
    yield from (each for each in read if not _is_message(each))


def _is_message(proposal: ProposedElement | ProposedRelation) -> TypeGuard[ProposedRelation]:
    return isinstance(proposal, ProposedRelation) and proposal.type in _MESSAGES


def _needs(reading: Reading) -> tuple[ProposedElement | ProposedRelation, ...]:
    return (
        *read_dependencies(reading),
        *read_replies(reading),
        *read_asked_failures(reading),
        *read_asked_needs(reading),
        *read_only_they(reading),
    )


def _tests(reading: Reading) -> tuple[ProposedElement | ProposedRelation, ...]:
    retests = tuple(read_retests(reading))
    return (
        *retests,
        *without_retold(
            retests,
            (
                *read_evaluations(reading),
                *read_led_evidence(reading),
                *read_trials(reading),
                *read_spoken_tests(reading),
                *read_told_tests(reading),
                *read_reported_checks(reading),
                *read_asked_tests(reading),
            ),
        ),
    )


def _of_incidents(reading: Reading) -> tuple[ProposedElement | ProposedRelation, ...]:
    """What documents tell of alarms and of what came to pass: who was told, how controls did, what was done since."""
    return (
        *read_alarm_tables(reading),
        *read_assignments(reading),
        *read_incident_evidence(reading),
        *read_timelines(reading),
        *read_prose_messages(reading),
        *read_next_causes(reading),
        *read_performances(reading),
    )
