"""Things and changes that a document says are planned, asked for or on their way, whatever its kind.

Three frames: words that say so behind the thing ("a relay is on order"), words before it ("they propose a second mast",
"it recommends that the port weld the hatch"), and a label in front ("Next step: a row count").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.action_states import ActionState, state_of_item
from ingest.extractors.rules.actions import short_action
from ingest.extractors.rules.coming_changes import change_in, until_clause
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.lexicon import TASK_VERBS
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import head, phrase_after
from ingest.extractors.rules.safeguards import is_safeguard

_VERB = rf"(?:{'|'.join(sorted(TASK_VERBS))}|backdate|feed|place|recompute|sign|strip|swap|stream|count|sample|cap|gate|retest|keep|bind|rebuild|retrain|create|develop|deploy|set\s+up|build|cache|mirror|duplicate|weigh|page|drop|run|double|halve)"
_SOON = r"(?:\s+(?:now|also|still|already|therefore|accordingly|currently|meanwhile|further|since|finally))?"
_STATE = (
    rf"(?:is|are|has\s+been|have\s+been|was|were){_SOON}\s+(?:planned|on\s+order|ordered|in\s+the\s+(?:works|plan|pipeline|making)|being\s+(?:built|priced|recruited|procured|developed|designed|drafted|written|prepared|introduced|set\s+up|hired|bought|installed|"
    r"fitted|worked\s+on|trained|sought|tendered)|under\s+(?:way|construction|development)|requested|agreed|approved|promised|commissioned|budgeted|funded|scheduled|foreseen|proposed|recommended|in\s+(?:preparation|procurement|progress|hand|development)|"
    r"to\s+(?:be\s+\w+(?:ed|t|n|ght)|follow|come)|on\s+(?:the|their|our|its)\s+(?:list|roadmap|plan|way|backlog)|meant\s+to|awaiting\s+\w+|waiting\s+for)\b"
)
_MODAL = r"(?:shall|will|should|must|is\s+to|are\s+to|ought\s+to|needs?\s+to)"
_EFFECT = r"(?:replace|supersede|take\s+(?:the\s+place|over)|back\s+up|back|stand\s+in|supplement|improve|strengthen|be\s+(?:introduced|added|installed|built|contracted|bought|appointed|hired|set\s+up|provided|put|fitted|created|commissioned|deployed|established))\b"
_BEHIND = Cue(
    rf"^(?:and\s+|also\s+|finally\s+|meanwhile,?\s+)?(?P<np>(?:an?|another|one\s+more|new|the\s+planned)\s+[^.;:,()]{{3,90}}?)(?:,\s+(?P<aside>(?:promised|planned|due|meant|requested|approved|budgeted|ordered|proposed|foreseen|ready|going)\b[^.;]{{0,70}}?),)?\s+(?:{_STATE}|(?:{_MODAL})(?:\s+then)?\s+{_EFFECT})",
    re.IGNORECASE,
)
_DOING = Cue(
    rf"^(?P<np>(?!During|Nothing|According|Everything|Anything|Something|Morning|Evening|Being|Having|Going)[A-Z][a-z]+(?:ing|ation|ment|al)\s+(?:of\s+)?[^.;:,()]{{3,80}}?)\s+(?:{_STATE}|(?:would|will)\s+(?:give|close|make|help|improve|solve|remove)\b|is\s+what\s+(?:we|i|she|he|they|it)\s+(?:ask|want|propose|recommend|suggest)s?\b)"
)
_ASKS = (
    r"\b(?:plans?|planned|intends?|proposes?|proposed|recommends?|recommended|suggests?|suggested|requests?|requested|wants?|wanted|wishes?\s+for|asks?\s+for|asked\s+for|calls?\s+for|called\s+for|would\s+(?:like|welcome|prefer)|"
    r"(?:is|are)\s+(?:building|preparing|buying|hiring|procuring|developing|writing|drafting|installing|setting\s+up|working\s+on)|(?:has|have)\s+(?:ordered|commissioned|budgeted|promised|proposed|requested)|promises?|promised|urges?|advises?|advocates?|favou?rs?|pleads?\s+for)"
)
_OBJECT = Cue(
    rf"{_ASKS}\s+(?:to\s+(?:introduce|install|add|build|buy|put\s+in|set\s+up|deploy|create|have|appoint|hire|see|get)\s+)?(?P<np>(?:an?|another)\s+[^.;:()]{{4,}})",
    re.IGNORECASE,
)
_SHOULD = Cue(
    rf"\b{_MODAL}\s+(?:also\s+|now\s+)?(?:introduce|install|add|build|buy|procure|set\s+up|deploy|create|appoint|hire|establish|contract|acquire|fit|provide)\s+(?P<np>(?:an?|another)\s+[^.;:()]{{4,}})",
    re.IGNORECASE,
)
_THAT = Cue(
    rf"\b(?:recommends?|recommended|proposes?|proposed|suggests?|suggested|asks?|asked|requests?|requested|urges?|advises?|demands?|requires?)\s+that\s+(?P<who>[^.;,]{{2,60}}?)\s+(?:should\s+)?(?P<act>{_VERB}\s+[^.;]{{6,}})",
    re.IGNORECASE,
)
_GERUND = Cue(
    r"\b(?:(?:she|he|they|we|i|it|panel|board|committee|council|team|inspectors?|reviewers?|auditors?|group)\s+(?:would\s+|also\s+|therefore\s+)?)(?:proposes?|suggests?|recommends?|proposed|suggested|recommended|advises?|favou?rs?)\s+(?P<act>(?!going|being|having|nothing|anything)[a-z]+ing\s+[^.;]{5,})",
    re.IGNORECASE,
)
_SWAP = Cue(
    r"\b(?:asked|asks?|wants?|wanted|plans?|planned|like)\s+(?:for\s+)?[^.;,]{3,60}?\s+to\s+be\s+replaced\s+(?:by|with)\s+(?P<np>(?:an?|the|our)\s+[^.;:()]{4,})",
    re.IGNORECASE,
)
_THERE = Cue(
    r"\bthere(?:[’']s|\s+is|\s+are|\s+will\s+be)\s+(?:supposed\s+to\s+be\s+)?(?P<np>(?:an?|another)\s+[^.;:,()]{3,60}?)\s+(?:in\s+the\s+(?:works|plan|pipeline)|on\s+(?:the|its)\s+way|planned|under\s+way|on\s+order|to\s+come|coming|due|being\s+\w+ed)\b",
    re.IGNORECASE,
)
_ON_LIST = Cue(
    r"(?:\b(?:have|has)|[’'](?:ve|s))\s+put\s+(?P<np>(?:an?|another)\s+[^.;:,()]{3,60}?)\s+on\s+(?:the|their|our|its)\s+(?:list|backlog|roadmap|plan)\b",
    re.IGNORECASE,
)
_WOULD_HAVE = Cue(
    r"^(?P<np>An?\s+[^.;:,()]{3,80}?)(?:,\s+[^.;]{3,80}?,)?\s+would\s+(?:have\s+(?:saved|caught|prevented|stopped|shown|told|helped|given|spared|made)|do\s+(?:more|much)|cure|suffice|(?:close|fix|solve|remove)\s+(?:this|that))\b"
)
_LABEL = Cue(
    r"\W*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z]{1,4}-?\d{1,3}[.:)]?)\s+)?(?:(?:suggested|recommended|proposed|open|agreed|planned|corrective|preventive|follow-up|remaining|first|second|further|our|my|the|one|a)\s+)*"
    r"(?:recommendations?|suggestions?|revisions?|changes?|actions?|follow-?ups?|to[ -]do|to\s+be\s+done|planned|next\s+steps?|proposals?|proposed|asks?|requests?|improvements?|measures?|remed(?:y|ies)|fix(?:es)?|wants|wish(?:es)?|recommended|suggested|agreed|action\s+items?|way\s+forward|still\s+to\s+come)"
    r"(?:\s+(?:[A-Z]?\d+|(?:for|to|on|of)\s+[^.:]{2,30}))?(?:,\s+[^.:]{3,30})?(?:\s*\([^()]{1,30}\))?\s*(?P<mark>[:.–—])(?:[*_]*\s+|[*_]*$)",
    re.IGNORECASE,
)
_TASK = Cue(
    rf"(?!keep\s+in\s+mind|let\s+(?:me|us)\b){_VERB}\s+(?!(?:is|are|was|were|has|have|will|of)\b)\S", re.IGNORECASE
)
_ING = Cue(r"(?!during|nothing|something|everything|anything|morning|evening)[a-z]+ing\s+\S", re.IGNORECASE)
_PAPERS = frozenset(
    [
        "document",
        "report",
        "memorandum",
        "memo",
        "reading",
        "account",
        "meeting",
        "call",
        "version",
        "letter",
        "answer",
        "reply",
        "discussion",
        "edition",
        "summary",
        "list",
        "page",
        "footnote",
        "paragraph",
        "sentence",
        "successor",
        "model",
        "opinion",
        "word",
        "date",
        "day",
        "week",
        "moment",
        "question",
        "person",
    ]
)
_EFFECTS = Cue(
    r"\b(?:replac\w+|instead\s+of|in\s+place\s+of|back(?:s|ing)?[\s-]?up|fall-?back|improv\w+|so\s+that|take\s+over|added\s+to)\b",
    re.IGNORECASE,
)
_BY_WHEN = Cue(r"\W*(?:by|before|from|in|until)\s+[^.;,]{2,30},\s+", re.IGNORECASE)
_ARTICLE = Cue(r"(?:an?|another|one\s+more|new)\s+", re.IGNORECASE)
_FINITE = Cue(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|does|do|did)\b|n[’']t\b", re.IGNORECASE)
_HEADED = Cue(
    r"\b(?:recommend\w*|actions?|improvements?|measures|next\s+steps|commit\w+|planned|plans|to\s+do|will\s+do|follow-?ups?|proposals?|suggest\w*|changes)\b",
    re.IGNORECASE,
)
_ASKED = Cue(
    r"\b(?:planned|coming|plans?|in\s+the\s+works|pipeline|next|going\s+to\s+change|changes|improvements?|would\s+you\s+(?:like|want|add|change)|wish|on\s+(?:the|your)\s+list)\b[^?]{0,60}[?.]\W*$",
    re.IGNORECASE,
)
_REFUSED = Cue(
    r"\b(?:not|never|no|neither|nor|considered|rejected|talk\s+of|rumou?r\w*|decided\s+against|instead\s+of\s+\w+ing|refused|if)\b|n[’']t\b",
    re.IGNORECASE,
)
_JOIN = Cue(
    r"\s+(?:of|for|on|in|between|against|from|in\s+front\s+of)\s+(?:the\s+|an?\s+|its\s+|our\s+|their\s+)?(?=[\w-])",
    re.IGNORECASE,
)
_WHEN = Cue(
    r"\s+(?:of|for|on|from|in)\s+(?:the\s+)?(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|next|end\s+of|the\s+end|this|that|us|me|it|them|order|hold)\b",
    re.IGNORECASE,
)
_TELLING = Cue(
    r"\b(?:second|third|new|additional|separate|independent|different|further|reliable|continuous|working|fresh|large(?:r)?|own|better|single)\s+$",
    re.IGNORECASE,
)
_BEGINS = Cue(r"(?:[A-Z]{1,3}-?\d{1,3}|\d{1,2})[.):]\s+")
_LONGEST = 90


def planned_things(outline: Outline) -> Iterator[tuple[str, Sentence]]:
    """Names of what sentences say is planned, each with the sentence, or the part of it behind a label."""
    for unit in outline.units:
        if unit.kind in {BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE_ROW, BlockKind.COMMENT}:
            continue
        above = outline.units[unit.index - 1].sentences[-1:] if unit.index else ()
        for before, sentence in pairwise((*(above or (None,)), *unit.sentences)):
            if sentence is not None and state_of_item(unit.text[sentence.start - unit.start :]) is ActionState.OPEN:
                found = _labelled(unit, before, sentence) or _framed(sentence) or _answered(before, sentence)
                found = found or _item(unit, sentence) or _changed(outline, sentence)
                if found is not None:
                    yield found


def _framed(sentence: Sentence) -> tuple[str, Sentence] | None:
    """What a sentence of any place says is planned."""
    text = sentence.text
    for pattern in (_SWAP, _THERE, _ON_LIST, _WOULD_HAVE, _BEHIND, _DOING, _OBJECT, _SHOULD):
        match = pattern.search(text)
        if match is None or _REFUSED.search(text[: match.start("np")]):
            continue
        if pattern is _DOING:
            return short_action(match["np"]), sentence
        name = _thing_at(text[: match.end("np")], match.start("np"))
        if name is not None and (pattern is not _OBJECT or _is_built(name, text)):
            return name, sentence
    for pattern in (_THAT, _GERUND):
        match = pattern.search(text)
        if match is not None and not _REFUSED.search(text[: match.start()]):
            return short_action(until_clause(match["act"])), sentence
    return None


def _changed(outline: Outline, sentence: Sentence) -> tuple[str, Sentence] | None:
    """What a sentence says will be changed, by the thing that is put in place where it names one."""
    change = change_in(sentence.text, outline.document.source.kind)
    if change is None:
        return None
    name, at = change
    return (_thing_at(sentence.text, at) if at is not None else None) or name, sentence


def _is_built(name: str, text: str) -> bool:
    """Is what is asked for something that can guard or serve, and no paper or meeting?"""
    if head(name) in _PAPERS:
        return False
    votes = votes_of_head(name)
    guards = is_safeguard(name) or votes[ElementKind.CONTROL] > 0 or votes[ElementKind.DEPENDENCY] > 0
    return (
        guards
        or re.match(r"(?:second|spare|standby|redundant)\b", name, re.IGNORECASE) is not None
        or _EFFECTS.search(text) is not None
    )


def _labelled(unit: Unit, before: Sentence | None, sentence: Sentence) -> tuple[str, Sentence] | None:
    """What stands behind a label, in its sentence or in the one behind it where it stands alone."""
    label = _LABEL.match(sentence.text)
    start = label.end() if label else 0
    alone = before is not None and before.unit == unit.index and _is_label(before.text)
    if (label is None and not alone) or start >= len(sentence.text):
        return None
    if (numbered := _BEGINS.match(sentence.text, start)) is not None:
        start = numbered.end()
    rest = sentence.text[start:]
    part = Sentence(sentence.start + start, sentence.end, rest, sentence.unit)
    if (framed := _framed(part)) is not None:
        return framed
    if _REFUSED.match(rest):
        return None
    if _TASK.match(rest) or (_ING.match(rest) and not _FINITE.search(until_clause(rest))):
        return short_action(until_clause(rest)), part
    return _as_thing(rest, part)


def _as_thing(rest: str, part: Sentence) -> tuple[str, Sentence] | None:
    """The thing with which words without a verb begin: "per-lane scales instead of the shared one"."""
    opened = _ARTICLE.match(rest)
    clause = re.split(r"[,;:(]|\s+(?:instead|so|that|which|to|in|by|as|–|—)\s", rest, maxsplit=1)[0]
    if _FINITE.search(clause) or (opened is None and len(clause.split()) < 2):
        return None
    name = _thing_at(rest, opened.end() if opened else 0)
    return (name, part) if name is not None and (opened is not None or " " in name or "-" in name) else None


def _answered(before: Sentence | None, sentence: Sentence) -> tuple[str, Sentence] | None:
    """What an answer begins with to a question that asks what is planned."""
    question = before.text if before is not None else ""
    opened = re.match(r"(?:\W*A\d*:\s+)?(?=An?\s|[A-Z][a-z]+(?:ing|ation)\s)", sentence.text)
    if opened is None or not _ASKED.search(question):
        return None
    return _as_thing(sentence.text[opened.end() :], sentence)


def _item(unit: Unit, sentence: Sentence) -> tuple[str, Sentence] | None:
    """What an item of a list of plans begins with: "By 30 May, a deputy for the dispatcher"."""
    if unit.kind is not BlockKind.LIST_ITEM or sentence is not unit.sentences[0]:
        return None
    dated = _BY_WHEN.match(sentence.text)
    planned = dated is not None and _HEADED.search(unit.block.section or "")
    return _as_thing(sentence.text[dated.end() :], sentence) if planned and dated else None


def _is_label(text: str) -> bool:
    found = _LABEL.match(text)
    return found is not None and found.end() >= len(text.rstrip(" *_"))


def _thing_at(text: str, start: int) -> str | None:
    """The name of the thing that begins there, with what it is of or for: "shared vault for the signing key"."""
    span = phrase_after(text, start)
    if span is None:
        return None
    first, last = span
    while (telling := _TELLING.search(text[start:first])) is not None:
        first = start + telling.start()
    joint = None if _WHEN.match(text, last) else _JOIN.match(text, last)
    behind = phrase_after(text, joint.end()) if joint else None
    last = behind[1] if behind else last
    name = re.sub(r"\s+", " ", text[first:last]).strip(" ,.;:*_")
    return name[:1].upper() + name[1:] if 3 < len(name) <= _LONGEST and (" " in name or "-" in name) else None
