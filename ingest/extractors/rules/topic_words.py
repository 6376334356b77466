"""Nouns that tell whether what a conversation turns on is apparatus: guards, parts, and words that name no such thing."""

from __future__ import annotations

from ingest.extractors.rules.flow_words import APPARATUS
from ingest.extractors.rules.lexicon import COMMON_VERBS, CONTROL_HEADS, FUNCTION_WORDS, GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.safeguards import SAFEGUARD_HEADS

_ORDINARY = (
    "night morning evening week month year moment end start beginning story question rest problem reason trouble answer bottom top idea whole truth "
    "point plan safety agent agents weights building cluster lab company world room floor office house site phone money budget law rule rules "
    "people others man woman boss first second third last next one ones other same only very best worst kind sort lot number figure word words "
    "job work life hand hands head heart eye eyes face chance luck trick fun joke pub canteen corner door back side middle web internet user users "
    "customer customers public press government memo letter paper book video audio tape recording session transcript conversation call talk chat meeting "
    "sum total bill price cost tax war peace market news fact weather rain sun sea"
)
_GUARDS = (
    "watcher meter rule ceremony curtain fence dashboard spotter sweeper sweep auditor rail reaper bouncer trap trip drill bell horn lamp light "
    "buzzer siren guard scan read-back heartbeat checkout handshake lever turnstile enclave airlock sign-off countersignature brake cage leash muzzle curfew "
    "tripwire killswitch cutoff cut-off lockout lock-out padlock sandbox honeypot canary watchdog"
)
_PARTS = (
    "board trail tracker counter ticker poller pinger shim hook agent runner launcher loader parser worker bot script wrapper adapter bridge driver "
    "handheld contact radar reader float camera hatch door pump fan wall cage box vault safe card token mailbox inbox pager"
)
_LITTLE = "thing things way ways time times day days one other others kind sort lot whole second third main single"
_NOUNS_TOO = "run call page place work note cover"

NO_TOPIC = GENERIC_NAMES | frozenset(_ORDINARY.split())
"""Words that alone name nothing that could fail."""
GUARDS = SAFEGUARD_HEADS | frozenset(_GUARDS.split())
"""Last words of controls."""
KNOWN = APPARATUS | GUARDS | CONTROL_HEADS | frozenset(_PARTS.split())
"""Last words of whatever can be a topic."""
SAYS_LITTLE = PLAIN_ADJECTIVES | frozenset(_LITTLE.split())
"""Modifiers that do not tell which one it is."""
NO_NOUNS = FUNCTION_WORDS | (COMMON_VERBS - frozenset(_NOUNS_TOO.split()))
"""Words that end a noun phrase."""
