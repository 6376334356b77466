"""What only a sentence says of an element: who owns it, who is told, how it was tested, where no relation is recorded."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Status
from assistant.denials import is_permission
from assistant.dialogue import subjects_of
from assistant.facts.fact import Fact, Facts, Says
from assistant.facts.open_questions import people_in, quoted, said_at
from assistant.facts.steps import answer_elements, headed
from assistant.intents import AboutElements, EvidenceFor, Who, WhoRole, WhoSaid
from assistant.outright import said_of
from assistant.relevance import agrees, telling
from assistant.retrieval import Entry, senses
from assistant.scope import Scope

MOST = 3
NEARLY_ALL, FEW = 0.75, 2
CUES = {
    WhoRole.OWNS: senses("own owner owned responsible accountable belongs charge"),
    WhoRole.OPERATES: senses("operate run maintain operator runs running keep"),
    WhoRole.IS_TOLD: senses("tell alert page notify inform message call escalate mail mailbox"),
    WhoRole.EVALUATED: senses("evaluate test review audit measured assessed checked"),
    WhoRole.RAISED: senses("dispute disagree doubt criticize object question"),
    WhoRole.BELONGS: senses("member belongs works team leads heads"),
}
TESTED = senses("evaluate test measured showed found caught flagged drill trial rate")


def sentence_facts(intent: AboutElements, scope: Scope) -> Facts | None:
    """The sentences that name the subject beside a word of what is asked; None where there is none."""
    if isinstance(intent, Who):
        told = _naming(intent.subjects, CUES[intent.role], scope)
        found = [entry for entry in told if people_in(entry, scope)]
        found = [entry for entry in found if intent.role is not WhoRole.OWNS or not is_permission(entry.text)]
    elif isinstance(intent, EvidenceFor):
        told = _naming(intent.subjects, TESTED, scope)
        found = [entry for entry in told if re.search(r"\d", entry.text)]
    else:
        return None
    return quoted(found[:MOST], intent.subjects, scope) if found else None


def outright_facts(question: str, intent: AboutElements, scope: Scope) -> Facts | None:
    """The sentences that answer the question as it was asked, one of which names its subject; None where none does."""
    subjects = subjects_of(intent)
    named = " ".join(f"{element.name} {element.label}" for element in scope.elements(subjects))
    owner = isinstance(intent, Who) and intent.role is WhoRole.OWNS
    sentences = [e for e in said_of(question, named, scope) if not (owner and is_permission(e.text))]
    called = senses(question) & senses(named)
    if subjects and not any(called & entry.words or _is_about(entry, subjects, scope) for entry in sentences):
        return None
    found = quoted(sentences, subjects, scope)
    return found if found.facts else None


def _is_about(entry: Entry, subjects: tuple[str, ...], scope: Scope) -> bool:
    return _names_one(entry, subjects, scope) or any(scope.passages.states(entry, subject) for subject in subjects)


def said_by_facts(intent: WhoSaid, scope: Scope) -> Facts:
    """The sentences that say nearly all of something, the best of each speaker or document."""
    words, weight = telling(intent.words), scope.passages.weight
    if len(words) < FEW and not scope.mentions(intent.words):
        return Facts(Status.NOT_IN_DOCUMENTS)
    own = {hit.entry: weight(words & hit.entry.words) for hit in scope.passages.search(words, 40)}
    fitting = [e for e, has in own.items() if has >= NEARLY_ALL * weight(words) and agrees(intent.words, e.text)]
    best = [entry for entry in sorted(fitting, key=lambda entry: -own[entry]) if not entry.text.endswith("?")]
    first = {(e.passage.document, e.passage.speaker): e for e in reversed(best) if scope.passages.elements_at(e)}
    told = {entry: _said_by(entry, scope) for entry in best if entry in first.values()}
    speakers = dict.fromkeys(id_ for e in told for id_ in scope.named_in(e.passage.speaker or ""))
    status = Status.ANSWERED if told else Status.NOT_IN_DOCUMENTS
    return Facts(status, facts=headed(told.values()), elements=answer_elements(scope.elements(speakers)))


def _said_by(entry: Entry, scope: Scope) -> Fact:
    who = entry.passage.speaker or scope.case.documents[entry.passage.document].title
    element = scope.passages.elements_at(entry)[0]
    told = said_at(entry, element, scope)
    return replace(told, says=Says.SAID_BY, elements=(element,), words=(f"{who} says",))


def _naming(subjects: tuple[str, ...], cues: frozenset[str], scope: Scope) -> list[Entry]:
    """The sentences with one of the cues that name one of the elements."""
    wanted = [senses(name) for e in scope.elements(subjects) for name in (e.name, *e.aliases, e.label)]
    near = [entry for entry in scope.passages.entries if entry.words & cues]
    near = [entry for entry in near if any(name and name <= entry.words for name in wanted)]
    return [entry for entry in near if _names_one(entry, subjects, scope)]


def _names_one(entry: Entry, subjects: tuple[str, ...], scope: Scope) -> bool:
    return not set(subjects).isdisjoint(scope.named_in(entry.text))
