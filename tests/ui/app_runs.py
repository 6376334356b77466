"""What a run of a screen without a browser shows."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

TIME_LIMIT_S = 20


def shown(app: AppTest) -> str:
    """What the sheets and drawings of a run hold."""
    assert not app.exception
    found = [node.proto.json for node in app.main if node.type == "bidi_component"]
    return json.dumps([json.loads(text) for text in found], ensure_ascii=False)
