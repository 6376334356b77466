"""Subtitles (WebVTT and SRT): cues with their times, put together to turns."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.document import BlockKind
from ingest.limits import DEFAULT, Limits, bounded
from ingest.parsers.draft import Draft, Drafted, Words
from ingest.parsers.openers import opener

_TIMING = re.compile(
    r"^(?P<start>(?:\d{1,3}:)?\d{2}:\d{2})[.,]\d{3}[ \t]+-->[ \t]+(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}.*$", re.MULTILINE
)
_VOICE = re.compile(r"^\s*<v(?:\.[\w.]+)?\s+(?P<name>[^>]{1,80})>")
_NEXT_VOICE = re.compile(r"(?=<v[\s.])|\n(?=(?:-|>>+)\s)")
_CHANGE = re.compile(r"(?:-|>>+)\s+")
_PLACING = re.compile(r"\{\\[^{}]{0,80}\}")
_TAG = re.compile(r"</?[\w.:]+[^<>]*>")
_SENTENCE_ENDS = (".", "!", "?", "”", '"')
_LONG = 400


@dataclass(frozen=True)
class _Cue:
    """`opens`: whether it is marked as the words of somebody else than before, named or not."""

    time: str
    speaker: str
    text: str
    opens: bool = False


def is_cues(text: str) -> bool:
    """Whether a text is a file of subtitles."""
    return text.startswith("WEBVTT") or _TIMING.search(text[:2000]) is not None


def parse_cues(text: str, limits: Limits = DEFAULT) -> Drafted:
    """The turns of a file of subtitles: cues of one speaker together, cut where a sentence ends.

    UnreadableDocument where it has too many.
    """
    return Drafted(tuple(bounded(_turns(text), limits)))


def _turns(text: str) -> Iterator[Draft]:
    held: list[_Cue] = []
    for cue in _cues(text):
        changes = bool(held) and (
            cue.speaker != held[0].speaker if cue.opens else cue.speaker not in {"", held[0].speaker}
        )
        if changes or (held and _is_full(held)):
            yield _turn(held)
            held = [cue if changes else replace(cue, speaker=cue.speaker or held[0].speaker)]
        else:
            held.append(cue)
    if held:
        yield _turn(held)


def _is_full(held: list[_Cue]) -> bool:
    return held[-1].text.endswith(_SENTENCE_ENDS) and sum(len(cue.text) for cue in held) > _LONG


def _turn(cues: list[_Cue]) -> Draft:
    time, speaker = cues[0].time, cues[0].speaker
    words = tuple(Words(f"\n{cue.text}") for cue in cues)
    prefix = f"[{time}] {speaker}: " if speaker else f"[{time}] "
    return Draft(BlockKind.TURN, words, prefix=prefix, time=time, speaker=speaker or None)


def _cues(text: str) -> Iterator[_Cue]:
    """Cues with words; what a cue is numbered or named stands before its timing and is left out."""
    timings = list(_TIMING.finditer(text))
    notes = text.startswith("WEBVTT")
    for number, timing in enumerate(timings):
        end = timings[number + 1].start() if number + 1 < len(timings) else len(text)
        block = text[timing.end() : end].strip("\n")
        said = block.split("\n\n", 1)[0] if notes else _without_number(block)
        for part in _NEXT_VOICE.split(said):
            yield from _cue(timing["start"], part)


def _without_number(block: str) -> str:
    """What is said up to the next timing, without the number of the cue that begins there; SRT knows nothing else."""
    said, blank, number = block.rpartition("\n\n")
    return said if blank and number.strip().isdigit() else block


def _cue(time: str, said: str) -> Iterator[_Cue]:
    """What one voice says in a cue; none where it is no words."""
    voice = _VOICE.match(said)
    shown = " ".join(html.unescape(_TAG.sub("", _PLACING.sub("", said))).split())
    sign = _CHANGE.match(shown)
    plain = shown[sign.end() :] if sign else shown
    named = None if voice else opener(plain)
    speaker = html.unescape(voice["name"]).strip() if voice else named.speaker if named else ""
    words = plain[named.length :].strip() if named else plain
    if words:
        yield _Cue(time, speaker, words, opens=bool(sign or voice))
