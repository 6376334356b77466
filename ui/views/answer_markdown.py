"""An answer as a Markdown file, in the order of answers.md, with everything that a document says set as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Answer, PathwayOutcome, Role
from ui.views.answers import place
from ui.views.palette import mark, word
from ui.views.path_numbers import path_numbers

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~&]")
_LIST = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")


def plain(text: str) -> str:
    """The text on one line, with every sign that Markdown would act on taken as it is."""
    marked = _MARKS.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
    return _LIST.sub(lambda found: f"{found[0]}\\", marked)


def answer_markdown(answer: Answer) -> str:
    """The whole answer: reading, verdicts, paths, exact quotes, and what to be careful about."""
    return "\n".join(_lines(answer)) + "\n"


def _lines(answer: Answer) -> Iterator[str]:
    yield f"# {plain(answer.question or answer.read_as or 'Answer')}"
    if answer.read_as:
        yield f"\nRead as: {plain(answer.read_as)}"
    yield from _said(answer, Role.HEADLINE, "\n")
    for outcome in answer.pathways:
        yield from _pathway(outcome)
    if answer.intact and answer.pathways:
        yield f"\n{mark('intact').shape} {answer.intact} pathway{'' if answer.intact == 1 else 's'} intact"
    yield from _listed("Details", _said(answer, Role.DETAIL, "- "))
    numbers = path_numbers(answer)
    yield from _listed("Paths", (f"- P{numbers[number]}: {plain(answer.paths[number].text)}" for number in numbers))
    quotes = ((number, citation) for number, citation in enumerate(answer.citations, 1))
    yield from _listed("Sources", (f"- \\[{n}\\] {plain(place(c))}\n\n  > {plain(c.quote)}\n" for n, c in quotes))
    withheld = (f"- Not shown: {plain(held.text)} ({plain(held.why)})" for held in answer.withheld)
    yield from _listed("Careful", (*_said(answer, Role.CAREFUL, "- "), *withheld))
    yield from _listed("Nearest", (f"- {plain(near)}" for near in answer.suggestions))
    yield from _listed("Ask next", (f"- {plain(question)}" for question in answer.followups))


def _said(answer: Answer, role: Role, start: str) -> Iterator[str]:
    for statement in answer.statements:
        if statement.role is role:
            cited = "".join(f" \\[{number + 1}\\]" for number in statement.citations)
            yield f"{start}{plain(statement.text)}{cited}"


def _pathway(outcome: PathwayOutcome) -> Iterator[str]:
    strengths = " → ".join(dict.fromkeys(word(strength) for strength in (outcome.before, outcome.after)))
    verdict = outcome.verdict or "no verdict"
    note = f": {plain(outcome.note)}" if outcome.note else ""
    yield f"\n## {mark(outcome.verdict).shape} {plain(outcome.name)}: {strengths}, {verdict}{note}\n"
    for lost in outcome.lost:
        was = f" (was {lost.was})" if lost.was else ""
        yield f"- lost: {plain(lost.name)}{was}{f': {plain(lost.because)}' if lost.because else ''}"
    for line in outcome.survives:
        yield f"- survives: {plain(line.name)} ({line.strength})"


def _listed(title: str, lines: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    shown = list(lines)
    if shown:
        yield f"\n## {title}\n"
        yield from shown
