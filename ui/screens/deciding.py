"""What the buttons of the review screen decide: signed as the settings say, and kept in the store like any decision."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from graph.case import Case
from graph.decisions import Judged, Undone
from graph.provenance import Entered
from graph.review import Review, change_of
from ui.settings import read_settings
from ui.views.sheet import ActKind
from ui.wiring import open_store

Decided = Literal[ActKind.ACCEPT, ActKind.REJECT, ActKind.UNDO]


def decide(case: Case, kind: Decided, thing: str) -> bool:
    """Accept or reject an element or relation, or undo a decision, by id; False where the case no longer holds it.

    RefusedDecision where there is nothing to decide, StaleCase where somebody else decided meanwhile.
    """
    if thing not in (case.decisions if kind is ActKind.UNDO else {**case.elements, **case.relations}):
        return False
    settings = read_settings(os.environ, Path.cwd())
    by = Entered(who=settings.user, when=datetime.now(UTC).isoformat(timespec="seconds"))
    open_store(settings).apply(case.head, change_of(_decision(Review(case, by), kind, thing), case))
    return True


def _decision(review: Review, kind: Decided, thing: str) -> Judged | Undone:
    if kind is ActKind.UNDO:
        return review.undo(thing)
    return review.judge("accept" if kind is ActKind.ACCEPT else "reject", (thing,))
