"""What stands above every screen: the case and what counts; or, where there is none, what to do about it."""

from __future__ import annotations

from graph.case import Case, Switches
from graph.errors import LoadpathError
from ui.views.sheet import Node, box


def case_strip(case: Case, switches: Switches) -> Node:
    """The case in one line: title, how much is in it, and which relations count."""
    sizes = (
        _counted(len(case.current_documents), "document"),
        _counted(len(case.standing), "element"),
        _counted(len(case.standing_relations), "relation"),
    )
    basis = "stated relations only" if switches.basis == "stated" else "all relations"
    status = "accepted only" if switches.status == "accepted" else None
    scope = " · ".join(filter(None, (*sizes, f"counting {basis}", status)))
    return box("p", Node("strong", case.head.title or case.head.id), Node("span", scope), style="strip")


def trouble_sheet(error: LoadpathError) -> Node:
    """What is wrong and what to do next."""
    return box(
        "section",
        Node("h1", "This does not work yet"),
        Node("p", f"{error.message[:1].upper()}{error.message[1:]}."),
        Node("p", error.hint),
        style="trouble",
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
