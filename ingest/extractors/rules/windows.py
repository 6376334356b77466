"""How long a pathway's harm can be undone: "can be reversed within ninety days"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.extraction import ProposedElement
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.durations import seconds_in
from ingest.extractors.rules.reading import Place, Reading

_UNDONE = Cue(
    r"\b(?:undo(?:ne)?|revers(?:ed|ible|al|e)|revert(?:ed|ible)?|rolled\s+back|roll\s+back|recover(?:ed|able)?|recall(?:ed)?|"
    r"reopen(?:ed)?|taken\s+back|restor(?:ed|e)|repair(?:ed)?|correct(?:ed|able)|withdrawn|made\s+good|put\s+right|"
    r"window\s+(?:of|for)\s+\w+)\b(?P<rest>[^.;]{0,80})",
    re.IGNORECASE,
)
_WITHIN = Cue(r"\b(?:within|in\s+under|for\s+up\s+to|up\s+to|inside|is)\s+(?P<time>.+)", re.IGNORECASE)
_DENIED = Cue(r"\b(?:not|\w+n[’']t|never|no|cannot|nothing)\b[^.;,]{0,30}$", re.IGNORECASE)


def read_windows(reading: Reading) -> Iterator[ProposedElement]:
    """Pathways again, with the reversibility window that their section states."""
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        key = place.subject
        if key is None or reading.kind_of(key) is not ElementKind.PATHWAY:
            continue
        for match in _UNDONE.finditer(sentence.text):
            within = _WITHIN.search(match["rest"])
            seconds = seconds_in(within["time"]) if within else None
            if seconds and not _DENIED.search(sentence.text[: match.start()]):
                known = reading.numbered[key]
                name = known.name or known.label
                yield ProposedElement(
                    key, known.kind, name, place.quote, number=known.shown, mention=True, window_s=seconds
                )
                break
