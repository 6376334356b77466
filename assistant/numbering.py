"""From verified sentences to an answer: paths and citations once each, numbered, and pointed at by position."""

from __future__ import annotations

from assistant.answer import AnswerPath, Citation, LostLine, PathwayOutcome, Statement, SurvivingLine
from assistant.facts.fact import Facts, LostStep, Outcome
from assistant.wording import path_text, sentence
from assistant.writers.template import quote_for
from assistant.writing import Quoted, Sentence
from graph.analysis import Chain, Line
from graph.case import Case
from graph.elements import Element, Relation, Strength


class Numbering:
    """The paths and citations of one answer, in the order in which they are first needed."""

    def __init__(self, case: Case) -> None:
        """Nothing is numbered yet."""
        self.case = case
        self._paths: dict[Chain, int] = {}
        self._quotes: dict[Quoted, int] = {}
        self._first: dict[str, int] = {}

    def statement(self, shown: Sentence, facts: Facts) -> Statement:
        """A sentence with its paths and citations as positions."""
        citations = tuple(dict.fromkeys(self._quote(quoted) for quoted in shown.quotes))
        paths = tuple(dict.fromkeys(self.path(chain) for chain in shown.chains))
        return Statement(text=shown.text, paths=paths, citations=citations, role=facts.facts[shown.fact].role)

    def outcome(self, outcome: Outcome) -> PathwayOutcome:
        """A pathway with what it loses and keeps."""
        impact = outcome.impact
        return PathwayOutcome(
            id=impact.element,
            name=self.case.elements[impact.element].name,
            before=impact.before,
            after=impact.after,
            verdict=impact.verdict.value if impact.verdict else None,
            lost=tuple(map(self._lost, outcome.lost)),
            survives=tuple(self._survives(line) for line in impact.survives),
            note=outcome.note,
        )

    def paths(self) -> tuple[AnswerPath, ...]:
        """All paths, with the numbers of their sources."""
        return tuple(
            AnswerPath(elements=c.elements, relations=c.relations, text=path_text(self.case, c, self._sources(c)))
            for c in self._paths
        )

    def citations(self) -> tuple[Citation, ...]:
        """All citations."""
        return tuple(map(self._citation, self._quotes))

    def path(self, chain: Chain) -> int:
        """The position of a path, which is listed from now on, with the sources of its steps."""
        for relation in chain.relations:
            self._cite(self.case.relations[relation])
        return self._paths.setdefault(chain, len(self._paths))

    def _quote(self, quoted: Quoted) -> int:
        number = self._quotes.setdefault(quoted, len(self._quotes))
        self._first.setdefault(quoted.passage, number)
        return number

    def _cite(self, thing: Element | Relation) -> tuple[int, ...]:
        """The citation that states a thing: one that is there already, else its first passage."""
        known = next((self._first[passage] for passage in thing.passages if passage in self._first), None)
        if known is not None:
            return (known,)
        return tuple(
            self._quote(Quoted(passage.id, quote_for(thing, passage.text, self.case)))
            for passage in self.case.quotes(thing)[:1]
        )

    def _sources(self, chain: Chain) -> dict[str, int]:
        things: list[Element | Relation] = [self.case.relations[relation] for relation in chain.relations]
        things = things or [self.case.elements[chain.elements[0]]]
        found = {thing.id: [self._first[p] for p in thing.passages if p in self._first] for thing in things}
        return {id_: numbers[0] + 1 for id_, numbers in found.items() if numbers}

    def _lost(self, lost: LostStep) -> LostLine:
        step = self.case.relations[lost.chain.relations[0]] if lost.chain.relations else None
        return LostLine(
            id=lost.element,
            name=self.case.elements[lost.element].name,
            was=lost.was,
            because=sentence(self.case, step) if step else "it is what fails",
            paths=(self._path_through(lost.chain),),
        )

    def _path_through(self, chain: Chain) -> int:
        """A path that begins with these steps, if there is one already."""
        known = (path for path in self._paths if path.relations[: len(chain.relations)] == chain.relations)
        longer = next((path for path in known if path.elements[: len(chain.elements)] == chain.elements), chain)
        return self.path(longer)

    def _survives(self, line: Line) -> SurvivingLine:
        return SurvivingLine(
            id=line.element,
            name=self.case.elements[line.element].name,
            strength=line.after or Strength.NONE,
            citations=self._cite(self.case.relations[line.relation]),
        )

    def _citation(self, quoted: Quoted) -> Citation:
        passage = self.case.passages[quoted.passage]
        page = passage.page_label or (str(passage.page) if passage.page is not None else None)
        return Citation(
            document=self.case.documents[passage.document].title,
            quote=quoted.quote,
            passage=passage.id,
            page=page,
            section=passage.section,
            time=passage.time,
            speaker=passage.speaker,
        )
