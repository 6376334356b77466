"""The words that tell what a name names: heads of noun phrases by kind, and words that are no part of a name."""

from __future__ import annotations

from graph.elements import ElementKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLE_HEADS = _words(
    "engineer officer lead manager director researcher analyst operator administrator admin nurse physician surgeon "
    "pharmacist captain pilot inspector auditor clerk trader dispatcher controller supervisor chair secretary reviewer "
    "approver maintainer responder guard technician custodian scientist electrician mechanic fitter chemist physicist warden "
    "watchman signalman foreman caretaker porter harbourmaster midwife paramedic matron registrar statistician hydrologist geologist "
    "welder sister plumber rigger radiographer anaesthetist commander coordinator marshal"
)
TEAM_HEADS = _words(
    "team group office board desk operations committee department unit cell division squad council crew security "
    "services platform tools foundry scheduling observability facilities governance compliance engineering staff ops secops devops stewardship infra reliability helpdesk procurement telecoms oversight soc noc csirt"
)
ORGANIZATION_HEADS = _words(
    "institute inc ltd llc gmbh plc corp corporation company university agency cloud labs laboratory laboratories "
    "foundation authority ministry bureau consortium partners consulting bank hospital association society"
)
CONTROL_HEADS = _words(
    "broker monitor monitoring alarm lock cap gate sampling signing signature schedule suite rollout freeze recall release "
    "filter filtering classifier scrubber relay register ledger reconciliation stop probe shards pack memo panel sign-off "
    "sandbox sandboxing firewall scanner scanning detector interlock valve check list allow-list blocklist allowlist hold "
    "guard barrier control period review reviews audit re-run pre-registration watch line limiter throttle breaker switch "
    "detection quarantine patrol checklist checkpoint segregation approval verification validation attestation logging "
    "tripwire honeypot canary gateway proxy safeguard lockout cutoff cut-off sprinkler siren escort seal seals credentials "
    "authentication encryption isolation inspection reconciler verifier moderator tripwires"
)
GUARD_NAMES = _words(
    "sentinel sentry tripline screen attest ceremony rollback hotline logger paging hook counter governor purge gatekeeper shield fence "
    "guardian lockdown killswitch ceiling quorum watchdog reaper census recorder geofence partitioner authenticator honeytoken backstop "
    "checker blocker watcher tracker limiter stripper sieve sampler quarantine curtain halt"
)
"""Last words of capitalised names of controls, too many-sided to call one in small letters."""
EVIDENCE_HEADS = _words(
    "study trial eval evaluation exercise drill back-test backtest test benchmark survey experiment measurement dataset "
    "red-teaming simulation rehearsal assessment audit investigation review result results score analysis record"
)
DEPENDENCY_HEADS = _words(
    "log logs roster rota list file files feed record records trace traces key keys certificate certificates token tokens "
    "credential credentials permission permissions mode modes setting settings bucket buckets service pipeline mirror "
    "register registry reserve set database network clock sensor sensors link power supply vendor provider config "
    "configuration script table index backup server storage disk channel cable generator battery map calendar inventory "
    "directory api library dataset data samples quorum budget licence license template archive seed baseline threshold "
    "quota account mailbox queue spreadsheet bus hub router switch relay feeder telemetry schedule image images "
    "cabinet sim sign-on sso job flag id cylinder gateway proxy template contract password console module "
    "daemon forwarder collector scheduler exporter repository repo cache snapshot receiver login log-in aerial cables transmitter antenna machine machines host hosts node nodes cluster instance reading readings forecast tide fuel water gas air pressure signal chart charts gps radio phone line lines"
)
SETTING_HEADS = _words("mode modes permission permissions acl setting settings flag umask policy ownership rights")

HEADS: tuple[tuple[ElementKind, frozenset[str]], ...] = (
    (ElementKind.PERSON, ROLE_HEADS),
    (ElementKind.ORGANIZATION, ORGANIZATION_HEADS),
    (ElementKind.TEAM, TEAM_HEADS),
    (ElementKind.CONTROL, CONTROL_HEADS),
    (ElementKind.EVIDENCE, EVIDENCE_HEADS),
    (ElementKind.DEPENDENCY, DEPENDENCY_HEADS),
)

