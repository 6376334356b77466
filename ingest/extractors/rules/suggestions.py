"""What a critique would have done: "Have the runs drawn by lot", "Moving the list to … is a matter of days", "I would train a second monitor"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.actions import Action, short_action
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.durations import cost_in
from ingest.extractors.rules.outline import Outline, Sentence, Unit

_VERB = (
    r"(?:have|make|keep|put|move|give|add|let|require|re-?run|repeat|redo|restrict|limit|block|appoint|name|ask|train|build|run|set\s+up|replace|remove|extend|raise|lower|test|measure|separate|split|"
    r"store|sign|encrypt|rotate|route|page|draw|write|record|log|commission|turn|switch|take|hire|assign|introduce|install|fit|back\s+up|double|halve|tighten|widen|publish|share|hide|seal|lock|pin|"
    r"copy|mirror|monitor|sample|audit|review|rehearse|drill|staff|train|automate|enforce|forbid|deny|refuse|hold|grant|revoke|close|open|bind|tie|isolate|harden|rewrite|retrain|re-?grade|blind)"
)
_ASKS = Cue(
    r"\b(?:what\s+(?:would|should|do)\s+(?:I|we)\s+(?:do|change|advise|recommend|propose|suggest)|in\s+(?:your|their)\s+place|if\s+(?:I|we)\s+were\s+(?:you|they)|(?:my|our)\s+advice|were\s+it\s+(?:mine|ours)|"
    r"(?:one|two|three|four|five|six|some|a\s+few|several)\s+(?:\w+\s+)?(?:suggestions?|proposals?|recommendations?|changes|things|steps|remedies|fixes|improvements|requests)\b|cheapest\s+first|"
    r"(?:I|we)\s+(?:would\s+|have\s+)?(?:suggest|propose|recommend|advise)(?:ed)?\b|what\s+(?:we|I)\s+would\s+(?:do|change|like)|to\s+mend\s+this|to\s+put\s+(?:it|this)\s+right)\b",
    re.IGNORECASE,
)
_HEADED = Cue(
    r"\b(?:recommend\w*|suggest\w*|proposals?|what\s+(?:we|I)\s+would\s+(?:do|change|like)|what\s+to\s+do|next\s+steps|remedies|requests?|improvements?|actions?)\b",
    re.IGNORECASE,
)
_IMPERATIVE = Cue(
    rf"\W*(?:(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|and|then|next|also|finally|lastly|last),?\s+)*(?P<action>{_VERB}\s+(?!been\b|to\b|not\b)[^.;?]{{8,}})",
    re.IGNORECASE,
)
_DOING = Cue(
    r"\W*(?P<action>(?!Doing|During|Nothing|Something|Everything|Anything|According|Considering|Regarding|Concerning|Assuming|Speaking|Judging|Following|Including|Being|Having|Granting|Reading|Seeing)[A-Z][a-z]+ing\s+[^.;?]{8,140}?)\s+"
    r"(?P<rest>(?:is|are|would|should|could|will|might|costs?|takes?|needs?)\b[^.;?]{4,})"
)
_BUYS = Cue(
    r"\b(?:cheap|easy|simple|quick|small|trivial|little\s+(?:work|effort)|go(?:es)?\s+(?:a\s+long|some)\s+way|make|close|fix|help|remove|cure|mend|settle|strengthen|improve|enough|a\s+matter\s+of|worth)\b",
    re.IGNORECASE,
)
_MIGHT = Cue(r"(?:would|should|could|will|might)\b", re.IGNORECASE)
_WOULD = Cue(
    rf"\b(?:I|[Ww]e)(?:[’']d|\s+would)\s+(?:also\s+|then\s+|further\s+|first\s+|rather\s+|now\s+)?(?P<action>(?!keep\b|take\b|give\b|put\s+(?:it|this|that|them|its)\b|make\s+(?:much|little|nothing|less|more)\b|hold\b|have\s+(?!the\b|each|every|all|an?\b|its|someone|somebody)|let\b|ask\s+(?:why|whether|how|what|if)\b|open\b|close\b){_VERB}\s+(?!forward)[^.;?]{{8,}})"
)
_COULD_BE = Cue(
    rf"\b(?:something|one\s+thing|(?:an?|the)\s+(?:\w+\s+){{0,2}}(?:fix|remedy|step|measure|change|cure|answer))\b[^.:?]{{0,60}}:\s+(?P<action>{_VERB}\s+[^.;?]{{8,}})",
    re.IGNORECASE,
)
_SOMEONE = Cue(
    r"\b(?P<action>(?:someone|somebody)\s+(?:[\w-]+\s+){0,4}?(?:should|ought\s+to|must|needs\s+to)\s+(?!be\s+(?:able|said)|have\b)[^.;?]{6,100})",
    re.IGNORECASE,
)
_UNTIL = Cue(r"\buntil\s+(?P<action>(?:the|they|it|someone|somebody|there|its|their|your)\s+[^.;?,]{8,100})")
_DOING_SO = Cue(r"\W*doing\s+(?:so|this|that)\b", re.IGNORECASE)
_ENDS = Cue(
    r",\s+(?:(?:for|from|to|with|by|in|under|of)?\s*which|so\s+(?:that)?|one\s|and\s+(?:this|that|it|then|I|we|would|not)|this|that|since|because|as|where|but|though|although|before\s+anything)\b|\s+[–—]\s+|\s+\(|"
    r"\s+and\s+(?:describe|say|state|publish|report)\b"
)
_REFUSED = Cue(r"\b(?:not|never|\w+n[’']t|nor|considered|decided\s+against|no\s+need)\b", re.IGNORECASE)
_OF_WRITING = Cue(
    r"^(?:\w+\s+)(?:that|this|it|them|me|us|the\s+(?:reader|report|section|sentence|word|wording|exercise\s+in|claim|weight|conclusion))\b|^(?:keep|take|have)\s+(?:in\s+mind|note|care)\b|\bforward\b",
    re.IGNORECASE,
)


def suggestions(outline: Outline) -> Iterator[tuple[Action, Sentence]]:
    """Every change that a critique suggests in these words, with its sentence; nothing in other documents."""
    if outline.document.source.kind is not DocumentKind.CRITIQUE:
        return
    for unit in outline.units:
        if unit.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            headed = _HEADED.search(unit.block.section or "") is not None
            asked = headed or _ASKS.search(unit.text) is not None
            for sentence, following in pairwise((*unit.sentences, None)):
                if sentence is not None and (words := _suggested(sentence, following, asked=asked)):
                    yield _action(unit, sentence, words), sentence


def _suggested(sentence: Sentence, following: Sentence | None, *, asked: bool) -> str | None:
    """The words of the change that a sentence suggests. `asked`: whether its paragraph or heading says that it suggests any."""
    text = sentence.text
    match = _COULD_BE.search(text) or _SOMEONE.search(text) or (_IMPERATIVE.match(text) if asked else None)
    if match is None and (doing := _DOING.match(text)) is not None:
        buys = _MIGHT.match(doing["rest"]) and _BUYS.search(doing["rest"])
        match = doing if cost_in(doing["rest"]) or buys else None
    if match is None and (would := _WOULD.search(text)) is not None:
        match = would if asked or cost_in(text) else None
    if match is None and following is not None and _DOING_SO.match(following.text):
        match = _UNTIL.search(text)
        return match["action"] if match else None
    refused = match is None or _REFUSED.search(text[: match.start("action")]) or _OF_WRITING.search(match["action"])
    return None if match is None or refused else match["action"]


def _action(unit: Unit, sentence: Sentence, words: str) -> Action:
    plain = _ENDS.split(words, maxsplit=1)[0].rstrip(" .,")
    return Action(short_action(plain), unit, sentence.start, None)
