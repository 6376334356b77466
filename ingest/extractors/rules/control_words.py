"""What stands behind the name of a control: what controls do and did, and what makes such a word no verb."""

from __future__ import annotations

CONTROL_VERB = (
    r"(?:detects?|blocks?|checks?|watches|limits?|records?|reads?|flags?|refuses?|rejects?|seals?|compares?|scans?|monitors?|"
    r"prevents?|stops?|holds?|rewords?|strips?|admits?|catch(?:es)?|reviews?|enforces?|closes?|guards?|filters?|trains?|trips?|"
    r"keeps?|is\s+enforced|are\s+enforced|looks?\s+(?:for|at)|pages?|alerts?|e-mails?|counts?|tests?|verif(?:y|ies)|says\s+no|"
    r"rolls?\s+back|goes\s+back|locks?|denies|cuts?\s+off|isolates?|inspects?|matches|logs?|sees?|fires?|passes|repeats?|fixes)"
)
NO_COMPOUND = (  # "completion monitor performance" says no verb, "the gates check every badge" does
    r"(?!(?:check|limit|record|flag|seal|scan|monitor|hold|review|guard|filter|trip|page|alert|e-mail|count|test|lock|log|stop)\s+"
    r"(?!(?:the|all|every|each|its|their|our|an?|for|any|what|who|whether|that|on|both|in|at|to|and)\b)[a-z])"
)
NO_NOUN = (
    r"(?!\s*[\t(\[:;|]|\s+[–—]|\s*$|\s+(?:is|are|was|were|has|have|had|of)\b)"  # "dose limits (strong)" says no verb
)
ACTED = (
    r"(?:blocked|paged|alerted|flagged|refused|rejected|detected|caught|halted|quarantined|stripped|froze|suspended|revoked|mailed|e-mailed|noticed|let|"
    r"stopped|sent|opened|posted|raised|counted|scored|passed|missed|saw|killed|did\s+(?:not\s+)?(?:page|fire|flag|catch|stop|act)|has\s+not\s+acted|(?:was|is)\s+supposed\s+to|should\s+have|"
    r"mails|removes|deletes|kills|discards|drops|redacts|validates|separates|analyses|slows|caps|throttles|suspends|revokes|quarantines|raises|messages|sits\s+between|is\s+the\s+(?:control|safeguard|thing)\s+that)"
)
