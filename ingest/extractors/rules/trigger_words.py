"""Words for what would invalidate a part of the case, and for what falls with it."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue

ENDS = (
    r"(?:(?:is|are|would\s+be|becomes?)\s+(?:no\s+longer\s+(?:valid|true|justified)|invalid(?:ated)?|void|moot|withdrawn)|"
    r"(?:will\s+|would\s+)?no\s+longer\s+(?:holds?|stands?|appl(?:y|ies)|be\s+valid)|(?:would\s+|will\s+)?(?:falls?|collapses?|lapses?)\b|"
    r"(?:would\s+|will\s+|shall\s+|does\s+|do\s+)?(?:no\s+longer\s+(?:counts?|be\s+counted|tells?\s+(?:us|you)\s+\w+|(?:says?|tells|shows?|proves?|establish(?:es)?)\s+(?:any\w*|much)|means?\s+\w+|supports?\s+\w+)|"
    r"counts?\s+for\s+nothing|(?:is|be|are)\s+(?:worth\s+nothing|worthless|at\s+an\s+end|off\s+the\s+table))|"
    r"(?:would\s+not|wouldn[’']t|does\s+not|doesn[’']t|will\s+not|won[’']t)\s+(?:hold|stand|tell\s+(?:us|you)\s+(?:much|anything))\b|"
    r"(?:has|have|will\s+have|would(?:\s+then)?\s+have)\s+to\s+be\s+(?:withdrawn|given\s+up|dropped|abandoned|revisited|re-?argued|argued\s+afresh|reassessed|reconsidered)|"
    r"must\s+be\s+(?:withdrawn|revisited|re-?argued|argued\s+afresh|reassessed|reconsidered)|"
    r"(?:is|are|would\s+be|becomes?)\s+(?:refuted|unproven|untenable|unsupported|baseless|null\s+and\s+void|to\s+be\s+(?:withdrawn|set\s+aside|re-?opened|disregarded|reassessed|reviewed))|"
    r"(?:is|are|can|may|should|will)\s+(?:no\s+longer|not)\s+(?:to\s+)?be\s+(?:relied|counted|depended|leaned)\s+(?:up)?on|means?\s+nothing|"
    r"(?:ceases?|would\s+cease|will\s+cease)\s+to\s+(?:hold|apply|stand|count|be\s+valid|be\s+true)|(?:would\s+|will\s+)?loses?\s+(?:its|their|all)\s+(?:force|basis|ground|value|support|meaning)|"
    r"(?:is|are|would\s+be)\s+(?:to\s+be\s+)?(?:treated|regarded|considered)\s+as\s+(?:unproven|void|withdrawn|invalid|open|unsupported|false)|"
    r"(?:is|are|would\s+be|will\s+be|gets?|becomes?)\s+(?:automatically\s+|then\s+|at\s+once\s+)?(?:suspended|overturned|defeated|falsified|disproved|out\s+of\s+date|no\s+longer\s+\w+|voided|nullified|cancelled|finished|done\s+for|history|of\s+(?:no|little)\s+(?:further\s+)?(?:use|value|help)|no\s+longer\s+of\s+(?:any\s+)?(?:use|value|help)|unfounded)\b|"
    r"(?:expires?|ends|falls?\s+away|is\s+reversed|lapse\b|breaks?\s+down|cannot\s+(?:stand|hold|be\s+(?:maintained|sustained|upheld|relied\s+on|made))|can[’']t\s+(?:stand|hold|be\s+(?:maintained|sustained|upheld|relied\s+on))|can\s+no\s+longer\s+(?:stand|hold|be\s+\w+))|"
    r"(?:would\s+|will\s+)?(?:needs?|have|has)\s+to\s+be\s+(?:looked\s+at\s+again|redone|repeated|rewritten|re-?examined|revised|made\s+again|re-?opened|re-?evaluated|reviewed|suspended)|"
    r"(?:must|should|shall|is\s+to|are\s+to)\s+be\s+(?:looked\s+at\s+again|redone|repeated|rewritten|re-?examined|revised|re-?opened|re-?evaluated|reviewed|suspended|withdrawn|dropped|given\s+up|disregarded))"
)
_VERBS = r"(?:invalidate|void|overturn|undo|end|sink|refute|defeat|destroy|falsify|undermine|kill|topple|knock\s+out|take\s+away|disprove|contradict|break|negate|nullify|withdraw\s+support\s+from|be\s+fatal\s+to|be\s+the\s+end\s+of|put\s+an\s+end\s+to|put\s+paid\s+to|cost\s+us|remove\s+the\s+(?:basis|ground|support)\s+(?:for|of|from\s+under)|pull\s+the\s+ground\s+from\s+under|(?:force|oblige|require|lead|cause|make)\s+us\s+(?:to\s+)?(?:withdraw|retract|drop|abandon|revisit|reconsider|give\s+up|re-?open|reassess|rewrite)|(?:require|call\s+for|mean)\s+(?:a\s+)?(?:re-?assessment|review|withdrawal|revision|re-?examination)\s+of)"
INVALIDATES = rf"(?:(?:would|will|shall|could|may|might|is\s+enough\s+to|are\s+enough\s+to|suffices?\s+to)\s+(?:be\s+enough\s+to\s+|suffice\s+to\s+|each\s+|\w+ly\s+)?{_VERBS}|(?:overturns|invalidates|voids|refutes|defeats|puts\s+an\s+end\s+to|spells\s+the\s+end\s+of))"
"""What would invalidate stands before these words, and what falls behind them."""
_WHEN = r"(?:if(?:\s+ever)?|when(?:ever)?|once|should|were(?=[^,;.]{3,80}\sto\s)|as\s+soon\s+as|in\s+case|in\s+the\s+event\s+that|(?:from\s+)?the\s+(?:moment|day|minute)(?:\s+that)?)"
IF_FALLS = Cue(
    rf"(?:^\W*|[:;]\s+){_WHEN}\s+(?P<condition>[^;:]{{8,200}}?),\s+(?:then\s+)?(?P<target>[^;:,]{{2,120}}?)\s+{ENDS}",
    re.IGNORECASE,
)
FALLS_IF = Cue(rf"(?P<target>[^;:,]{{2,120}}?)\s+{ENDS}\s+{_WHEN}\s+(?P<condition>[^.;]{{8,200}})", re.IGNORECASE)
WOULD_END = Cue(rf"^(?P<condition>[^.;]{{8,160}}?)\s+{INVALIDATES}\s+(?P<target>[^.;]{{2,120}})", re.IGNORECASE)
ENDED_BY = Cue(
    r"(?P<target>[^;:,]{2,120}?)\s+(?:(?:is|are|would\s+be|will\s+be)\s+(?:invalidated|voided|overturned|undone|refuted|falsified|defeated|disproved|undermined)\s+by|"
    r"is\s+valid\s+(?:only\s+)?until|(?:stands|holds)\s+(?:only\s+)?until)\s+(?P<condition>[^.;]{8,200})",
    re.IGNORECASE,
)
GIVEN_UP_IF = Cue(
    r"\b(?:we|i)\s+(?:would|will|should|shall)\s+(?:then\s+|also\s+)?(?:withdraw|retract|drop|abandon|suspend|reverse|give\s+up|take\s+back|re-?open|re-?examine|re-?assess|change\s+(?:our|my)\s+(?:mind|view|opinion)\s+(?:of|on|about)|revisit|reconsider|stop\s+(?:counting(?:\s+on)?|relying\s+on|crediting|citing|using)|"
    r"no\s+longer\s+(?:regard|count(?:\s+on)?|rely\s+on|hold|accept|endorse|claim)|not\s+continue\s+to\s+(?:endorse|accept|hold))\s+(?P<target>[^;:,]{3,100}?)\s+"
    rf"{_WHEN}\s+(?P<condition>[^.;]{{8,240}})",
    re.IGNORECASE,
)
IF_GIVEN_UP = Cue(
    rf"^\W*{_WHEN}\s+(?P<condition>[^;:]{{8,200}}?),\s+(?:then\s+)?(?:we|i)\s+(?:would|will|should|shall)\s+(?:then\s+|also\s+|have\s+to\s+)?"
    r"(?:withdraw|retract|drop|abandon|revisit|reconsider|reassess|re-?open|stop\s+(?:counting(?:\s+on)?|relying\s+on|crediting|citing|using)|no\s+longer\s+\w+(?:\s+on)?)\s+(?P<target>[^;:,.]{3,100})",
    re.IGNORECASE,
)
ON_LEARNING = Cue(
    r"\b(?:we|i)\s+(?:would|will|should|shall)\s+(?:withdraw|retract|drop|abandon|revisit|reconsider|give\s+up|no\s+longer\s+(?:hold|rely\s+on|accept|claim))\s+(?P<target>[^;:,]{3,160}?)\s+"
    r"(?:on\s+(?:learning|hearing|finding|evidence)|(?:upon|after)\s+(?:learning|hearing|finding|discovering)|were\s+(?:we|I)\s+to\s+(?:learn|find|hear))\s+(?:out\s+)?that\s+(?P<condition>[^.;,]{8,200})",
    re.IGNORECASE,
)
AND_THEN = Cue(
    rf"^\W*(?:(?P<let>let)\s+)?(?P<condition>[^.;:]{{8,200}}?),\s+and\s+(?:(?P<target>[^.;:,]{{2,80}}?)\s+{ENDS}|(?:we|i)\s+(?:will\s+|would\s+)?(?:treat|regard|count|consider)\s+(?P<told>[^.;:,]{{2,60}}?)\s+as\s+(?:unproven|void|withdrawn|invalid|open|unsupported|false|lost))",
    re.IGNORECASE,
)
CONDITIONAL = Cue(r"^(?:any|an?|one|two|fewer|less|more|another|no)\b|\bbe\b", re.IGNORECASE)
REGARDED_SO = Cue(
    rf"\b(?:we|i)\s+(?:would\s+|will\s+|shall\s+)?(?:then\s+)?(?:treat|regard|count|consider)\s+(?P<target>[^.;:,]{{2,80}}?)\s+(?:as\s+)?(?:unproven|void|withdrawn|invalid|open|unsupported|false)\s+{_WHEN}\s+(?P<condition>[^.;]{{8,200}})",
    re.IGNORECASE,
)
IF_DISTRUST = Cue(
    rf"^\W*{_WHEN}\s+(?P<condition>[^.;:]{{8,160}}?),\s+(?:then\s+)?(?:forget(?:\s+about)?|bin|scrap|drop|stop\s+(?:using|trusting)|(?:do\s+not|don[’']t)\s+(?:trust|rely\s+on|count\s+on)|"
    r"(?:nobody|no\s+one)\s+(?:should|can|could)\s+(?:rely\s+on|count\s+on|trust)|(?:you|we|one)\s+(?:can[’']t|cannot|can\s+no\s+longer|could\s+not|couldn[’']t|could\s+no\s+longer)\s+(?:rely\s+on|count\s+on|trust))\s+(?P<target>[^.;:,]{2,80})",
    re.IGNORECASE,
)
IS_TRIGGER = Cue(
    r"^(?P<condition>[^.;:]{8,160}?)\s+(?:is|are|would\s+be|counts?\s+as|serves?\s+as)\s+(?:an?|the|our|one)\s+(?:\w+\s+)?(?:trigger|tripwire|ground|signal)\s+(?:for|to)\s+(?P<target>[^.;]{2,120})",
    re.IGNORECASE,
)
THE_DAY = Cue(
    r"^\W*(?:the\s+(?:day|moment|minute|instant)|as\s+soon\s+as|from\s+the\s+(?:day|moment))\s+(?:that\s+)?(?:there(?:[’']s|\s+is|\s+are)\s+)?(?P<condition>[^,.;:]{8,160}),\s+(?:then\s+)?"
    rf"(?:(?:you\s+can\s+|we\s+)?(?:bin|scrap|drop|withdraw|forget(?:\s+about)?|throw\s+away|discard)\s+(?P<target>[^.;:,]{{2,60}})|(?P<told>[^.;:,]{{2,60}}?)\s+{ENDS})",
    re.IGNORECASE,
)
SAME_EFFECT = Cue(
    rf"^\W*(?:and\s+|also,?\s+)?(?P<condition>[^.;:]{{8,160}}?)\s+(?:would|will)\s+(?:have|do)\s+the\s+same(?:\s+(?:effect|result|consequence|thing))?\b|^\W*the\s+same\s+(?:applies|goes|holds|is\s+true)\s+{_WHEN}\s+(?P<told>[^.;]{{8,160}})",
    re.IGNORECASE,
)
POINTED = Cue(
    r"^\W*(?:(?:this|that|the|our)\s+(?:\w+\s+)?(?P<what>claim|pathway|argument|conclusion|assessment|assertion|statement|sentence|control|evidence|monitor|check|rule)|it(?:\s+[\w\s]{3,60})?|this)$",
    re.IGNORECASE,
)
NOR = Cue(
    rf"\bnor\s+would\s+(?:we|i)\s+(?:then\s+|still\s+)?(?:continue\s+to\s+)?\w+\s+(?P<target>[^;:,]{{3,100}}?)\s+{_WHEN}\s+(?P<condition>[^.;]{{8,240}})",
    re.IGNORECASE,
)
NOT_SURVIVE = Cue(
    r"(?P<target>[^;:,]{3,100}?)\s+(?:would|will|does|do|could|can)(?:\s*not|n[’']t)\s+(?:\w+\s+)?survive\s+(?P<condition>[^.;]{8,200})",
    re.IGNORECASE,
)
HINT = Cue(
    r"\b(?:if|when|once|should|would|will|in\s+(?:that|such)|if\s+so|then|puts|overturns|invalidates|voids|refutes|as|let|and|day|moment|same|were|is|are|once|whenever|forget|where|by|with|until|enough|suffices?|invalidate)\b",
    re.IGNORECASE,
)  # no condition is worded without one of these
THEN_FALLS = Cue(
    rf"^\W*(?:in\s+(?:that|such\s+an?)\s+(?:event|case)|if\s+so|then),?\s+(?P<target>[^;:,]{{2,120}}?)\s+{ENDS}",
    re.IGNORECASE,
)
NEEDED = {
    FALLS_IF: Cue(rf"{ENDS}\s+{_WHEN}\s", re.IGNORECASE),
    ENDED_BY: Cue(r"\b(?:\w+ed\s+by|(?:falls?|undone)\s+(?:with|by)|until)\s", re.IGNORECASE),
    NOT_SURVIVE: Cue(r"\bsurvive\s", re.IGNORECASE),
}
"""What stands in all that a pattern finds, where it takes far longer to try the pattern at every character."""
IT_FOR = Cue(
    r"\b(?:it|this|that|them)\b[^.;,]{0,40}\b(?:count\w*|rel(?:y|ied)\s+on|credit\w*|weigh\w*|considered|weight)\b[^.;,]{0,20}\b(?:for|in|on|under|against)\b|"
    r"\b(?:count\w*|rely\w*|credit\w*|relying)\s+(?:on\s+)?(?:it|this|that|them)\s+(?:for|in|on|under|against)\b",
    re.IGNORECASE,
)
"""The thing of the condition no longer counts for a pathway: "if the drill fails, it is no longer counted for Pathway 2"."""
STATED_IF = Cue(r"\b(?:if|when|once)\s+(?P<condition>(?:(?!\bif\b)[^.;,]){8,160})\W*$", re.IGNORECASE)
OR_IF = Cue(r",?\s+or\s+(?:if|when|once)\s+")
SAYS_LITTLE = Cue(
    r"\b(?:the|claims?|arguments?|case|about|of|on|from|for|that|as|our|agreement|with|conclusions?|judg\w+)\b",
    re.IGNORECASE,
)
OF_CASE = Cue(
    r"\b(?:claims?|arguments?|conclusions?|agreement|assertion|proposition|statement|sentence)\b", re.IGNORECASE
)
SPEAKER = Cue(r"^\W*(?:we|i|you|it|that|this|which|there|no|nothing|nobody|none|neither|not)\b", re.IGNORECASE)
