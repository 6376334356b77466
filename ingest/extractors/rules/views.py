"""What a reviewer's sentence says of its target in plainer words than those of an outright opinion.

"The count could have missed a third of them", "that is as good as you say", "there is a further oddity about the audit":
in a critique such words take a view, elsewhere they may tell of anything.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.elements import RelationType
from graph.naming import REMEMBERED
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.opinions import Opinion, opinions_in
from ingest.extractors.rules.quoted_claims import is_statement, quotes_in
from ingest.extractors.rules.verdicts import VERDICTS

_I = r"\b(?:I|we)"
_NOT = r"(?:\s+not|n[’']t)"
_THEM = r"(?:you|they|the\s+(?:report|authors?|company|team|memo|paper|lab)|it|one)"
_SOMEWHAT = r"(?:(?:rather|somewhat|a\s+little|a\s+bit|quite|very|entirely|perfectly|fully|far|altogether|more\s+than|in\s+my\s+view|to\s+(?:me|us|my\s+mind))\s+)?"
_DISPUTES = (
    rf"\b(?:do|does|did){_NOT}\s+(?:think|believe|see|find|consider)\s+(?:that\s+)?(?:[^.;,]{{2,60}}?\s)?(?:shows?|proves?|establish(?:es)?|supports?|follows?|demonstrates?|justif(?:y|ies)|sufficient|enough|amounts?\s+to|"
    r"earns?|deserves?|carries|what\s+(?:you|they|the\s+\w+)\s+(?:take|say|claim|think))\b|"
    r"\bcan[’']t\s+(?:accept|agree|support|endorse|follow|believe|share)\b|"
    rf"\b(?:would|should|can(?:not)?)\s+(?:\w+\s+)?(?:give|be\s+given|place|put|assign|attach|allow|carry|have|bear|get)\s+(?:it|them|this|that|[\w’'-]+(?:\s+[\w’'-]+){{0,3}}?)?\s*(?:none|nothing|no\s+(?:weight|credit|reliance)|zero)\b|"
    r"\b(?:deserves?|merits?|carr(?:y|ies)|earns?|has|have)\s+no\s+(?:weight|credit|standing)\b|\b(?:should|ought\s+to|must|has\s+to|have\s+to)\s+be\s+(?:dropped|struck(?:\s+out)?|removed|withdrawn|abandoned|discounted|given\s+up)\b|"
    r"\b(?:should|can|may)(?:\s+not|n[’']t|not)\s+count\b|\b(?:does|do|would|did)(?:\s+not|n[’']t)\s+(?:survive|stand\s+(?:up|scrutiny)|bear\s+(?:the|that|this|any|much)\s+weight|carry\s+(?:the|that|this)\s+weight|add\s+up)\b|"
    r"\b(?:collapses|falls\s+apart|begs\s+the\s+question|is\s+no\s+evidence|is\s+not\s+evidence|are\s+no\s+evidence)\b|\btells?\s+us\s+(?:very\s+|next\s+to\s+)?(?:little|nothing)\b|"
    r"\b(?:shows?|suggests?|points?\s+to)\s+the\s+(?:opposite|contrary)\b|\bpoints?\s+the\s+other\s+way\b|\bthe\s+wrong\s+(?:way\s+round|conclusion|inference)\b|"
    r"\b(?:my|our)\s+(?:\w+\s+){0,2}?(?:disagreement|objection|quarrel|dispute)\s+(?:concerns|is\s+with|is\s+to|lies|relates)\b|\b(?:fails?|failed)\s+to\s+(?:establish|show|support|convince|persuade)\b|"
    r"\b(?:do|does|did)(?:\s+not|n[’']t)\s+see\s+(?:how|why|what)\b|\bno\s+reason\s+to\s+(?:trust|credit|rely|think|believe)\b|\bfound\s+no\s+evidence\s+(?:at\s+all\s+)?(?:that|for|of)\b"
)
_QUALIFIES = (
    rf"(?:\bwould|[’']d|\bshould)\s+(?:have\s+)?(?:call(?:ed)?|rate|rated|put|grade[d]?|describe[d]?|mark(?:ed)?|count(?:ed)?|treat(?:ed)?|accept)\b[^.;]{{0,50}}?\b(?:weak|moderate|lower|slight|modest)\b|"
    r"\b(?:an?|the)\s+(?:upper|lower)\s+(?:bound|limit)\b|\bbest\s+case\b|\b(?:could|may|might|would|can)\s+(?:easily\s+|well\s+)?(?:have\s+)?(?:missed|miss|overlook(?:ed)?|slip(?:ped)?\s+(?:through|past)|escape[d]?)\b|"
    r"\b(?:of|in)\s+two\s+minds\b|\bmixed\s+feelings\b|\bambivalent\b|"
    rf"{_I}\s+(?:am|are|was|were|remain|feel|felt)\s+(?:\w+\s+)?(?:sceptical|skeptical|wary|uneasy|uncomfortable|unsure|not\s+(?:so\s+)?sure|doubtful|concerned|worried|troubled|hesitant|cautious|puzzled|surprised)\b|"
    rf"{_I}\s+(?:would\s+|do\s+|did\s+|also\s+|might\s+)*(?:ask|asked|wonder|wondered)\s+(?:\w+\s+)?(?:why|whether|if)\b|"
    r"\b(?:passes?|passed|gloss(?:es|ed)?|skates?|skims?)\s+over\b|\bmakes?\s+no\s+mention\b|\bno\s+mention\s+(?:is\s+made\s+)?of\b|\b(?:is|are|was|goes|went|go)\s+(?:nowhere\s+mentioned|unmentioned|unsaid|unremarked)\b|"
    rf"\b(?:seems?|seemed|looks?|looked|strikes?\s+(?:me|us)\s+as|struck\s+(?:me|us)\s+as|appears?)\s+(?:to\s+(?:me|us)\s+)?{_SOMEWHAT}(?:generous|high|optimistic|thin|weak|hopeful|bold|ambitious|overconfident|premature|fragile|narrow|small|short|soft|arbitrary|odd|strange|charitable|shaky|flimsy|low)\b|"
    rf"\bless\s+(?:[\w-]+\s+){{0,2}}?than\s+{_THEM}\s+(?:believes?|thinks?|claims?|suggests?|supposes?|says?|makes?|lets?|admits?|would)\b|\b(?:not|isn[’']t|wasn[’']t)\s+what\s+(?:your|the|a|its)\s+readers?\b|"
    r"\bthere(?:[’']s|\s+is|\s+are)\s+(?:[\w-]+\s+){0,3}?(?:oddity|oddities|weakness(?:es)?|gaps?|holes?|problems?|difficult(?:y|ies)|snag|catch|flaws?|wrinkle|worry|trouble|concern|omission|shortcoming|tension|confusion|inconsistency)\b|"
    r"\b(?:rests?|hangs?|turns?|stands?|depends?)\s+(?:\w+ly\s+|almost\s+)?(?:up)?on\s+(?:an?\s+)?(?:single|one|two|few|handful|small)\b|\bsingle\s+point\s+of\s+failure\b|"
    r"\b(?:written|staged|made|chosen|picked|selected|designed|drawn\s+up|graded|run|built|planted|poisoned|prepared)\s+by\s+(?:[\w’'-]+\s+){1,4}(?:own\s+(?:people|staff|engineers|team|authors|designers)|who\s+(?:wrote|built|designed|know|knew|made|run|ran)|themselves|itself)\b|"
    r"\b(?:knew|known)\s+(?:that\s+(?:an?|the)\s+(?:trial|test|exercise|drill|audit|check)\b|(?:about|in\s+advance|beforehand))|\b(?:authors?|team|group|people|designers|builders|makers)\s+of\s+the\s+[\w-]+\s+(?:knew|wrote|chose|picked|designed)\b|"
    r"\bif\b[^.;]{3,80}?\b(?:would|will|could)\s+(?:be|become)\s+(?:\w+\s+)?(?:useless|worthless|blind|meaningless|void|nothing|no\s+\w+)\b|\bnothing\s+(?:that\s+)?would\s+(?:tell|alert|warn|show|reveal)\b|"
    r"\b(?:to|in)\s+which\s+(?:every|any|anyone|everyone|all)\b[^.;]{0,30}\b(?:can|could|may)\s+(?:write|edit|change|alter)\b|\b(?:every|any)\s+(?:agent|one|engineer|session|employee|user|job|process)\s+(?:can|could|may)\s+(?:write|edit|change|alter|lift|waive|switch)\b|"
    r"\bat\s+one\s+(?:blow|stroke)\b|\b(?:is|are|was|were)(?:\s+not|n[’']t)\s+(?:really\s+|in\s+fact\s+|quite\s+|strictly\s+)?(?:an?\s+)?(?:independent|review|test|check|safeguard|control|barrier|measurement|replication|separate|random|representative|realistic|comparable)\b|"
    r"\b(?:too\s+(?:few|small|short|narrow|easy|coarse|late|slow)|no\s+(?:baseline|control\s+group|error\s+bars|confidence\s+interval))\b|\b(?:only|just|merely)\s+(?:a\s+handful|\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|one)\s+[\w-]+s?\b|"
    r"\b(?:would|[’']d)\s+(?:like|want|need|have\s+liked|prefer)\s+to\s+(?:see|know|understand|hear)\b|\b(?:should|ought\s+to|needs?\s+to)\s+(?:say|state|admit|acknowledge|mention|make\s+clear|be\s+(?:said|stated|clearer))\b|"
    r"\bmore\s+hangs\s+on\b|\b(?:worr(?:y|ies|ied)|troubles?|bothers?|concerns?|puzzles?|disturbs?|unsettles?)\s+(?:me|us)\b|\b(?:our|my)\s+(?:one|main|only|chief|biggest|principal)\s+(?:hesitation|question|quibble|caveat|difficulty|regret)\b|"
    r"\b(?:is|are)\s+only\s+as\s+(?:good|strong|safe|sound)\s+as\b|\b(?:can|could)\s+let\s+(?:itself|themselves)\b|\bin\s+effect\b[^.;]{0,40}\bcan\b|\bshould\s+be\s+(?:downgraded|lowered|reduced|cut|marked\s+down|revised|toned\s+down|softened)\b|\bhard\s+to\s+(?:call|see|credit|believe|regard)\b|\bwithout\s+(?:an?y?\s+)?(?:baseline|second|owner|record|control\s+group|comparison|approval)\b|"
    r"\b(?:report|authors?|it|sections?|text|memo|paper|they|document|which|that|you|table|appendix)\s+(?:do|does|did)(?:\s+not|n[’']t)\s+(?:say|tell\s+(?:us|me)|explain|state|report|disclose|specify|show)\b|\b(?:is|are|was|were)\s+(?:never|nowhere)\s+(?:said|stated|explained|reported|mentioned|shown)\b|\b(?:is|are)\s+(?:another|a\s+different)\s+(?:matter|story)\b|\btaken?\s+on\s+(?:trust|faith)\b|\bremains?\s+(?:to\s+be\s+seen|open|unclear)\b|\b(?:is|are|was|were)\s+(?:unclear|not\s+clear|hard\s+to\s+(?:tell|judge|assess|say))\b"
)
_AGREES = (
    rf"\bas\s+(?:strong|good|sound|effective|careful|robust|solid|tight|reliable|low|high)\s+as\s+(?:{_THEM}\s+)?(?:say|says|said|make|makes|made|claim|claims|claimed|state[ds]?|describe[ds]?|believe[ds]?|think|advertised|stated|claimed)\b|"
    rf"\b(?:seems?|seemed|looks?|looked|strikes?\s+(?:me|us)\s+as|struck\s+(?:me|us)\s+as)\s+(?:to\s+(?:me|us)\s+)?{_SOMEWHAT}(?:sound|right|solid|robust|fair|reasonable|convincing|well\s+\w+ed|sensible|correct|appropriate|careful)\b|"
    r"\b(?:is|are|was|were)\s+(?:an?|the)\s+(?:serious|fair|proper|good|excellent|impressive|demanding|honest|genuine|hard|strong|real)\s+(?:test|trial|exercise|idea|thing|piece|control|measure|design|safeguard|result|number|study)\b|"
    r"\b(?:is|are|was|were)\s+(?:respectable|impressive|excellent|solid|well\s+done|well\s+made|first-rate)\b|\b(?:would|should)\s+leave\s+(?:[\w’'-]+\s+){0,4}?(?:alone|as\s+(?:it|they)\s+(?:is|are))\b|\bnothing\s+to\s+add\b|"
    r"\b(?:holds?|held|stands?|stood|checks?|checked)\s+up\b(?!\s+only)|\b(?:works?|worked|behaves?|behaved)\s+(?:exactly\s+|just\s+|quite\s+)?as\s+(?:described|advertised|claimed|stated|the\s+report\s+says|you\s+say|it\s+should)\b|"
    r"\b(?:does|did)\s+(?:exactly\s+|just\s+)?what\s+(?:it|they|the\s+report|you)\s+(?:says?|said|claims?|should|promises?|is\s+meant)\b|\btried\b[^.;]{2,90}?\b(?:and|but)\s+(?:failed|could\s+not|couldn[’']t|did\s+not\s+succeed|got\s+nowhere|never\s+managed|had\s+no\s+luck)\b|"
    rf"\b(?:the\s+same|a\s+similar|much\s+the\s+same|close\s+to\s+the)\s+(?:number|result|figure|rate|value|answer|score)\b|\b(?:is|was|are)\s+(?:your|the\s+report[’']s|their)\s+(?:number|figure|result)\b|\bclose\s+enough\b|"
    rf"{_I}\s+(?:also\s+|very\s+much\s+|particularly\s+)?(?:like|liked|admire|admired|applaud|appreciate)\s+(?:the|that|how|your|what)\b|\b(?:deserves?|to\s+(?:its|their|your))\s+(?:\w+\s+)?credit\b|\b(?:strength|strong\s+point|merit)s?\s+of\s+(?:the|this|your)\b|"
    r"\b(?:is|are|was|were)\s+(?:well\s+)?(?:argued|made|put|done|executed|documented)\s+well\b|\bholds?\s+together\b|\bno\s+(?:real\s+|serious\s+|further\s+)?(?:concerns?|worries|doubts?|issues?|comments?)\s+(?:about|with|on|over)\b|\b(?:I|we)\s+(?:would|[’']d)\s+(?:not\s+)?(?:change|touch)\s+nothing\b|\bno\s+complaints?\b|\bcredible\b(?=[^.;]*\bfor\b)"
)
_ALL: tuple[tuple[RelationType, Cue], ...] = (
    (RelationType.DISPUTES, Cue(_DISPUTES, re.IGNORECASE)),
    (RelationType.QUALIFIES, Cue(_QUALIFIES, re.IGNORECASE)),
    (RelationType.AGREES_WITH, Cue(_AGREES, re.IGNORECASE)),
)
_DENIED = Cue(r"\b(?:not|\w+n[’']t|never|neither|nor|no\s+longer|hardly)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_SUPPOSED = Cue(
    r"\b(?:if|whether|unless|in\s+case|in\s+order\s+to|(?:say|asked|see|know)\s+where|where\s+(?:we|a|nothing))\b[^,;.:]{0,160}$|"
    r"\b(?:do|does|did|would)(?:\s+not|n[’']t)\s+(?:go\s+so\s+far\s+as\s+to\s+)?(?:say|mean|suggest|claim|imply)\b[^,;.:]{0,120}$",
    re.IGNORECASE,
)
_GRAVITY = {RelationType.DISPUTES: 2, RelationType.QUALIFIES: 1, RelationType.AGREES_WITH: 0}
_MODAL = Cue(r"\b(?:would|could|should|might|may|can|must)\s+$", re.IGNORECASE)
_OWN_WORDS = Cue(
    r"\b(?:verdict|opinion|judg\w+|view|comments?|summary|conclusion|notes|in\s+(?:his|her|our|my|their)\s+(?:own\s+)?words)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_PLAINER = frozenset(pattern for _, pattern in _ALL)
_NONE_OF_IT = Cue(r"\W*(?:none|nothing|neither)\s+(?:of|in)\s+(?:this|these|that|what|the\s+above)\b", re.IGNORECASE)


@lru_cache(maxsize=REMEMBERED)
def views_in(sentence: str) -> tuple[Opinion, ...]:
    """Every view that a reviewer's sentence takes, in outright words or in plainer ones, in order; denied ones are none.

    What it repeats word for word of the document that it judges takes no view.
    """
    if _NONE_OF_IT.match(sentence):
        return ()
    own = without_quoted(sentence)
    said = opinions_in(own)
    found: list[Opinion] = [
        Opinion(type_, match.start(), match.end())
        for type_, pattern in (*_ALL, *VERDICTS)
        for match in pattern.finditer(own)
        if not _DENIED.search(own[: match.start()])
        and not (pattern not in _PLAINER and _is_supposed(own, match.start()))
        and not any(
            each.start < match.end() and match.start() < each.end and _GRAVITY[each.type] >= _GRAVITY[type_]
            for each in said
        )
    ]
    return tuple(sorted((*said, *found), key=lambda each: each.start))


def without_quoted(sentence: str) -> str:
    """The sentence with as many spaces in the place of the statements that it quotes, but for a reviewer's own words."""
    for start, end, _ in quotes_in(sentence):
        if is_statement(sentence[start:end]) and not _OWN_WORDS.search(sentence[:start]):
            sentence = f"{sentence[:start]}{' ' * (end - start)}{sentence[end:]}"
    return sentence


def _is_supposed(text: str, start: int) -> bool:
    """Is what begins there only supposed: "if the list is not right", "it would be sufficient"?"""
    could_be = text.startswith("be ", start) and _MODAL.search(text[:start])
    return bool(could_be or _SUPPOSED.search(text[:start]))
