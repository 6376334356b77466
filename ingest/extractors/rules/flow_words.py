"""Words for what a thing works with, softer than a need: "takes its list from", "is hosted on", "picks them by", "feeds".

Such words are said of much that is no need ("takes visitors from the gate"), so what they lead to must be apparatus or
a record by its last word, or a thing that the document names elsewhere.
"""

from __future__ import annotations

from ingest.extractors.rules.lexicon import CONTROL_HEADS, DEPENDENCY_HEADS, SETTING_HEADS

_SOME = r"(?:[\w’'-]+\s+){1,8}?"
_ADVERB = r"(?:\w+ly\s+|also\s+|both\s+|still\s+|now\s+)?"
_LOOKS_AT = r"(?:scans?|checks?|sees?|reads?|scores?|covers?|analy[sz]es?|inspects?|examines?|looks?\s+at|knows?|monitors?|watch(?:es)?|compares?|counts?)"
DRAWS = (
    rf"(?:(?:fetch(?:es)?|obtains?|gets?|pulls?|downloads?|draws?|takes?|receives?|requests?|collects?|loads?|imports?|cop(?:y|ies)|learns?|reads?)\s+{_SOME}"
    r"(?:from|off|out\s+of|over|via)|"
    rf"looks?\s+up\s+{_SOME}in|(?:is|are)\s+(?:looked\s+up|listed|entered|recorded)\s+in|(?:is|are)\s+(?:made|drawn|picked|chosen|worked\s+out)\s+(?:only\s+)?from|"
    r"(?:has|have)\s+(?:no|an?|its|their)\s+(?:entry|line|record|name|place)\s+(?:in|on)|(?:finds?|keeps?|stores?|holds?)\s+(?:its|their|all\s+its|all\s+their)\s+{_SOME}(?:in|on)|"
    rf"(?:picks?(?:\s+out)?|selects?|chooses?|finds?|recogni[sz]es?|identif(?:y|ies)|tells?|knows?|distinguish(?:es)?|sorts?|filters?)\s+{_SOME}by|"
    rf"(?:compares?|reconciles?|match(?:es)?|checks?|verif(?:y|ies)|measures?|sets?|holds?)\s+{_SOME}(?:with|against)|"
    rf"(?:reads?|sees?|looks?\s+at|knows?|gets?|receives?|checks?|hears?)\s+(?:comes?|arrives?|passes)\s+(?:in\s+)?(?:from|through|over|via)|"
    rf"(?:is|are|(?<=\bit)[’']s)\s+{_ADVERB}(?:hosted|stored|deployed|installed|served|held|kept|saved|based|run)\s+(?:only\s+)?(?:on|in|at|from|inside|by)|"
    rf"(?:is|are|gets?)\s+{_ADVERB}(?:written|set|updated|filled(?:\s+in)?|assigned|generated|created|produced|rebuilt|loaded|stamped|refreshed)\s+(?:(?:each|every)\s+\w+\s+|nightly\s+|daily\s+|hourly\s+|weekly\s+)?(?:by|from|out\s+of)|"
    rf"(?:is|are|(?<=\bit)[’']s)\s+{_ADVERB}(?:keyed|wired|tied|connected|bound|attached|plugged|linked|routed|chained)\s+(?:in)?(?:to|through|via|over)|"
    rf"(?:is|are|gets?)\s+{_ADVERB}(?:looked\s+up|signed|checked|counted|verified|validated|matched|computed|measured|taken|made\s+and\s+checked)\s+(?:in|through|with|against|by\s+means\s+of|using|out\s+of)|"
    rf"(?:sees?|counts?|reads?|measures?|knows?|works?|finds?|learns?|hears?|notices?)\s+{_SOME}(?:by\s+means\s+of|by\s+way\s+of|with\s+the\s+help\s+of|through|via)|"
    rf"(?:go|goes|pass(?:es)?|runs?|comes?|arrives?|connects?|travels?)\s+(?:in\s+|out\s+)?(?:through|via|over)|"
    rf"(?:reports?|sends?|speaks?|calls?|transmits?|signals?)\s+(?:{_SOME})?(?:over|via|through)|authenticates?\s+(?:{_SOME})?(?:against|with|through|via)|"
    r"(?:had|has|have|was|were)\s+(?:still\s+)?(?:been\s+)?(?:reading|polling|pulling|drawing|fetching|querying|running|working|loading)\s+(?:[\w-]+\s+){0,3}?(?:from|off|against|on|under)|"
    r"(?:kept|went\s+on|goes\s+on|carried\s+on|keeps)\s+(?:reading|polling|pulling|drawing|fetching|querying|running|working|loading)\s+(?:[\w-]+\s+){0,2}?(?:from|off|against|on|under)|"
    r"comes?\s+(?:only\s+|straight\s+|directly\s+)?(?:from|off)|"
    rf"(?:go|goes|works?|acts?|runs?|looks?|[a-z]+(?:s|ed))\s+(?:{_SOME})?(?:by\s+means\s+of|with\s+the\s+(?:help|aid)\s+of|on\s+the\s+basis\s+of|according\s+to)|"
    r"(?:measures?|validates?|verif(?:y|ies)|tests?|checks?|matches|judges?)\s+against|"
    rf"(?:validates?|verif(?:y|ies)|judges?|tests?|screens?)\s+{_SOME}(?:with|against)|"
    r"(?:trusts?|goes\s+by|follows|obeys|works\s+with|starts\s+from|keeps\s+to)(?=\s+(?:the|an?|its|whatever|what)\b)|"
    r"works?\s+(?:only\s+|entirely\s+)?(?:off|from|out\s+of)|consumes?(?=\s+(?:the|an?|its|one)\b)|"
    rf"(?:travels?|reach(?:es)?|hooks?|trips?|acts?|stops?|closes?|opens?|locks?|arrives?|moves?|gets?\s+(?:to|into))\s+(?:{_SOME})?(?:through|via|over|by\s+way\s+of)|"
    r"(?:is|are)\s+(?:switched|turned|set|armed|enabled|configured|controlled|governed|steered|operated|triggered)\s+(?:on\s+|off\s+|up\s+)?(?:per\s+\w+\s+|for\s+each\s+\w+\s+)?(?:through|via|by|from|in)|"
    rf"{_LOOKS_AT}\s+(?:only\s+|just\s+)?what(?:ever)?(?=\s+(?:the|its|our|that)\s+(?:[\w-]+\s+){{1,4}}?(?:lists?|holds?|contains?|names?|says?|records?|sends?|delivers?|feeds?|gives?|passes|shows?|tells?|knows?)\b)|"
    r"(?:uses?|reads|talks?\s+to|asks?|queries|polls|consults?|listens?\s+to|shares?)(?=\s+(?:the|its|their|that|this|an?|one|these|those)\b)|"
    r"(?:can(?:not|[’']t)|could\s+not|couldn[’']t)\s+(?:[\w-]+\s+){1,8}?unless|"
    r"(?:stands?\s+(?:idle|still)|(?:is|are)\s+(?:blind|useless|idle|stuck|dead|helpless|out\s+of\s+action)|waits?|does\s+nothing)\s+(?:there\s+)?until)"
)
SUPPLIES = r"(?:feeds?|suppl(?:y|ies)|powers?|drives?|fills?|populates?|carr(?:y|ies)|serves?|provides?|writes?|sets?|updates?|refreshes)"
GONE = (
    r"(?:missing|gone|down|out|off|lost|unavailable|broken|offline|away|dead|unreachable|disabled|stolen|wiped|switched\s+off|unplugged|"
    r"out\s+of\s+(?:action|order|reach))"
)
TAKES_ALONG = r"(?:(?:would|will)\s+(?:also\s+)?)?(?:takes?|brings?|knocks?|puts?|stops?|leaves?|blinds?|silences?|disables?|cripples?)"
_MORE = frozenset(
    [
        "probe",
        *(
            "replica",
            "disk",
            "drive",
            "volume",
            "pool",
            "partition",
            "spool",
            "policy",
            "rule",
            "rules",
            "ruleset",
            "runbook",
            "playbook",
        ),
        *("wiki", "dashboard", "address", "timer", "duct", "fuse", "fibre", "fiber", "breaker", "alias", "hypervisor"),
        "probes",
        "meter",
        "meters",
        "counter",
        "counters",
        "pump",
        "pumps",
        "label",
        "labels",
        "tag",
        "tags",
        "field",
        "fields",
        "wristband",
        "wristbands",
        "book",
        "books",
        "sheet",
        "sheets",
        "panel",
        "panels",
        "board",
        "boards",
        "broker",
        "mainframe",
        "thermocouple",
        "gauge",
        "gauges",
        "column",
        "header",
        "badge",
        "badges",
        "terminal",
        "terminals",
        "tablet",
        "app",
        "application",
        "platform",
        "mast",
        "engine",
        "motor",
        "compressor",
        "circuit",
        "wiring",
        "fuse",
        "portal",
        "map",
        "maps",
        "inverter",
        "camera",
        "cameras",
        "lamp",
        "code",
        "codes",
        "stamp",
        "computer",
        "laptop",
        "rack",
        "racks",
        "satellite",
        "modem",
        "beacon",
        "barcode",
        "scanner",
        "printer",
        "detector",
        "thermostat",
        "controller",
        "transformer",
        "hydrant",
        "reservoir",
        "boiler",
        "compass",
        "contact",
        "contacts",
        "handheld",
        "handhelds",
        "radar",
        "store",
        "secret",
        "secrets",
        "password",
        "passwords",
        "hash",
        "hashes",
        "seal",
        "counterpart",
        "document",
        "manifest",
        "ticket",
        "tickets",
        "timetable",
        "formulary",
        "form",
        "forms",
        "card",
        "cards",
        "locker",
        "safe",
        "keypad",
        "dial",
        "antenna",
        "loop",
        "pipe",
        "pipes",
        "duct",
        "hose",
        "tap",
        "vent",
        "tank",
        "tanks",
        "bottle",
        "bottles",
        "interface",
        "endpoint",
        "endpoints",
        "webhook",
        "firmware",
        "agent",
        "label",
        "environment",
        "weights",
        "checkpoint",
    ]
)
APPARATUS = DEPENDENCY_HEADS | CONTROL_HEADS | SETTING_HEADS | _MORE
"""Last words of what can be drawn on: apparatus, records, settings, controls."""
PLANT = frozenset(
    str.split(
        "log logs feed feeds server servers database service key keys bucket cable cables generator network account "
        "accounts file files table clock store cache forwarder export token tokens certificate roster rota agent "
        "stream link line lines power supply disk storage index script config configuration settings bus mirror "
        "library replica repository repo directory machine machines host hosts node nodes cluster collector exporter "
        "daemon pipeline topic credential credentials template list map baseline radio sensor sensors probe probes "
        "module console portal login sso sign-on api platform broker proxy gateway"
    )
)
"""Last words of what is hardly a control, whatever it needs in its turn."""
