"""What names of teams and of firms are made of: a team is called by its work, a firm by a word that is nobody's work.

"Container Platform" is a team, "Oakfield Evaluations" and "Harrow Bank" are firms, "Legal & Policy" is a team.
"""

from __future__ import annotations

import re

from graph.elements import ElementKind
from graph.naming import singular
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.given_names import GIVEN_NAMES
from ingest.extractors.rules.lexicon import (
    CONTROL_HEADS,
    DEPENDENCY_HEADS,
    EVIDENCE_HEADS,
    FUNCTION_WORDS,
    GENERIC_NAMES,
    ORGANIZATION_HEADS,
    ROLE_HEADS,
    TEAM_HEADS,
    WORK_FIELDS,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FIELDS = (
    "dock docks quay quays pier berth tidal tram bus quarry orchard kitchen reading readings loom mill depot store silo crane ferry canal lock "
    "abuse access account accountability accounting accounts actuarial adversarial affairs agent agents aircraft "
    "alignment analysis analytics annotation api applied appsec archive archives asset assets assurance audit "
    "automation autonomy benchmarking billing biology biomedical biosafety biosecurity booking boundary brand "
    "breach bridge broadcast budget bug build bulk business cabin cable calibration campus capability capacity "
    "carbon card cardiology care case cash catering center central centre change channel chemical chemistry civil "
    "claims cleaning clearing client clients climate clinic clinical clusters coast code coding cold collateral "
    "collections commerce commercial commissioning commodities comms communications community competition "
    "complaints compliance components compute computing conduct confidential connectivity construction container "
    "content continuity contracts control controls conversation conversations cooling coordination core corporate "
    "counsel courier credit crew criminal crisis critical crops cross-border crypto cryptographic cryptography "
    "cultural curation currency custody customer cutover cyber dam data datacenter dealing debris debt decision "
    "defence defense delivery dependability deployment deployments deposits derivatives design desktop detection "
    "developer developers development device devices diagnostics digital directory disaster disclosure dispatch "
    "dissemination distribution district document domain dosing downstream drainage drilling driver drug dry duty "
    "east eastern ecology economics economy edge editorial education effluent election electrical electricity "
    "electronic elevator embedded emergency employee employees endpoint energy enforcement enrolment enterprise "
    "entry environment environmental equipment equity erosion escalation escalations estate estates ethical ethics "
    "european eval evals evaluation evaluations events evidence examination exchange executive experience expert "
    "export exports exposure external fabrication facilities fairness family farm feature federated feedback field "
    "field-service filter finance financial fine-tuning fire first first-line fiscal fleet flight flood floor fluid "
    "food force forecasting forensic forensics foresight formulation foundation foundry fraud freight front "
    "frontend fuel fund funding furnace future futures game gas gates general generation geology global good goods "
    "governance granular grid ground ground-station group growth guild habitat halls harbour hardware haulage "
    "hazard health heat heavy helicopter help helpdesk heritage high holdings home hosting housing human hydraulic "
    "hygiene ice identification identity image imaging immunology impact imports incident incidents income "
    "independent indexing industrial inference informatics information infrastructure ingest inland innovation "
    "inpatient inquiry insider inspection inspections instrumentation instruments insurance intake integration "
    "integrity intelligence intensive interlocking internal international interpretability intervention interview "
    "inventory investigation investigations investment investor invoice irrigation isolation issuing it joint "
    "journey judicial kernel key keys kiln kitchen knowledge lab labelling labels laboratory labour labs language "
    "large laser launch laundry leadership learning ledger legal lending liaison library licensing lifecycle lift "
    "light line liquidity listing livestock loan loans local location logging logistics long-term low machine "
    "machine-learning machinery mail mainframe maintenance malware management manual manufacturing mapping marine "
    "market marketing markets mass master material materials mathematics measurement mechanical media medical "
    "medication member memory merchant messaging meter metering metrics migration military mine mines mining "
    "ministry mission misuse mixed mobile mobility model modelling models moderation money monitoring mortgage "
    "motor municipal museum national native navigation neighbourhood network networking networks night north "
    "northern nuclear nursing nutrition object observability observation occupational ocean offboarding office oil "
    "onboarding oncology online open operational operations optical optimisation optimization orbit ordering orders "
    "organ origination outage outcome outpatient outreach oversight packaging paper parking partner partners "
    "partnerships parts passenger patching pathology patient patients payment payments payroll penetration pensions "
    "people people-data perception performance perimeter permissions permit personnel pest petroleum pharmacy phone "
    "photo physical pilot pipe pipeline pipelines pitch place plan planning plant plate platform point police "
    "policy political pollution pool population port portfolio postal power practice predictions press pretraining "
    "prevention pricing primary prime principal print prison privacy privileged probe problem procedure process "
    "process-safety processing processor procurement product production products program programme programmes "
    "programs projects prompt proof properties property propulsion prosthetics protection protein protocol "
    "protocols provenance provisioning public public-health pump purchasing purple qualification quality "
    "quantitative quantum query radar radiation radio radiology rail range rapid rates rating raw reactor readiness "
    "reading real reasoning recall receiving reconciliation records recovery recruitment red red-team redress "
    "reference refinery reform refund regional registration registry regulatory relations relationship release "
    "releases reliability remediation remote renewal rental repair reporting repository request rescue research "
    "reserve reservoir residency residential resilience resources response responsible restoration results retail "
    "return review reviews reward rigging rights risk risks river road roads robotics robustness rolling rotor "
    "route routing runtime safeguard safeguards safety sales sampling sanctions sandbox sandboxing satellite "
    "satellites scaling scanning schedule schools science sciences script sea search seat second second-line "
    "secrets section sector security seed segment semiconductor sensor sensors sequence server service services "
    "serving session settlement settlements sewage shared shelf shift ship shipping shop short short-term shutdown "
    "signal signalling signing simulation site sites skills sky small social society software soil solar solutions "
    "solvency sound sourcing south southern space spatial special speech speed sports spot stability stage "
    "standards state station stations statistics steam steering step stewardship stock storage stores storm "
    "strategy street stress structural structures student studio study substation supervision supplier suppliers "
    "supply support surface surgical surveillance survey sustainability switching synthesis system systems tailings "
    "tank target task tax teaching team technical technology telemetry telephone tenant terminal test test-pilot "
    "testing text theatre third third-party threat threats ticketing tide tier timber time tool tooling tools total "
    "tour tower toxicology trace traceability tracing track tracking trade trading trading-floor traffic train "
    "training training-data trajectory transaction transactions transfer transformation transfusion transit "
    "translation transmission transport travel treasury treatment tree triage trial trials trust trusts tunnel "
    "turbine type underwriting unit universal upstream urban usability usage user users utilities vaccine "
    "validation valuation valve vault vehicle vehicles vendor vendors verification vessel video virtual visa vision "
    "visitor voice voting voyage vulnerability ward warehouse waste watch water waterways wave wealth weather web "
    "weight weights welfare well west western wholesale wildlife wind wire wireless work workforce workplace works "
    "workspace world writing x-ray yard youth "
)
UNIT_WORDS = _words(_FIELDS) | WORK_FIELDS
"""Words for fields of work, of which names of units are made; no person is called by them."""
_KNOWN = UNIT_WORDS | TEAM_HEADS | ROLE_HEADS | CONTROL_HEADS | EVIDENCE_HEADS | DEPENDENCY_HEADS | GENERIC_NAMES
_SURELY_TEAMS = _words("team desk squad crew committee guild cell soc noc helpdesk shift council")
_SURELY_FIRMS = _words(
    "ltd limited inc llc llp gmbh ag plc corp corporation company co bv nv oy ab sa ai university universität college hospital clinic "
    "bank insurance mutual pharma therapeutics biotech robotics airlines airways airport railways rail hydro chemicals chemie motors "
    "steel aerospace telecom holdings industries technologies freight institute institut foundation ministry agency inspectorate "
    "regulator partners consulting consultants associates auditors advisory collective consortium firm brothers sons"
)
_OPENS_FIRM = Cue(
    r"(?:Institute?|Society|Association|Federation|University|Ministry|Bank|Banque|College|School|Foundation|Academy|Centre|Center)\s+(?:of|for|de|du)\b"
)
_JOINTS = frozenset({"of", "for", "and", "the", "&", "de", "du", "la", "van", "von"})
_SHAPED = Cue(r"\w{3}(?:tions?|ments?|ships?|ity|ities|ances?|ences?|ness|ological|ometry|graphy)$")
_WORD = Cue(r"[^\W_][\w’'.-]*")


def words_of_unit(name: str) -> tuple[str, ...]:
    """The words of a group's name, small, without those that only join."""
    words = (re.sub(r"[’']s$", "", word.rstrip(".")).casefold() for word in _WORD.findall(name))
    return tuple(word for word in words if word not in _JOINTS)


def is_work(word: str) -> bool:
    """Is it a word for a field of work, or for who does it? "Voice-channel" is one by its last part."""
    plain = word.casefold()
    if _SHAPED.search(plain):
        return True
    return (
        plain in _KNOWN
        or singular(plain) in _KNOWN
        or ("-" in plain and any(part in _KNOWN for part in plain.split("-") if len(part) > 2))
    )


def kind_of_group(name: str) -> ElementKind | None:
    """Is a capitalised name that of a team or of an organization? None where it tells neither, as one strange word does."""
    words = words_of_unit(name)
    if not words or all(word in FUNCTION_WORDS for word in words) or len(words[-1]) == 1 or words[-1].isdigit():
        return None
    strange = [
        word for word in words if len(word) > 1 and not is_work(word) and word not in ORGANIZATION_HEADS | _SURELY_FIRMS
    ]
    if _OPENS_FIRM.match(name):
        return ElementKind.ORGANIZATION
    if words[-1] in _SURELY_TEAMS or name.startswith("Office of"):
        return ElementKind.TEAM
    if words[-1] in _SURELY_FIRMS or (strange and words[-1] in ORGANIZATION_HEADS):
        return ElementKind.ORGANIZATION
    if not strange:
        return ElementKind.TEAM
    return ElementKind.ORGANIZATION if len(words) > 1 and any(map(is_work, words)) else None


def is_surely_firm(name: str) -> bool:
    """Do its last words, or those that open it, call it a firm or an institution: "Ostby Bank", "Institute for Law"?"""
    words = words_of_unit(name)
    return bool(words) and (words[-1] in _SURELY_FIRMS or _OPENS_FIRM.match(name) is not None)


def is_unit(name: str) -> bool:
    """Is it a name made of words for work alone, of two or more: "Weights Custody", "Model Welfare & Safety"?"""
    words = words_of_unit(name)
    return len(words) > 1 and kind_of_group(name) is ElementKind.TEAM and words[0] not in GIVEN_NAMES
