"""Questions about the course of an incident: who noticed, who was told, how fast, when, and what happened by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from assistant.course import Happening, Stage
from assistant.outright import OPENING
from assistant.relevance import denies
from assistant.retrieval import in_one_word, senses
from assistant.scope import Scope
from assistant.stemming import STOP, stem, stems, tokens

S = Stage


class Asks(StrEnum):
    """What a question wants to know of an incident; the value says what nobody says where that is so."""

    WHO_NOTICED = "who noticed"
    WHO_WAS_TOLD = "who was told"
    HOW_FAST = "how fast that was"
    WHEN = "when that was"
    BY_ITSELF = "what happened by itself"


@dataclass(frozen=True)
class EventQuestion:
    """What is asked, up to which stages (any where empty), and the forms of the verb and the channel that it names.

    `named`: the words that name what it is about; `documents`: those that are about that; `words`: what a sentence
    has to say besides; `teller`: the words for whoever told others, where it asks whom; `of_tellers`: it asks who told
    those that it names.
    """

    asks: tuple[Asks, ...]
    stages: frozenset[Stage]
    channel: str | None
    verbs: frozenset[str]
    named: frozenset[str]
    documents: frozenset[str]
    words: frozenset[str]
    teller: frozenset[str] = frozenset()
    of_tellers: bool = False

    @property
    def exactly(self) -> bool:
        """Must a sentence have the question's own verb: is a thing named, and a verb that is not just any end of it?"""
        return bool(self.named) and bool(self.stages & {S.CONTAINED, S.ENDED}) and not self.verbs <= _ANY_END

    def says(self, text: str) -> bool:
        """Does a text have one of the question's verbs, in whatever form?"""
        return any(word.startswith(verb[:_ROOT]) for word in tokens(text) for verb in self.verbs)

    def told_in(self, text: str) -> bool:
        """Is it the teller that is asked about who tells somebody in a text: before the verb, or after "by"?"""
        words = list(tokens(text))
        places = [place for place, word in enumerate(words) if senses(word) & self.teller]
        if not self.teller or not self.teller <= senses(text):
            return not self.teller
        tells = [place for place, word in enumerate(words) if re.fullmatch(_TELL, word)]
        return any(place > places[0] for place in tells) or any("by" in words[max(0, at - 2) : at] for at in places)

    def nearest(self, happenings: Iterable[Happening]) -> tuple[Happening, ...]:
        """Those that say most of what the question names; of these with its own verb, where there are any."""
        found = tuple(happenings)
        most = max((len(self.named & each.entry.words) for each in found), default=0)
        found = tuple(each for each in found if len(self.named & each.entry.words) == most)
        exact = tuple(each for each in found if self.says(each.entry.text))
        return exact if exact or self.exactly else found


_ROOT = 6
_ANY_END = frozenset(
    (*stems("contained stopped lasted taken down fixed resolved ended mitigated recovered solved back"), "over")
)
_NOTICE = r"notic\w+|spot\w*|saw|see|seen|discover\w*|detect\w*|found|find|finds|caught|catch|reali[sz]\w+|hear|heard|aware|observ\w+|flagg\w+|recogni\w+|uncover\w*|report\w*|raised?"
_TELL = r"told|tell|notif\w+|inform\w*|alert\w*|paged?|call(?:s|ed)?|contact\w*|warn\w*|escalat\w+|e-?mail\w*|phoned?|telephon\w+|messaged?"
_CONTAIN = (
    r"contain\w*|stop\w*|block\w*|remov\w+|quarantin\w+|disabl\w+|revok\w+|fro[sz]en?|freez\w+|isolat\w+|withdr\w+|suspend\w*|taken|down|"
    r"delet\w+|shut|rolled|pulled|sealed|cut|recall\w*"
)
_STAGE_WORDS: tuple[tuple[frozenset[Stage], str], ...] = (
    (frozenset({S.NOTICED}), _NOTICE),
    (frozenset({S.TOLD, S.ESCALATED}), _TELL),
    (
        frozenset({S.RESPONDED}),
        r"respon\w+|react\w*|repl(?:y|ied)|answer\w*|acknowledg\w+|act|acted|arriv\w+|begin|began|start\w*",
    ),
    (frozenset({S.CONTAINED}), _CONTAIN),
    (
        frozenset({S.CONTAINED, S.ENDED}),
        r"fix\w*|resol\w+|clos\w+|restor\w+|recover\w*|over|end\w*|solv\w+|mitigat\w+|remed\w+|back|last(?:ed)?",
    ),
    (frozenset(), r"handl\w+|dealt|deal|manag\w+|go|went|took|happen\w*|process\w*|turn\w*"),
)
_TELLER = re.compile(rf"^\W*(?:and\s+)?whom?\s+did\s+(?P<teller>.+?)\s+(?:{_TELL})\b", re.IGNORECASE)
_OF_TELLERS = re.compile(rf"^\W*(?:and\s+)?who\s+(?:first\s+)?(?:{_TELL})\b", re.IGNORECASE)
_CHANNELS: Mapping[str, str] = {
    r"paged?": r"\bpage[sd]?\b",
    r"e-?mail\w*": r"\be-?mail",
    r"(?:phon|telephon)\w*|called|rung": r"\b(?:phone|telephone|call(?:s|ed)\b|rang|ring)",
}
_WHO = r"\b(?:who|whom|which\s+(?:person|people|team)s?|anyone|anybody|somebody)\b.*"
_PATTERNS: Mapping[Asks, re.Pattern[str]] = {
    Asks.WHO_NOTICED: re.compile(
        rf"^\W*(?:and\s+)?(?:who|which\s+(?:person|team)s?)\b(?!.*\b(?:was|were|got|been|did)\b.*\breport).*\b(?:{_NOTICE})\b",
        re.IGNORECASE,
    ),
    Asks.WHO_WAS_TOLD: re.compile(
        rf"{_WHO}\b(?:was|were|got|been|did)\b.*\b(?:{_TELL}|report\w*)\b|\bwho\s+(?:escalated|told|informed|notified|alerted)\b|"
        rf"\b(?:was|were|did)\s+(?:anyone|anybody|somebody|someone)\b.*\b(?:{_TELL})\b",
        re.IGNORECASE,
    ),
    Asks.HOW_FAST: re.compile(
        r"\bhow\s+(?:fast|quick(?:ly)?|soon|long|rapidly|promptly|swiftly)\b|\bhow\s+much\s+time\b", re.IGNORECASE
    ),
    Asks.WHEN: re.compile(r"^\W*(?:and\s+)?when\s+(?:was|were|did|had)\b|\bwhat\s+time\b", re.IGNORECASE),
    Asks.BY_ITSELF: re.compile(
        r"\b(?:what|which|anything|did)\b.*\b(?:automatic\w*|by\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|without\s+(?:any|a)\w*)\b",
        re.IGNORECASE,
    ),
}
_NOW = re.compile(r"\b(?:would|will|could|should|can|might|does|is|are|gets?)\b", re.IGNORECASE)
_ASKING = frozenset(
    stems(
        "fast quick quickly soon long rapidly promptly swiftly much time first initially thing incident attack event problem issue breach "
        "outage accident whole alarm take took taken happen happened people person team made make came come system automatically automatic itself without "
        "anyone human part"
    )
)


