"""Which sentences answer a question of fact: by the words that they share with it and the sort of answer asked for."""

from __future__ import annotations

import re

from assistant.retrieval import LEANS, Entry, Hit, in_one_word, sense, senses
from assistant.scope import Scope
from assistant.stemming import stems
from graph.elements import AGENTS, ElementKind

COVERED, OWN, ALL = 0.62, 0.34, 0.9
DESCRIBING, NEARLY_ALL = 3, 0.8
SHOWN = 4
FEW = 2
KEPT = 0.6
FITTING = 1.4
ASSERTIONS = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT, ElementKind.EVIDENCE, ElementKind.FINDING})
VAGUE = frozenset(
    stems(
        "much many long often large fast quickly happen say report document describe name kind mean attend sit incident "
        "event first"
    )
)
EVENT = senses("notice tell")
PEOPLE = senses(
    "team researcher engineer staff member person people officer group employee lead reviewer analyst user admin "
    "maintainer owner customer operator hunter developer we i they watchman guard porter nurse "
    "technician clerk driver inspector operator administrator helmsman captain master brigade police coastguard crew "
    "warden ranger dispatcher mechanic fitter supervisor foreman keeper cleaner teacher doctor patient passenger pilot "
    "pharmacist physician paramedic midwife witness visitor resident caller contractor volunteer"
)
_WHO = re.compile(r"\b(who|whom|whose|which (team|people|person|group)s?)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\bhow (much|many|long|often|large|big)\b|\b(share|rate|percentage)\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(how (fast|quickly|soon)|when|what time|which day|date)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b\d{1,2}:\d\d\b|\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few)[ -](second|minute|hour|day|week|month)|\b\d+ ?(h|min|s)\b|\b(immediately|at once|hourly|daily)\b|\b(within|after|later|on) [\w ]*\d",
    re.IGNORECASE,
)
_ASKS_TIME = re.compile(r"^\W*(and )?when\b|\bhow (fast|quickly|soon)\b|\bwhat time\b|\bwhich day\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(ask\w*|wonder\w*|unclear|unknown|question) (whether|if)\b", re.IGNORECASE)
_MANY = re.compile(
    r"\bhow (much|many|long|often|large|big|fast|quickly|soon)\b|\bwhat (share|percentage|fraction)\b", re.IGNORECASE
)
_FIGURE = re.compile(
    r"\d|\ban? (?:second|minute|hour|day|week|month|quarter|year)\b|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|hundred|"
    r"thousand|dozen|half|third|quarter|once|twice|never|every|each|daily|hourly|weekly|monthly|yearly|nightly|"
    r"immediately|at once|per cent|always)s?\b",
    re.IGNORECASE,
)
_IN_A_NAME = re.compile(
    r"\b(?!(?:At|In|Of|On|By|For|After|Within|About|Some|Over|From|To|The|All|Only|These|Those|Between|Nearly|Around|Under|"
    r"Until|Since|Before|And|But|Yes|Well|So|Roughly|Almost|Then|It|We|I|They|He|She)\b)[A-Z][\w-]* \d+(?:\.\d+)*(?![\w:%])"
)
_DEFINES = re.compile(
    r"\W*(what|who) (is|are|was|were) (meant by )?(the |a |an )?[\w-]+( [\w-]+){0,2}\W*$", re.IGNORECASE
)
_IS = re.compile(r"\b(is|are|was|were|means?|refers? to|denotes?|called|i\.e\.|namely)\b", re.IGNORECASE)
_OF_A_DOCUMENT = re.compile(
    r"\b(the|this|that|your|these) (report|document|memorandum|interview|critique|case|paper|note|review|assessment)s?\b",
    re.IGNORECASE,
)
OF_DOCUMENTS = senses(
    "mention cover leave out omit miss discuss contain include publish write author release address treat deal consider "
    "report document memorandum interview critique case paper note review assessment"
)
_DENIES = re.compile(
    r"\b(not|never|no|nobody|nothing|none|neither|without|cannot|lacks?|missing)\b|n['’]t\b|\bleave\w* out\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(was|were|did|noticed|happened|told|discovered)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\W*(when|whenever|once|if|after|upon|as soon as)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(can|may|might|should|could|would|will|please|recommend|if|you)\b", re.IGNORECASE)
_WHAT_THEN = re.compile(
    r"\b(happens?|done|next|then|after|once|steps?|procedure|process|respond|response)\b", re.IGNORECASE
)


def answering(question: str, named: str, scope: Scope) -> tuple[Entry, ...]:
    """The sentences that answer a question, the best first; none where its telling words are not covered.

    `named`: those words of the question that name elements; to find these alone is no answer.
    """
    words = telling(question)
    if is_thin(question, words):
        return ()
    found = (hit for hit in scope.passages.search(words, 40) if may_answer(question, hit.entry, scope))
    own = tuple(hit for hit in found if words != EVENT or words & hit.entry.words)
    asked = words - senses(named)
    ranked = _ranked(own, question, words=words, scope=scope)
    hits = tuple(hit for hit in ranked if covers(hit, words, asked=asked, scope=scope))
    if not hits:
        return ()
    least = KEPT * _worth(hits[0], words, scope)
    best = [hit for hit in hits if _worth(hit, words, scope) >= least][:SHOWN]
    return (*(hit.entry for hit in best), *_following(hits[0], question, scope))


