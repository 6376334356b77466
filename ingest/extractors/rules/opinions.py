"""What a reviewer's sentence says of its target: disputes it, qualifies it, or agrees with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.elements import RelationType
from ingest.extractors.rules.cues import Cue

_DISPUTES = (
    r"\b(?:we|i|they|the\s+\w+|and|therefore|also)\s+(?:therefore\s+|also\s+|would\s+|strongly\s+)?(?:dispute|disputes|contest|contests|reject|rejects|"
    r"disagree|disagrees|challenge|challenges)\b|\b(?:do|does|did|can|could)(?:\s+not|n[’']t|not)\s+(?:accept|agree|support|endorse|follow|believe|share)\b|"
    r"\bdisagree(?:s|d|ing|ment)?\s+(?:with|on|about)\b|\b(?:is|are|was|were|seems?|looks?)(?:,\s+in\s+(?:our|my)\s+(?:opinion|view),)?\s+(?:\w+\s+)?"
    r"(?:wrong|mistaken|incorrect|false|stale|unfounded|unsupported|untenable|circular|unjustified|not\s+(?:supported|justified|convincing|credible|true))\b|"
    r"\bshould\s+not\s+be\s+(?:counted|relied|used|credited|accepted)|\bcan(?:not|[’']t|\s+not)\s+be\s+(?:relied\s+(?:up)?on|trusted|counted)|"
    r"\bnot\s+(?:convinced|persuaded)\b|\b(?:do|does)(?:\s+not|n[’']t)\s+work\s+as\b|\bdoes(?:\s+not|n[’']t)\s+(?:follow|hold)\b|\bcontradict(?:s|ed)?\b|"
    r"\bno\s+(?:reason|basis|evidence)\s+(?:to\s+believe|for)\b|\bfailed\s+to\b|\bis\s+redacted\s+in\s+full\b"
    r"|\b(?:do|does)(?:\s+not|n[’']t)\s+think\s+(?:that\s+)?(?:this|it|so)\b|\bthis\s+is\s+(?:incorrect|wrong|not\s+so|mistaken|untrue)\b|"
    r"\b(?:has|have)\s+not\s+been\s+(?:shown|demonstrated|proved|established)\b|\bbeyond\s+(?:what\s+)?the\s+(?:evidence|data|record)\b|"
    r"\bis\s+simply\s+not\s+(?:so|true|the\s+case)\b|\bI\s+cannot\s+share\b|\b(?:we|i)\s+(?:\w+ly\s+|would\s+|also\s+)?(?:doubt|question|disbelieve)\b|"
    r"\b(?:is|are|was|were|remains?)\s+(?:not|un)\s?(?:shown|proved|proven|demonstrated|established|substantiated|borne\s+out)\b|"
    r"\b(?:is|are|seems?|looks?)\s+(?:\w+ly\s+)?(?:unconvincing|misleading|untrue|implausible|inadequate|insufficient|unsound)\b|"
    r"\b(?:unconvinced|unpersuaded)\b|\btake\s+issue\s+with\b|\bpart\s+company\b|\bbeg\s+to\s+differ\b|\b(?:is|are)\s+at\s+odds\s+with\b|\bdoes(?:\s+not|n[’']t)\s+stand\s+up\b|"
    r"\b(?:is|are)\s+(?:seriously\s+|deeply\s+|fundamentally\s+)?flawed\b|\bhard\s+to\s+(?:square|reconcile)\s+with\b|"
    r"\b(?:does|do|did)(?:\s+not|n[’']t)\s+(?:convince|persuade|satisfy)\b|\bnor\s+(?:would|can|could|do)\s+(?:we|i)\s+(?:count|accept|credit|endorse)\b|"
    r"\b(?:can(?:not|[’']t|\s+not)|could\s+not|couldn[’']t|do\s+not|don[’']t)\s+(?:quite\s+)?go\s+along\b|\b(?:says?|tells?(?:\s+\w+)?)\s+(?:next\s+to\s+nothing|almost\s+nothing|nothing\s+at\s+all)\b|"
    r"\b(?:do|does)(?:\s+not|n[’']t)\s+think\s+(?:that\s+)?(?:you|they|the\s+(?:report|authors?|company|team))\s+(?:has|have)\s+(?:\w+ly\s+)?(?:shown|proved|proven|established|demonstrated|earned)\b|"
    r"\b(?:we|i)\s+would(?:\s+not|n[’']t)\s+(?:count|credit|rely\s+on|lean\s+on|trust)\b|\b(?:we|i)\s+would\s+give\s+(?:it|them|this|that)\s+(?:none|nothing|no\s+(?:weight|credit))\b|"
    r"\bproves?\s+(?:nothing|little|too\s+little)\b|\b(?:does|do|did)(?:\s+not|n[’']t)\s+(?:support|bear\s+out|justify|show|establish)\b|\bnot\s+borne\s+out\b"
)
_QUALIFIES = (
    r"\bqualif(?:y|ies|ied|ying|ication)\b|\boverstat(?:es?|ed|ing|ement)\b|\bmore\s+\w+\s+than\s+the\s+(?:\w+\s+)?(?:record|evidence|data|facts?)\b|"
    r"\b(?:could|were|was)\s+(?:not|unable\s+to)\s+(?:be\s+)?(?:verif\w+|confirm\w*|check\w*|reproduc\w+)|\bcaveats?\b|\bonly\s+(?:in\s+part|partly|partially)\b|"
    r"\bwith\s+(?:\w+\s+)?reservations?\b|\bas\s+far\s+as\s+(?:it|that|they)\s+goe?s?\b|\bkeep\s+in\s+mind\b|\bshould\s+be\s+said,?\s+however\b|\bnarrower\b|\bless\s+(?:certain|confident|convinced|happy|impressed|comfortable|satisfied)\b|\bnot\s+quite\s+(?:the|what|as)\b|\b(?:nor|neither)\s+(?:was|were|am|are|could|can)\s+(?:I|we)\s+(?:able\s+to\s+)?(?:discover|find\s+out|learn|establish|see|confirm|verify)\b|"
    r"\bneeds?\s+(?:qualifying|a\s+caveat)|\bnever\s+(?:been\s+)?"
    r"(?:measured|tested|evaluated)\b|\bweaker\s+than\b|\btoo\s+(?:optimistic|confident|strong|generous|sanguine)\b|\bunderstat\w+\b|\boptimistic\b"
    r"|\bneither\s+(?:confirm|verify)\b|\bcould\s+not\s+(?:establish|judge|assess|see|find\s+out)\b|\bask\s+for\s+a\s+(?:qualification|caveat)\b|"
    r"\bshould\s+(?:rather\s+)?be\s+(?:given|stated|rated|read|put)\s+(?:as|no\s+higher)\b|\b(?:omits?|leaves?\s+out|says?\s+nothing\s+(?:of|about)|nothing\s+is\s+said)\b|"
    r"\b(?:had\s+)?expected,?\s+(?:and|but)\s+did\s+not\s+find\b|\bless\s+(?:sure|so)\b|\bplausible\s+but\b|\bwould\s+(?:rate|put|grade)\b[^.;]{0,50}\b(?:weak|moderate|lower)\b|"
    r"\b(?:overlooks?|ignores?)\b|\b(?:does|do|did)(?:\s+not|n[’']t)\s+(?:address|mention|consider|discuss|cover)\b|\bgoes?\s+(?:well\s+|far\s+)?beyond\b|"
    r"\btoo\s+much\s+(?:weight|credit|confidence|reliance)\b|\bonly\s+(?:where|when|as\s+far\s+as|so\s+far\s+as)\b[^.;]{3,60}\b(?:is|are|has|was)\b|"
    r"\bstill\s+(?:tells?|says?|shows?|counts?|means?)\b[^.;]{0,40}\bbut\b|\bwithheld\b|\bbeyond\s+us\b|\bwas\s+not\s+shown\s+to\s+us\b|"
    r"\bholds?\s+(?:up\s+)?only\s+(?:if|when|where|while|for|as\s+long\s+as|so\s+long\s+as)\b|\bonly\s+holds?\s+(?:if|when|where|while|for)\b|"
    r"\bwould\s+(?:be|carry|have\s+been|make)\s+(?:[\w-]+\s+){0,3}?(?:more|better|stronger)\s*(?:\w+\s+)?(?:if|with|had|were)\b|"
    r"\b(?:have|has|had)\s+not\s+been\s+able\s+to\s+(?:verify|confirm|check|reproduce|replicate)\b|\bno\s+(?:way|means)\s+(?:of|to)\s+(?:know\w*|verify\w*|check\w*|tell\w*)\b|"
    r"\b(?:regards?|considers?|calls?|judges?|finds?|rates?|sees?)\s+(?:[\w’'-]+\s+){1,6}?(?:as\s+)?(?:unproven|untested|unverified|weak|inadequate|insufficient|thin|incomplete|fragile)\b|"
    r"\b(?:is|are|remains?)\s+(?:\w+\s+)?(?:untested|unverified|unproven|incomplete|fragile|too\s+(?:small|narrow|thin|short|few|coarse|slow|late))\b|\boverclaims?\b|"
    r"\b(?:is|are|was|were)\s+nowhere\s+\w+ed\b|\b(?:our|my)\s+(?:one|main|only|chief|biggest|principal)\s+(?:worry|concern|doubt|reservation|objection)\b|"
    r"\bby\s+(?:the\s+(?:very\s+)?same|the\s+very)\s+(?:people|persons?|team|group|engineers|researchers|authors|staff|unit|firm|vendor|model)\b|\bby\s+(?:its|their)\s+own\s+(?:authors|makers|builders|developers|designers)\b|"
    r"\b(?:no\s+one|nobody)\s+(?:has|had|have)\s+(?:ever\s+|yet\s+)?(?:tried|tested|measured|checked|looked|verified|attempted)\b|"
    r"\bon\s+(?:weekdays|working\s+days)\s+only\b|\bonly\s+(?:on\s+(?:weekdays|working\s+days)|(?:in|during)\s+(?:office|working|business)\s+hours)\b|"
    r"\b(?:read|treated|taken)\s+with\s+(?:some\s+|great\s+|more\s+)?caution\b|\b(?:is|are|remains?)\s+silent\s+(?:on|about)\b|"
    r"\b(?:thinner|weaker|narrower|smaller|slower|shakier|poorer|looser|less\s+\w+|more\s+(?:fragile|brittle|limited|modest|uncertain|tentative|porous))\b[^.;,]{0,50}?\s+than\s+(?:it|they|this|that|a\s+reader|the\s+reader|one|the\s+report|the\s+authors?)\s+(?:would\s+|will\s+|may\s+|might\s+)?(?:sounds?|looks?|seems?|appears?|suppose|think|assume|expect|suggests?|gather)\b|"
    r"\bwith\s+more\s+(?:caution|care|reserve|restraint|modesty)\b|(?:\bwould|[’']d)\s+(?:call|think|find)\b[^.;,]{3,60}\b(?:generous|high|optimistic|charitable|flattering)\b|"
    r"\b(?:is|are|was|were)\s+(?:rather\s+|somewhat\s+|a\s+little\s+)?(?:generous|charitable)\b|\b(?:nobody|no[\s-]one)\s+(?:is|was)\s+(?:told|informed|alerted|notified)\b|"
    r"\b(?:is|are)(?:n[’']t|\s+not)\s+(?:looked\s+at|read|watched|attended|staffed|monitored)\b|\b(?:have|has|be|is|are)\s+(?:a\s+|the\s+same\s+)?blind\s+(?:spot|side)s?\b|"
    r"\b(?:do|does|would)(?:\s+not|n[’']t)\s+say\s+(?:that\s+)?(?:[\w’'-]+\s+){1,5}?(?:is|are|was|were)\s+(?:worthless|useless|wrong|nothing)\b|"
    r"\bmeans?\s+less\s+than\b|\ba\s+(?:very\s+)?small\s+(?:net|sample)\b|\bweight\s+(?:\w+\s+){0,3}?is\s+too\s+high\b|"
    r"\bless\s+than\s+the\s+(?:authors?|report)\b|\bprovided\s+that\b|\bwould\s+not\s+go\s+(?:so|as)\s+far\b"
)
_AGREES = (
    r"\bagree(?:s|d|ing)?\s+(?:with|on|that|about)\b|\b(?:we|i)\s+share\s+(?:his|her|your|its|their)\s+(?:\w+\s+)?(?:opinion|view|assessment|judg\w+|conclusion|confidence)\b|\bconcur(?:s|red)?\b|\bendorse(?:s|d)?\b|\bconfirm(?:s|ed)?\b|\bsimilar\s+conclusion\b|\bwe\s+share\s+the\s+view\b|"
    r"\b(?:is|are)\s+(?:sound|right|correct|convincing|persuasive|well\s+supported)\b|\bfind\s+(?:it|this|the\s+\w+)\s+(?:convincing|persuasive|sound)\b"
    r"|\b(?:we|i)\s+(?:also\s+|readily\s+|fully\s+)?accept\b|\bfind\b[^.;]{0,40}\b(?:credible|convincing|sound|persuasive)\b|\bbears?\s+(?:it\s+)?out\b|"
    r"\bas\s+(?:strong|good|sound|effective|careful)\s+as\s+(?:the\s+\w+|it\s+is|they\s+are)\s+(?:makes?|made|claims?|claimed|says?|said|stated?|described)\b|"
    r"\b(?:are|am|were|was)\s+(?:satisfied|impressed|reassured)\s+(?:that|with|by)\b|\bfind\s+no\s+fault\b|\b(?:is|are|was|were)\s+(?:both\s+)?(?:credible|adequate|sensible|exemplary)\b|"
    r"\b(?:is|are|was|were)\s+well\s+(?:designed|conceived|executed|documented|reasoned|thought\s+out|run)\b|\b(?:we|i)\s+share\s+(?:this|that|the|their)\s+(?:[\w-]+[’']s?\s+)?(?:view|assessment|conclusion|judg\w+)\b|"
    r"\b(?:regards?|considers?|calls?|judges?|finds?|rates?)\s+(?:[\w’'-]+\s+){1,6}?(?:as\s+)?(?:adequate|sufficient|sound|robust|solid|convincing)\b|\brightly\b(?![^()]*\))|"
    r"\b(?:no|without)\s+(?:objections?|quarrel|reservations?)\b|\b(?:we|i)\s+(?:\w+\s+)?(?:commend|welcome)\b|"
    r"\b(?:is|are)\s+(?:in\s+\w+\s+opinion\s+)?(?:reasonable|fair|justified|robust|well[\s-]tried|well[\s-]tested)\b|\bwell\s+(?:supported|founded|argued)\b|\bagree\s+in\s+(?:substance|full|part)\b|\b(?:is|are)\s+thorough\b|"
    r"\b(?:is|are|was|were)\s+(?:\w+\s+)?the\s+(?:best|strongest|soundest|most\s+convincing|most\s+careful)\s+(?:piece\s+of\s+work|parts?|work|evidence|section|argument|safeguard|control)\b|"
    r"\bnothing\s+to\s+(?:add|object)\b|\btried\s+to\s+(?:break|refute|fault|defeat|upset)\b[^.;]{2,60}\b(?:and|but)\s+(?:failed|could\s+not|did\s+not\s+succeed)\b|"
    r"\bwould\s+have\s+(?:come\s+to|reached|drawn)\s+the\s+same\b|\b(?:is|are|was|were)\s+(?:just\s+|exactly\s+)?(?:where|what|as|how)\s+the\s+(?:report|authors?|memo|paper)\s+(?:says?|describes?|claims?|states?)\b|"
    r"\b(?:we|i)\s+(?:was|am|were|are)\s+(?:also\s+|quite\s+|fully\s+)?(?:persuaded|convinced)\s+(?:on|by|of|that)\b"
)
_ALL: tuple[tuple[RelationType, Cue], ...] = (
    (RelationType.DISPUTES, Cue(_DISPUTES, re.IGNORECASE)),
    (RelationType.QUALIFIES, Cue(_QUALIFIES, re.IGNORECASE)),
    (RelationType.AGREES_WITH, Cue(_AGREES, re.IGNORECASE)),
)
_DENIED = Cue(r"\b(?:not|\w+n[’']t|never|neither|nor|no\s+longer|hardly)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True)
class Opinion:
    """What a sentence says of its target, and where its words stand."""

    type: RelationType
    start: int
    end: int


def opinions_in(sentence: str) -> tuple[Opinion, ...]:
    """Every opinion that a sentence words, in order; a denied one is none."""
    found = [
        Opinion(type_, match.start(), match.end())
        for type_, pattern in _ALL
        for match in pattern.finditer(sentence)
        if not _DENIED.search(sentence[: match.start()])
    ]
    return tuple(sorted(found, key=lambda each: each.start))
