"""Plain words for a need, beside the usual verbs: "is only as good as", "sees only what reaches", "lives on"."""

from __future__ import annotations

_REACH = r"(?:reach(?:es)?|(?:comes?|goes?|passes|runs?)\s+through|arrives?\s+(?:at|in|on)|is\s+(?:in|sent\s+to|written\s+to))"
MORE_NEEDS = (
    rf"(?:(?:only\s+)?(?:sees?|knows?|hears?|checks|catches)\s+(?:only\s+|nothing\s+but\s+)?(?:what|whatever|[\w-]+\s+(?:that|which))\s+(?:only\s+)?{_REACH}|"
    rf"(?:analy[sz]es|scans|reads|scores|screens|inspects|processes|handles|examines|judges|watches|monitors|covers)\s+(?:only\s+)?(?:what|whatever)\s+(?:only\s+)?{_REACH}(?:\s+(?:on|in|at|over|through))?|"
    r"(?:is|are|was|were)\s+(?:itself\s+|\w+ly\s+)?built\s+(?:up)?on(?:\s+top\s+of)?|(?:is|are)\s+(?:\w+ly\s+|thus\s+|itself\s+)?(?:dependent|contingent|conditional|reliant)\s+(?:up)?on|"
    r"(?<!is\s)(?<!are\s)(?<!was\s)(?<!were\s)(?:supplied|bought|leased|licen[sc]ed|rented|purchased)\s+(?:by|from)(?=\s+(?:the\s+)?[A-Z])|"
    r"rel(?:y|ies)\s+for\s+[^.;,]{2,40}?\s+(?:up)?on|(?:eats?|lives?|feeds?)\s+(?:off|from)|(?:rides?|piggybacks?|sits?\s+on\s+top|stands?\s+on\s+top|runs?\s+atop|is\s+(?:based|hosted|mounted|anchored))\s+(?:on|of)|"
    r"(?:hangs?|runs?)\s+(?:off|from)|(?:won[’']t|doesn[’']t|does\s+not|will\s+not|cannot|can[’']t)\s+(?:fire|work|run|start|trip|see\s+\w+|catch\s+\w+|do\s+(?:a\s+thing|anything|much))\s+(?:unless|until|without)|"
    r"(?:does|do|can\s+do|could\s+do)\s+(?:so|that|this|it)\s+only\s+(?:with|while|when|if|as\s+long\s+as|through)|(?:is|are)\s+only\s+possible\s+(?:with|while|when|if|as\s+long\s+as|through)|"
    r"(?:(?:only\s+|just\s+)(?:sees?|knows?|hears?|gets?)|(?:sees?|knows?|hears?|gets?|reads?|scores?|checks?)\s+(?:only|nothing\s+but))\s+(?:what|whatever)(?=\s+(?:the|its|our|that)\s+(?:[\w-]+\s+){1,3}?(?:tells?|gives?|sends?|shows?|feeds?|hands?|passes|lets?|reports?)\b)|"
    r"(?:(?:is|are|was)|(?<=\bit)[’']s)\s+(?:populated|filled|refreshed|fed|kept\s+(?:alive|going|up)|held\s+up|driven|opened|started|triggered|shut|closed|tripped|supplied|powered)\s+(?:by|from)|"
    r"(?:is|are)\s+(?:only\s+|just\s+|exactly\s+|precisely\s+)?(?:as\s+good\s+as|no\s+better\s+than)|"
    r"(?:is|are)\s+(?:only\s+)?worth\s+(?:only\s+|exactly\s+|just\s+)?(?:as\s+(?:much|little)\s+as|no\s+more\s+than|what)(?=\s+(?:the|that|this|its|their|our)\b)|"
    r"(?:is|are)\s+(?:[\w-]+\s+){0,3}?(?:impossible|meaningless|pointless|inoperable|unusable|idle|stuck|helpless)\s+without|(?:is|are)\s+(?:printed|drawn|loaded|copied|read(?:\s+at\s+[\w-]+)?|filled|cut|made\s+up)\s+from|"
    r"(?:lives?|leans?|counts?|rests?|rides?|sits?|feeds?)\s+(?:\w+ly\s+|squarely\s+|entirely\s+)?(?:up)?on|hangs?\s+(?:by|from)|sits\s+behind|"
    r"runs\s+(?:only\s+)?(?:under|over|via|through)|ran\s+under|(?:places|makes|takes|sends)\s+(?:its|their|all\s+its)\s+\w+\s+(?:over|through|via|from)|"
    r"(?:takes|gets|draws)\s+(?:its|their)\s+\w+\s+(?:straight\s+)?(?:from|off)|(?:goes?|is|are)\s+(?:\w+\s+)?(?:dark|blind|deaf|silent|worthless|powerless|nothing)\s+without|"
    r"(?:means?|is\s+worth|counts?\s+for)\s+(?:something|anything)\s+only\s+(?:as|so)\s+long\s+as|"
    r"(?:has|have)\s+no\s+(?:meaning|force|effect|value)\s+without|(?:runs?|works?|holds?|stands?)\s+only\s+(?:for\s+)?(?:as|so)\s+long\s+as|"
    r"(?:can(?:not|[’']t)|won[’']t|does\s+not|doesn[’']t|will\s+not)\s+(?:stand|hold|run|work|start|open|function|move|fire)\s+(?:without|unless)|"
    r"(?:can(?:not|[’']t)|could\s+not|couldn[’']t)\s+(?:[\w-]+\s+){1,8}?without|knows?\s+(?:[\w-]+\s+){1,6}?only\s+from|"
    r"(?:gets?|takes?|has|draws?)\s+(?:that|it|this|them|these)\s+(?:straight\s+|only\s+)?(?:from|off)|looks?\s+(?:[\w-]+\s+){1,3}?up\s+in|"
    r"comes?\s+(?:down|in|over|back)\s+(?:to\s+the\s+[\w-]+\s+)?(?:on|over|through|via)|stamps?\s+(?:[\w-]+\s+){1,3}?with|"
    r"(?:must|has\s+to|have\s+to)\s+(?:approve|sign|unlock|open|confirm)\s+with|stands?\s+or\s+falls?\s+by|(?:is|are)\s+(?:worth\s+)?nothing\s+without)"
)
LOST = (
    r"(?:goes(?=\s*,)|sticks|restarts|lags|stops?|fails?|dies|breaks?|went|vanish(?:es|ed)|disappears?|lapses?|expires?|runs?\s+(?:out|dry)|dries\s+up|clogs?|(?:is|are|were|was|has\s+been|have\s+been)\s+(?:ever\s+|itself\s+)?(?:down|out|off|gone|lost|wrong|away|offline|off-?line|broken|stolen|wiped|deleted|corrupt(?:ed)?|unplugged|"
    r"unreachable|unavailable|missing|spent|empty|stale|ever\s+wrong|closed|cut|switched\s+off|not\s+there|full|muted|dead|altered|edited|tampered\s+with|poisoned|overwritten|forged|falsified|compromised)|go(?:es)?\s+(?:down|away|stale|dead|off|out)|"
    r"(?:(?:isn|aren|wasn)[’']t|(?:is|are|was)\s+not|stops|(?:is|are)\s+no\s+longer)\s+(?:answering|responding|reachable|available|running|working|alive|up|on)\b|(?:doesn[’']t|does\s+not|don[’']t|do\s+not)\s+(?:answer|respond|reply|run|load|parse|start))"
)
STOPPED = (
    r"(?:stops?|fails?|(?:cannot|can[’']t|would\s+not|wouldn[’']t|will\s+not|won[’']t|does\s+not|doesn[’']t)\s+(?:work|function|help|stop\s+anything|run|see\s+anything)|(?:is|are|would\s+be|becomes?)\s+(?:meaningless|pointless|of\s+no\s+use|no\s+use)|means?\s+nothing|go(?:es)?\s+(?:dark|blind|silent|down|dead|quiet)|falls?\s+silent|sees?\s+nothing|do(?:es)?\s+nothing|"
    r"(?:is|are)\s+(?:blind|useless|dead|deaf|lost|worthless)|dies|halts?|refuses?|shuts\s+(?:down|itself\s+off)|comes\s+to\s+a\s+stop)"
)
COUNTED = r"(?:(?:the\s+)?(?:two|three|four|five|several|same)\s+(?:\w+\s+)?things?\b[^:.;]{0,30}:\s*)?"
"""What may stand between the verb and what is needed: "needs two things: …"."""
RESTS = r"\b(?:rests?|leans?|stands?|draws?|hangs?|sits?|lives?|builds?)\s+(?:\w+ly\s+)?(?:up)?on\b"
"""What a claim does on its support; a control that does so on something needs it."""