def telling(question: str) -> frozenset[str]:
    """The senses of a question's words, without those that only ask.

    Whoever asks just who noticed or who was told is shown both: one's noticing is told as the other's being told.
    """
    words = frozenset(sense(word) for word in stems(in_one_word(question)) if word not in VAGUE)
    return EVENT if words and words <= EVENT else words


def may_answer(question: str, entry: Entry, scope: Scope) -> bool:
    """Is a sentence no heading and no question, does it deny where that does, and has it the sort of thing asked for?"""
    if entry.text == entry.passage.section or entry.text.rstrip('”" ').endswith("?") or only_asks(entry):
        return False
    if not agrees(question, entry.text) or (
        _MANY.search(question) and not _FIGURE.search(_IN_A_NAME.sub("", entry.text))
    ):
        return False
    if _DEFINES.match(question) and not _IS.search(entry.text):
        return False
    return not _WHO.search(question) or fits_sort(question, entry, scope)


def is_thin(question: str, words: frozenset[str]) -> bool:
    """Is too little asked to find a sentence by: of a document as such, or by one word that is no definition's?"""
    left = words - OF_DOCUMENTS if _OF_A_DOCUMENT.search(question) else words
    return words != EVENT and len(left) < (1 if _DEFINES.match(question) else FEW)


def agrees(question: str, sentence: str) -> bool:
    """Does a sentence deny where the question denies? Who asks what is not said is not answered by what is."""
    return not denies(question) or denies(sentence)


def denies(text: str) -> bool:
    """Does a text deny something?"""
    return _DENIES.search(text) is not None


def fits_sort(question: str, entry: Entry, scope: Scope) -> bool:
    """Does a sentence have what the question's first word asks for: somebody, or a time?"""
    if _WHO.search(question):
        kinds = (scope.case.elements[id_].kind for id_ in scope.named_in(entry.text))
        return bool(entry.words & PEOPLE) or any(kind in AGENTS for kind in kinds)
    return not asks_time(question) or _TIME.search(entry.text) is not None


def asks_time(question: str) -> bool:
    """Is a time or a duration asked for?"""
    return _ASKS_TIME.search(question) is not None


def only_asks(entry: Entry) -> bool:
    """Does a sentence tell that something was asked or is unknown?"""
    return _ASKS.search(entry.text) is not None


def covers(hit: Hit, words: frozenset[str], *, asked: frozenset[str], scope: Scope) -> bool:
    """Does a sentence, with what stands around it, have enough of the words and of those that are asked about?

    Where the question names something, something of its name has to be there: its cost is not the cost of another.
    Of two words neither can be missed.
    """
    index, names = scope.passages, words - asked
    if words == EVENT:
        return bool(words & hit.entry.words)
    own = hit.covered if LEANS.search(hit.entry.text) else words & hit.entry.words
    if (names and not names & hit.covered) or (len(words) <= FEW and not words <= own):
        return False
    whole, rest = index.weight(words), index.weight(asked)
    enough = index.weight(hit.covered) >= COVERED * whole and index.weight(words & hit.entry.words) >= OWN * whole
    return enough and index.weight(hit.covered & asked) >= COVERED * rest


def is_said(question: str, unknown: str, scope: Scope) -> bool:
    """Is a question answered by some sentence that has all that it names and no element is called?"""
    words, must = telling(question), telling(unknown)
    hits = scope.passages.search(words, 5)
    index = scope.passages
    return any(
        covers(hit, words, asked=words, scope=scope) and index.weight(hit.covered & must) >= ALL * index.weight(must)
        for hit in hits
    )


def asserted(text: str, scope: Scope) -> str | None:
    """The claim, evidence or finding that a sentence with nearly all words of a description states; None if none."""
    words = telling(text)
    if len(words) < DESCRIBING:
        return None
    for hit in scope.passages.search(words, 3):
        own = scope.passages.weight(words & hit.entry.words)
        stated = scope.elements(scope.passages.elements_at(hit.entry))
        found = next((element.id for element in stated if element.kind in ASSERTIONS), None)
        if found and own >= NEARLY_ALL * scope.passages.weight(words):
            return found
    return None


def _worth(hit: Hit, words: frozenset[str], scope: Scope) -> float:
    if words == EVENT:
        return hit.score
    return hit.score * (scope.passages.weight(hit.covered) / scope.passages.weight(words)) ** 2


def _ranked(hits: tuple[Hit, ...], question: str, *, words: frozenset[str], scope: Scope) -> tuple[Hit, ...]:
    """Hits by fit and cover; people go first where the question asks who, figures and times where it asks for them."""

    def order(hit: Hit) -> float:
        fitting = 1.0
        if (words == EVENT or _WHO.search(question)) and hit.entry.words & PEOPLE:
            fitting *= FITTING
        if _FIGURES.search(question) and re.search(r"\d", hit.entry.text):
            fitting *= FITTING
        if _TIMES.search(question) and _TIME.search(hit.entry.text):
            fitting *= FITTING
        if _WHAT_THEN.search(question) and _CONDITION.match(hit.entry.text):
            fitting *= FITTING
        if _PAST.search(question) and _MODAL.search(hit.entry.text):
            fitting /= FITTING
        return -fitting * _worth(hit, words, scope)

    return tuple(sorted(hits, key=order))


def _following(hit: Hit, question: str, scope: Scope) -> tuple[Entry, ...]:
    """What comes next under the same heading, for questions of what happens then; of people, for who."""
    if _WHO.search(question):
        return tuple(entry for entry in scope.passages.after(hit.place, 2) if entry.words & PEOPLE)
    return scope.passages.after(hit.place, 2) if _WHAT_THEN.search(question) else ()