def event_question(question: str, scope: Scope) -> EventQuestion | None:
    """What a question asks of an incident; None where it asks for something else, or of what no document is about."""
    if denies(question):
        return None
    asks = tuple(asked for asked, pattern in _PATTERNS.items() if pattern.search(question))
    if not asks or _NOW.search(question):
        return None
    stages, verbs, rest = _stages(question)
    if Asks.HOW_FAST in asks and rest and not verbs:
        return None
    if Asks.WHEN in asks and not stages:
        return None
    named = senses(in_one_word(" ".join(rest)))
    missing = {id_: named - about for id_, about in _about(scope)}
    least = min(map(len, missing.values()), default=0)
    documents = frozenset(id_ for id_, words in missing.items() if len(words) == least)
    words = frozenset[str]().union(*(missing[id_] for id_ in documents))
    if not documents or (words and not scope.passages.holding_all(words)):
        return None
    teller = _TELLER.match(question)
    cues = (found for cue, found in _CHANNELS.items() if re.search(rf"\b(?:{cue})\b", question, re.IGNORECASE))
    return EventQuestion(
        asks,
        stages,
        next(cues, None),
        verbs,
        named,
        documents,
        words,
        senses(teller["teller"]) if teller else frozenset(),
        _OF_TELLERS.match(question) is not None,
    )


def plainly_asked(question: str) -> str | None:
    """What a question that asks one thing of an incident, and names nothing, asks: "who noticed". None for others."""
    asks = [asked for asked, pattern in _PATTERNS.items() if pattern.search(question)]
    _, _, rest = _stages(question)
    if len(asks) != 1 or rest or _NOW.search(question):
        return None
    plain = re.sub(r"^\W*(?:and\s+)?|\W+$", "", question.casefold())
    return plain if plain.startswith("who ") else asks[0].value


def _stages(question: str) -> tuple[frozenset[Stage], frozenset[str], list[str]]:
    """The stages up to which a question asks, its verbs for them, and the words of it that neither ask nor name any."""
    stages: frozenset[Stage] = frozenset()
    verbs, rest = [], []
    for word in tokens(question):
        found = next((stage for stage, cue in _STAGE_WORDS if re.fullmatch(cue, word)), None)
        if found is not None:
            stages = stages or found
            verbs.append(stem(word))
        elif word not in STOP and stem(word) not in _ASKING:
            rest.append(word)
    return stages, frozenset(verbs), rest


def _about(scope: Scope) -> Iterator[tuple[str, frozenset[str]]]:
    """The words of the title and the first sentences of each document."""
    for id_ in sorted(scope.case.current_documents):
        opening = islice((e.words for e in scope.passages.entries if e.passage.document == id_), OPENING)
        yield id_, senses(scope.case.documents[id_].title).union(*opening)
