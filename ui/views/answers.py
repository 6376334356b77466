"""An answer as plain lines, in the order of answers.md: what people read in a terminal and in exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap

from assistant.answer import Answer, Citation, PathwayOutcome, Role, Statement
from ui.views.palette import bars, mark, word
from ui.views.path_numbers import path_numbers

NAME_WIDTH = 44
MOST_IN_HEADLINE = 3


def answer_lines(answer: Answer, *, colour: bool = False, width: int = 110) -> Iterator[str]:
    """The lines of an answer; `colour` adds terminal colours to the marks of verdicts."""
    if answer.read_as:
        yield f"Read as: {answer.read_as}"
        yield ""
    yield from (line for text in _headlines(answer) for line in wrap(text, width))
    numbers = path_numbers(answer)
    if answer.pathways:
        yield ""
        for outcome in answer.pathways:
            yield from _pathway_lines(outcome, numbers, colour=colour)
    if answer.intact and answer.pathways:
        yield f"  {_painted('intact', colour=colour)} {_plural(answer.intact, 'pathway')} intact"
    yield from _detail_lines(answer, width)
    yield from _block("Paths", (f"P{numbers[place]}  {answer.paths[place].text}" for place in numbers))
    yield from _block("Sources", (source_line(n, citation) for n, citation in enumerate(answer.citations, 1)))
    careful = [*_said(answer, Role.CAREFUL), *(f"Not shown: {w.text} ({w.why})" for w in answer.withheld)]
    yield from _block("Careful", (line for text in careful for line in wrap(text, width)))
    said = " ".join(_said(answer, Role.HEADLINE))
    yield from _block("Nearest", (near for near in answer.suggestions if near not in said))
    if answer.followups:
        yield ""
        yield f"Ask next: {' · '.join(answer.followups)}"


def source_line(number: int, citation: Citation) -> str:
    """A citation as one line: number, document, place, and the exact quote."""
    return f'[{number}] {place(citation)}: "{citation.quote}"'


def place(citation: Citation) -> str:
    """Where a quote stands: document, speaker, time code, page and section, as far as they are known."""
    page = f"p. {citation.page}" if citation.page else None
    parts = (citation.document, citation.speaker, citation.time, page, citation.section)
    return ", ".join(part for part in parts if part)


def _said(answer: Answer, role: Role) -> list[str]:
    return [statement.text for statement in answer.statements if statement.role is role]


def _headlines(answer: Answer) -> Iterator[str]:
    """The first sentences, with their sources where these are few and no table of pathways follows."""
    for statement in answer.statements:
        if statement.role is Role.HEADLINE:
            few = len(statement.citations) <= MOST_IN_HEADLINE and not answer.pathways
            yield _cited(statement) if few else statement.text


def _cited(statement: Statement) -> str:
    return f"{statement.text}{''.join(f' [{number + 1}]' for number in statement.citations)}"


def _detail_lines(answer: Answer, width: int) -> Iterator[str]:
    """Details that the table of pathways does not show already."""
    shown = {outcome.id for outcome in answer.pathways}
    details = [
        _cited(statement)
        for statement in answer.statements
        if statement.role is Role.DETAIL and not _is_of_a_pathway(statement, answer, shown)
    ]
    if details:
        yield ""
        for text in details:
            yield from wrap(text, width, initial_indent="  · ", subsequent_indent="    ")


def _is_of_a_pathway(statement: Statement, answer: Answer, shown: set[str]) -> bool:
    """Does its one path end in a pathway that the table shows?"""
    return len(statement.paths) == 1 and answer.paths[statement.paths[0]].elements[-1] in shown


def _pathway_lines(outcome: PathwayOutcome, shown: Mapping[int, int], *, colour: bool) -> Iterator[str]:
    yield f"  {_painted(outcome.verdict, colour=colour)} {_fitted(outcome.name)}  {_change(outcome)}"
    for lost in outcome.lost:
        was = f" (was {lost.was})" if lost.was else ""
        because = f": {lost.because}" if lost.because else ""
        numbers = "".join(f"  P{shown[place]}" for place in lost.paths if place in shown)
        yield f'      lost      "{lost.name}"{was}{because}{numbers}'
    for line in outcome.survives:
        sources = "".join(f" [{number + 1}]" for number in line.citations)
        yield f'      survives  "{line.name}" ({line.strength}){sources}'


def _change(outcome: PathwayOutcome) -> str:
    if outcome.verdict is None:
        return "no verdict: it rests on circular support"
    same = outcome.before == outcome.after
    before = word(outcome.before) if outcome.before else "no verdict"
    strengths = word(outcome.after) if same else f"{before} → {word(outcome.after)}"
    note = f": {outcome.note}" if outcome.note else ""
    return f"{bars(outcome.after)} {strengths:<20} {outcome.verdict}{note}"


def _painted(verdict: str | None, *, colour: bool) -> str:
    shape = mark(verdict).shape
    return f"\x1b[{mark(verdict).ansi}m{shape}\x1b[0m" if colour else shape


def _fitted(name: str) -> str:
    return name.ljust(NAME_WIDTH)


def _block(title: str, lines: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    shown = list(lines)
    if shown:
        yield ""
        yield title
        yield from (f"  {line}" for line in shown)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
