"""What was understood, in the graph's names, and the one sentence of an answer that has no facts to show."""

from __future__ import annotations

from typing import assert_never

from assistant.answer import Answer, Role, Statement, Status
from assistant.event_questions import plainly_asked
from assistant.intents import (
    AmbiguousMention,
    Apart,
    Aspect,
    Compare,
    Describe,
    EvidenceFor,
    FindingsOn,
    Grounds,
    Impact,
    Intent,
    ListElements,
    NotUnderstood,
    OpenQuestion,
    PathBetween,
    Ranking,
    Rings,
    Scenario,
    SoleSupports,
    Standing,
    UnknownName,
    Who,
    WhoSaid,
)
from assistant.scope import Scope
from assistant.wording import called, in_words, listed, plural, verb
from graph.elements import ElementKind, RelationType

ANSWERING = "sentences that answer: "
GROUNDS = "what shows it: "


def read_as(intent: Intent, scope: Scope, *further: Intent) -> str:
    """What was asked, with `further` things that were asked at once: 'impact of "file mode of the weights bucket" (dependency) · all relations · case tern-2026-03'; '' where nothing was."""
    asked = ", and ".join(text for each in (intent, *further) if (text := _asked(each, scope)))
    return f"{asked} · {scope.words()} · case {scope.case.head.id}" if asked else ""


def _asked(intent: Intent, scope: Scope) -> str:
    """A reading in words that, asked again, are read in the same way."""
    match intent:
        case Impact():
            text = _impact(intent, scope)
        case Who():
            text = _who(intent, scope)
        case PathBetween() | Compare():
            text = _of_two(intent, scope)
        case ListElements() | Apart():
            text = _list(intent, scope)
        case FindingsOn():
            text = _findings(intent, scope)
        case Ranking() | Standing() | Rings():
            text = _of_the_case(intent)
        case SoleSupports():
            lost = ", for it to be lost" if intent.lost else ""
            what = "pairs of failures that together take down" if intent.together else "sole supports of"
            text = f"{what} {_quoted(intent.subjects, scope) if intent.subjects else 'every pathway'}{lost}"
        case EvidenceFor():
            text = f"{'evaluations of' if intent.evaluations else 'evidence for'} {_quoted(intent.subjects, scope)}"
        case Describe():
            text = f"{_ASPECTS[intent.aspect]} {_quoted(intent.subjects, scope)}"
        case Grounds():
            text = f"{GROUNDS}{_asked(intent.of, scope)}"
        case OpenQuestion() | WhoSaid() | UnknownName() | AmbiguousMention() | NotUnderstood():
            text = _words_of(intent)
        case other:
            assert_never(other)
    return text


def _who(intent: Who, scope: Scope) -> str:
    if intent.until:
        return f"how long until {_quoted((intent.until,), scope)} hears of {_quoted(intent.subjects, scope)}"
    return f"who {intent.role}: {_quoted(intent.subjects, scope)}"


def _of_two(intent: PathBetween | Compare, scope: Scope) -> str:
    if isinstance(intent, Compare):
        return f"comparison of {_quoted((intent.first, intent.second), scope)}"
    return f"path from {_quoted((intent.start,), scope)} to {_quoted((intent.end,), scope)}"


def _words_of(intent: OpenQuestion | WhoSaid | UnknownName | AmbiguousMention | NotUnderstood) -> str:
    match intent:
        case OpenQuestion():
            return f"{ANSWERING}{intent.words}"
        case WhoSaid():
            return f"who said that {intent.words}"
        case UnknownName() | AmbiguousMention():
            return f'{intent.asks.replace("_", " ")} of "{intent.name}"'
        case NotUnderstood():
            return ""
        case other:
            assert_never(other)


_ASPECTS = {
    Aspect.WHOLE: "description of",
    Aspect.PARTS: "premises of",
    Aspect.NEEDS: "needs of",
    Aspect.STRENGTH: "strength of",
}
_LACKS = {
    "no_owner": " without an owner",
    "no_evidence": " without evidence",
    "not_evaluated": " never tested",
    "interview_only": " that only interviews name",
}


def _impact(intent: Impact, scope: Scope) -> str:
    failed = _quoted(intent.failed, scope)
    match intent.scenario:
        case Scenario.FAILS:
            what = failed
        case Scenario.IS_RIGHT:
            what = f"{failed} being right"
        case Scenario.IS_SHARED:
            what = f"everything that shares {failed}"
        case other:
            assert_never(other)
    if not intent.about:
        return f"impact of {what}"
    return f"impact on {_quoted(intent.about, scope)} if {what} {'fails' if len(intent.failed) == 1 else 'fail'}"


