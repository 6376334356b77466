"""Words that head a part of a section and name nothing: "Overview", "Likelihood", "Residual risk", "Why it matters"."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue

_RATED = (
    r"(?:likelihood|probability|severity|impact|consequences?|confidence|detectability|reversibility|owner|status|references?|risk|strength|weight|"
    r"weighting|rating|grade|rationale|justification|comments?|remarks?)"
)
PLAIN_HEADING = Cue(
    r"^(?:overview|description|introduction|summary|discussion|assessment|analysis|conclusions?|background|scope|notes?|examples?|steps?|"
    r"(?:the\s+)?(?:residual|overall|inherent|initial|current)\s+(?:risk|assessment|rating|level|judg\w+|conclusion)|"
    r"(?:the\s+)?(?:key\s+|main\s+)?(?:arguments?|factors?|mitigations?|mitigating\s+factors|lines|considerations|reasons|evidence|threats?|pathway|limitations?|caveats)"
    r"(?:\s+and\s+(?:arguments?|mitigating\s+factors|factors|mitigations?))?)\b|[?]$|^(?:how|what|why|when|critical\s+action)\b|"
    rf"^{_RATED}(?:\s+(?:of\b.*|levels?|ratings?|assessment|scores?))?\W*$|^{_RATED}\s*:",
    re.IGNORECASE,
)
