"""Questions in, cited answers out."""

from assistant.answer import Answer
from assistant.ask import OFFLINE, Assistant, ask, check_question, reply
from assistant.dialogue import Turn
from assistant.intents import Impact
from assistant.numbering import Numbering
from assistant.scope import Scope

__all__ = ["OFFLINE", "Answer", "Assistant", "Impact", "Numbering", "Scope", "Turn", "ask", "check_question", "reply"]