DETERMINERS = _words(
    "a an the this that these those our their its his her my your no any some every each either neither both all most "
    "many several few such other another same one two three four five six seven eight nine ten"
)
FUNCTION_WORDS = DETERMINERS | _words(
    "i we you he she it they them us me who whom whose which what where when while why how if then than as at by for from "
    "in into of off on onto out over per since through to toward towards under until up upon via with within without and "
    "or but nor so yet not also only even just still already again once here there now is are was were be been being am "
    "has have had do does did will would can cannot could may might must shall should because although though unless whether "
    "about above across after against along among around before behind below beneath beside besides between beyond "
    "during inside near outside like unlike except despite more less much very too rather quite almost both ours mine "
    "nobody somebody anybody everybody someone anyone everyone nothing something anything everything none "
    "itself themselves himself herself alone anyway yes no okay ok right sure well thanks thank please sorry hello hi let lets don doesn isn wasn aren won"
)
COMMON_VERBS = _words(
    "use uses used using run runs ran running make makes made keep keeps kept get gets got take takes took give gives gave "
    "need needs needed rely relies depend depends require requires include includes including find finds found see sees "
    "saw show shows showed shown say says said call calls called ask asks asked tell tells told work works worked know "
    "knows expect expects believe believes think thinks thought argue argues note notes consider considers regard regards "
    "place places place put puts add adds go goes went come comes came own owns owned operate operates operated pages page "
    "paged e-mails emails detected caught flagged conduct conducts conducted perform performs performed evaluate evaluated "
    "evaluates tested apply applies applied describe describes described discuss discussed cover covers covered "
    "involve involves involving provide provides provided help helps helped allow allows allowed prevent prevents speak speaks "
    "treat treats treated cite cites cited credit credits credited mention mentions mentioned omit omits omitted praise praises praised "
    "become becomes remain remains seems seem appears appear stay stays stayed worth stand stands sit sits lie lies reverting deploying developing writing switching"
)
PLAIN_ADJECTIVES = _words(
    "up-to-date fresh working valid current correct reliable good single own new old recent overall main major important "
    "never-ending ongoing continuous certain particular specific general common typical real actual different similar further additional existing "
    "previous prior next last first second third final early late strong weak better best worse large small big high low "
    "independent separate distinct main primary key little own whole entire various relevant available possible likely unlikely"
)
GENERIC_NAMES = _words(
    "model models system systems harm risk risks thing things way ways time times day days people person someone case cases "
    "part parts fact facts idea question point example result work place number lot kind sort form forms use state world "
    "claim claims argument arguments pathway pathways section report document appendix table figure page finding findings "
    "control controls mitigation mitigations evidence evaluation evaluations review reviews monitoring process processes "
    "team teams group groups staff lead data dataset test tests study audit check list line lines set service release "
    "security record results score analysis interview interviewer decision action minutes notes date chair present "
    "apologies limits limit summary overview introduction background conclusion references monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october november december "
    "internal external christmas easter thanksgiving "
    "spring summer autumn winter english ai llm utc status distribution effort owner timeline"
)
TASK_VERBS = _words(
    "add alert appoint ask assign audit automate back block bring build buy change check close collect configure "
    "connect consider create cut define deploy disable document drill enable encrypt enforce ensure establish "
    "exercise expand extend fail find finish fit fix forward give grant harden have hire improve include increase "
    "inform install introduce investigate isolate issue keep label let limit load load-test lock log lower maintain "
    "make map mark measure migrate monitor move name notify page pair patch pin practise practice prevent print "
    "procure protect provide publish purchase put raise re-route re-run reconcile record reduce refuse rehearse "
    "remove rename renew repair repeat replace report require restrict retire review revoke rewrite roll rotate "
    "route run scan schedule send separate set shorten show split staff start stop store strengthen switch teach "
    "tell test tie tighten track train transfer turn update upgrade use validate verify watch withdraw write"
)
"""How items begin that tell somebody to do something."""
NO_DEVICES = _words(
    "number order paper water weather summer winter matter power letter corner quarter centre center error door "
    "floor colour computer server member manager leader owner other another customer user attacker worker driver "
    "reader writer reporter supplier vendor partner provider intruder visitor author editor director doctor "
    "investigator contractor researcher developer engineer operator officer trader tester insider outsider newcomer "
    "predecessor successor timer behaviour factor sensor motor register buffer"
)
"""Words that end as those for machines do, and are for people or for other things."""
WORK_FIELDS = _words(
    "risk assurance integrity behaviour behavior privacy quality analytics procurement legal finance programs programmes architecture evaluations "
    "relations affairs resources infrastructure reliability corporate insider vendor marine robotics logistics telecoms maintenance pharmacy"
)
"""Words of names of teams that no person is called by."""