def _of_the_case(intent: Ranking | Standing | Rings) -> str:
    match intent:
        case Ranking():
            what = listed(tuple(sorted(plural(kind.value) for kind in intent.kinds))) if intent.kinds else "things"
            top = f"top {intent.top} " if intent.top else ""
            untracked = "untracked " if intent.untracked and not intent.lacking else ""
            return f"{top}load-bearing {untracked}{what}{_LACKS.get(intent.lacking or '', '')}"
        case Standing():
            return f"strength of every {' or '.join(sorted(intent.kinds))}"
        case Rings():
            return "circular support"
        case other:
            assert_never(other)


def _list(intent: ListElements | Apart, scope: Scope) -> str:
    what = listed(tuple(sorted(plural(kind.value) for kind in intent.kinds))) if intent.kinds else "elements"
    if isinstance(intent, Apart):
        return f"list of {what} that do not rest on {_quoted(intent.subjects, scope)}"
    if intent.joined:
        other = _quoted((intent.joined,), scope)
        return (
            f"list of {what} joined to {other} by {_verbs(intent.by)}"
            if intent.by
            else f"list of {what} beneath {other}"
        )
    only = f" that only documents of the kind {intent.only_in} name" if intent.only_in else ""
    lacking = f" without {_verbs(intent.lacking)}" if intent.lacking else ""
    among = f" among {_quoted(intent.among, scope)}" if intent.among else ""
    return f"list of {what}{among}{only}{lacking}" + (f" with the words: {intent.words}" if intent.words else "")


def _verbs(types: frozenset[RelationType]) -> str:
    return " or ".join(f'"{verb(type_, ElementKind.CLAIM)}"' for type_ in sorted(types))


def _findings(intent: FindingsOn, scope: Scope) -> str:
    who = f" by {_quoted(intent.by, scope)}" if intent.by else ""
    about = f" on {_quoted(intent.subjects, scope)}" if intent.subjects else ""
    if intent.own:
        return f"limits that the documents state themselves{about}"
    kinds = f" {listed(tuple(sorted(plural(kind.value) for kind in intent.kinds)))}" if intent.kinds else ""
    stances = {
        RelationType.DISPUTES: "dispute",
        RelationType.AGREES_WITH: "agree with",
        RelationType.QUALIFIES: "qualify",
    }
    does = f" that {stances[intent.stance]}{kinds}" if intent.stance in stances else f" about{kinds}" if kinds else ""
    return f"findings{does}{who}{about}"


def _quoted(ids: tuple[str, ...], scope: Scope) -> str:
    return listed(tuple(f'"{called(e)}" ({e.kind})' for e in scope.elements(ids)))


def refusal(answer: Answer, intent: Intent) -> Answer:
    """The answer with the sentence that says which way of having no answer this is."""
    text = _refusal(answer, intent)
    return answer.model_copy(update={"statements": (Statement(text=text, role=Role.HEADLINE),)})


def _refusal(answer: Answer, intent: Intent) -> str:
    match answer.status:
        case Status.UNKNOWN_ELEMENT:
            name = intent.name if isinstance(intent, UnknownName) else "that"
            near = f" Nearest: {', '.join(answer.suggestions)}." if answer.suggestions else " No name is near it."
            return f'I know no "{name}".{near}'
        case Status.AMBIGUOUS:
            name = intent.name if isinstance(intent, AmbiguousMention) else "that"
            return f'"{name}" is one of {in_words(len(answer.suggestions))}: {", ".join(answer.suggestions)}. Which is meant?'
        case Status.NOT_UNDERSTOOD if isinstance(intent, NotUnderstood) and intent.aside:
            return f'"{intent.aside}" sets something aside, which cannot be worked out. Try: {" · ".join(answer.suggestions)}'
        case Status.NOT_UNDERSTOOD:
            return f"This could not be read as a question about the case. Try: {' · '.join(answer.suggestions)}"
        case _ if answer.withheld:
            return "What was found does not stand and is withheld."
        case Status.NOT_IN_DOCUMENTS | Status.ANSWERED | Status.NOTHING_BREAKS:
            return f"No document of this case says {_missing(intent)}."
        case other:
            assert_never(other)


def _missing(intent: Intent) -> str:
    """What nobody says: of an incident, what was asked in plain words."""
    asked = plainly_asked(intent.words) if isinstance(intent, OpenQuestion) else None
    return asked or "that"
