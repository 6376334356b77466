"""Gate 2: right sentences are shown, and every wrong version of one is withheld with a reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from assistant import Scope, ask
from assistant.facts.fact import Facts
from assistant.findings import find
from assistant.intents import Context
from assistant.planners.phrasing import PhrasingPlanner
from assistant.verify import verify
from assistant.writers.template import TemplateWriter
from assistant.writing import Sentence
from tests.assistant.cases import vault_case
from tests.assistant.mutants import MUTATORS, mutants

SCOPE = Scope(vault_case())
QUESTIONS = (
    "What breaks if the bucket permission is wrong?",
    "What breaks if Watcher A fails?",
    "What breaks if Harbour Review is right?",
    "Which single points of failure does Pathway 2 have?",
    "Which controls are load-bearing?",
    "Who owns the Vault Gate?",
    "Who is paged by the Vault Gate?",
    "Who owns Watcher B?",
    "What evidence is there for Claim 3?",
    "What does Claim 2 rest on?",
    "What do the reviewers say about Claim 3?",
    "How does the bucket permission end up counting towards Pathway 1?",
    "Which mitigations are planned?",
    "What is the Vault Gate?",
    "Compare Watcher A with Watcher B",
)


def drafted() -> list[tuple[Facts, tuple[Sentence, ...]]]:
    found = []
    for question in QUESTIONS:
        facts = find(PhrasingPlanner().plan(question, SCOPE, Context()), SCOPE)
        found.append((facts, TemplateWriter().write(question, facts, SCOPE.case)))
    return found


def test_right_sentences_are_all_shown() -> None:
    withheld = [(s.text, why) for facts, said in drafted() for s, why in verify(said, facts, SCOPE.case)[1]]

    assert withheld == []


def test_every_mutant_of_a_right_sentence_is_withheld() -> None:
    tried: Counter[str] = Counter()
    survived = []
    for facts, said in drafted():
        for sentence in said:
            for kind, mutant in mutants(sentence, facts, SCOPE.case):
                tried[kind] += 1
                if verify((mutant,), facts, SCOPE.case)[0]:
                    survived.append((kind, mutant))

    assert survived == []
    assert tried.total() >= 200
    assert len(tried) == len(MUTATORS)


def test_a_withheld_sentence_is_told_with_its_reason() -> None:
    facts, said = drafted()[0]
    wrong = replace(said[0], text="Nothing whatever breaks.")

    shown, withheld = verify((wrong, *said[1:]), facts, SCOPE.case)

    assert shown == said[1:]
    assert withheld == ((wrong, "its verdicts are not the fact's"),)


def test_a_sentence_of_the_offline_writer_is_never_withheld() -> None:
    assert all(not ask(question, SCOPE).withheld for question in QUESTIONS)
