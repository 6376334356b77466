"""OSCAL: component definitions, assessment results and plans of action (POA&M), as JSON or YAML.

A component is a dependency, a requirement that it implements a control that needs it, an observation evidence, a
finding a finding. A risk is a pathway, held up by its mitigating factors; what is planned against it are mitigations.
Files read together may refer to each other by uuid. See docs/adr.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.elements import ElementKind, RelationType
from graph.errors import IllegalCase
from graph.interchange.oscal_found import Found
from graph.interchange.reading import Key, Reading
from graph.interchange.source import SourceFile
from graph.interchange.trees import Table, json_tree, yaml_tree

READER = "oscal 1"
_SPACE = "http://csrc.nist.gov/ns/oscal"
CRITICAL = frozenset({"assessment-results", "plan-of-action-and-milestones"})
MODELS = CRITICAL | {"component-definition"}
_SHAPE = f"Known are: {', '.join(sorted(MODELS))}."
_CONTROL = re.compile(r"^([a-z]{2,3}-\d+(?:\.\d+)*)(?:[_.].*)?$", re.IGNORECASE)
_PARTIES = {"person": ElementKind.PERSON, "organization": ElementKind.ORGANIZATION}
_MADE = frozenset({"components", "capabilities", "observations", "risks", "findings", "poam-items"})


def read_oscal(files: Sequence[SourceFile]) -> Reading:
    """What OSCAL files say together. IllegalCase names the file and line that cannot be read."""
    found = Found()
    critiques = set()
    for file in files:
        name, model = _model(file)
        if name in CRITICAL:
            critiques.add(file.path)
        _read_parties(found, model)
        for part in (model, *model.tables("results")):
            _read_part(found, part, name)
    _aim_findings(found)
    return Reading(
        reader=READER,
        files=tuple(files),
        relations=tuple(found.resolved()),
        elements=tuple(found.elements.values()),
        unmapped=tuple(found.unmapped),
        spoken=tuple(found.spoken),
        critiques=frozenset(critiques),
    )


def is_oscal_xml(text: str) -> bool:
    """Whether a text is OSCAL as XML, of which there is the same in JSON."""
    return text.lstrip("\ufeff \t\r\n").startswith("<") and _SPACE in text


def refusal_of_xml(file: SourceFile) -> IllegalCase:
    """What is said of OSCAL as XML: that it is read as JSON or YAML, and how it gets there."""
    return IllegalCase(
        f"'{file.path}' is OSCAL as XML, and is read as JSON or YAML only",
        "Convert it first: oscal-cli convert --to=json FILE OUT, or the XSLT converters of the OSCAL releases.",
    )


def _model(file: SourceFile) -> tuple[str, Table]:
    if is_oscal_xml(file.text):
        raise refusal_of_xml(file)
    tree = json_tree(file) if file.text.lstrip().startswith("{") else yaml_tree(file)
    known = [name for name in tree.members if name in MODELS] if isinstance(tree, Table) else []
    model = tree.table(known[0]) if known and isinstance(tree, Table) else None
    if model is None:
        raise file.malformed(tree.place.start, "it is no OSCAL file that can be imported", _SHAPE)
    return known[0], model


def _read_parties(found: Found, model: Table) -> None:
    head = model.table("metadata") or Table(model.place)
    path = model.place.file.path
    for party in head.tables("parties"):
        kind = _PARTIES.get(party.text("type"))
        if kind is None:
            found.leave(f"party {party.text('name')}", f"its type is '{party.text('type')}'", party.place)
            continue
        key = found.add(kind, party, aliases=(party.text("short-name"),)).key
        for group in party.texts("member-of-organizations"):
            found.refer(RelationType.MEMBER_OF, key, str(group.value), place=group.place)
        found.leave_rest(party, party.text("name"), frozenset({"type", "short-name", "member-of-organizations"}))
    for role in head.tables("responsible-parties"):
        found.roles[path, role.text("role-id")] = tuple(str(text.value) for text in role.texts("party-uuids"))
    found.leave_rest(head, "the file", frozenset({"parties", "responsible-parties", "roles"}))


def _read_part(found: Found, part: Table, name: str) -> None:
    """Read a model, or one of its results."""
    found.spoken += [text.place for key in ("title", "description") for text in part.texts(key)]
    local = part.table("local-definitions") or Table(part.place)
    for holder in (part, local):
        for key in ("components", "capabilities"):
            for component in holder.tables(key):
                _read_component(found, component)
    for observation in part.tables("observations"):
        _read_observation(found, observation)
    for risk in part.tables("risks"):
        _read_risk(found, risk)
    for finding in part.tables("findings"):
        found.pending.append((found.add(ElementKind.FINDING, finding).key, finding))
    for item in part.tables("poam-items"):
        _read_item(found, item)
    found.leave_rest(local, f"local definitions of {name}", frozenset({"components"}))
    found.leave_rest(part, name, _MADE | {"metadata", "results", "local-definitions"})


def _read_component(found: Found, component: Table) -> None:
    element = found.add(ElementKind.DEPENDENCY, component)
    _read_roles(found, element.key, component, owner=element.name)
    for part in component.tables("incorporates-components"):
        found.refer(
            RelationType.DEPENDS_ON,
            element.key,
            part.text("component-uuid"),
            place=found.where(part, "component-uuid", element.key),
        )
    for implementation in component.tables("control-implementations"):
        claim = found.add(ElementKind.CLAIM, implementation)
        for requirement in implementation.tables("implemented-requirements"):
            control = _read_requirement(found, requirement, element.key)
            place = found.elements[control].place
            found.refer(RelationType.SUPPORTED_BY, claim.key, control, place=place)
        found.leave_rest(implementation, claim.name, frozenset({"implemented-requirements"}))
    read = frozenset({"control-implementations", "incorporates-components", "responsible-roles"})
    found.leave_rest(component, element.name, read)


def _read_requirement(found: Found, requirement: Table, component: Key) -> Key:
    """The control by which a component implements a requirement."""
    id_ = requirement.text("control-id")
    name = f"{id_} ({found.elements[component].name})"
    control = found.add(ElementKind.CONTROL, requirement, name=name, aliases=(id_,))
    found.controls[id_.lower()].append(control.key)
    found.refer(RelationType.DEPENDS_ON, control.key, component, place=control.place)
    for statement in requirement.tables("statements"):
        found.say_more(control.key, statement)
        _read_roles(found, control.key, statement, owner=name)
        found.leave_rest(
            statement, f"{statement.text('statement-id')} of {name}", frozenset({"responsible-roles", "statement-id"})
        )
    _read_roles(found, control.key, requirement, owner=name)
    found.leave_rest(requirement, name, frozenset({"control-id", "statements", "responsible-roles"}))
    return control.key


def _read_roles(found: Found, key: Key, table: Table, *, owner: str) -> None:
    """Who is responsible for something: the parties named, else those that the file names for the role."""
    for role in table.tables("responsible-roles"):
        id_ = role.text("role-id")
        parties = [str(text.value) for text in role.texts("party-uuids")]
        for party in parties or found.roles.get((key[0], id_), ()):
            found.refer(RelationType.OWNED_BY, key, party, place=found.where(role, "role-id", key))
        if not parties and not found.roles.get((key[0], id_)):
            found.leave(f"role {id_} of {owner}", "no party is named for it", role.place)


def _read_observation(found: Found, observation: Table) -> None:
    element = found.add(ElementKind.EVIDENCE, observation)
    for subject in observation.tables("subjects"):
        found.refer(
            RelationType.EVALUATED_BY,
            subject.text("subject-uuid"),
            element.key,
            place=found.where(subject, "subject-uuid", element.key),
        )
    found.leave_rest(observation, element.name, frozenset({"subjects"}))


def _read_risk(found: Found, risk: Table) -> None:
    """A risk, what keeps it down, and what is planned against it; an open one that nothing keeps down is not ruled out."""
    element = found.add(ElementKind.PATHWAY, risk)
    factors = risk.tables("mitigating-factors")
    for factor in factors:
        control = found.add(ElementKind.CONTROL, factor)
        found.refer(RelationType.SUPPORTED_BY, element.key, control.key, place=control.place)
        found.leave_rest(factor, control.name, frozenset())
    for plan in risk.tables("remediations"):
        mitigation = found.add(ElementKind.MITIGATION, plan)
        found.refer(RelationType.IMPROVES, mitigation.key, element.key, place=mitigation.place)
        found.leave_rest(plan, mitigation.name, frozenset())
    if not factors and risk.text("status") not in {"", "closed"}:
        found.weaken(element.key, risk.pair("status"))
    found.leave_rest(risk, element.name, frozenset({"mitigating-factors", "remediations"}))


def _read_item(found: Found, item: Table) -> None:
    element = found.add(ElementKind.MITIGATION, item)
    for risk in item.tables("related-risks"):
        found.refer(
            RelationType.IMPROVES,
            element.key,
            risk.text("risk-uuid"),
            place=found.where(risk, "risk-uuid", element.key),
        )
    found.leave_rest(item, element.name, frozenset({"related-risks"}))


def _aim_findings(found: Found) -> None:
    """Let each finding bear on the control that it is about and on its risks, when all of them are read."""
    for key, finding in found.pending:
        target = finding.table("target") or Table(finding.place)
        state = target.table("status")
        is_met = state is not None and state.text("state") == "satisfied"
        bears = RelationType.AGREES_WITH if is_met else RelationType.DISPUTES
        control = _control_of(found, finding, target)
        if control is not None:
            found.refer(bears, key, control, place=found.where(state or target, "state" if state else "target-id", key))
        for risk in finding.tables("related-risks"):
            found.refer(bears, key, risk.text("risk-uuid"), place=found.where(risk, "risk-uuid", key))
        for observation in finding.tables("related-observations"):
            if control is not None:
                place = found.where(observation, "observation-uuid", key)
                found.refer(RelationType.EVALUATED_BY, control, observation.text("observation-uuid"), place=place)
        for origin in finding.tables("origins"):
            for actor in origin.tables("actors"):
                found.refer(
                    RelationType.RAISED_BY, key, actor.text("actor-uuid"), place=found.where(actor, "actor-uuid", key)
                )
        read = frozenset(
            {"target", "related-risks", "related-observations", "origins", "implementation-statement-uuid"}
        )
        found.leave_rest(finding, found.elements[key].name, read)


def _control_of(found: Found, finding: Table, target: Table) -> Key | str | None:
    """The control that a finding is about; one that no file describes is known by its id alone."""
    if (uuid := finding.text("implementation-statement-uuid")) in found.keys:
        return uuid
    named = next(iter(target.texts("target-id")), None)
    if named is None:
        found.leave(f"target of {finding.text('title')}", "it names no control", finding.place)
        return None
    id_ = id_[1] if (id_ := _CONTROL.match(str(named.value))) else str(named.value)
    known = found.controls[id_.lower()]
    if len(known) > 1:
        names = ", ".join(found.elements[key].name for key in known)
        found.leave(f"target {named.value}", f"'{id_}' is implemented several times: {names}", named.place)
        return None
    if not known:
        bare = Table(named.place, {"title": named}, {"title": named.place.start})
        known.append(found.add(ElementKind.CONTROL, bare, name=id_).key)
    return known[0]
