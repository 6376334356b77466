"""A local server that speaks the Messages API and its batches, reads honestly by default, and misbehaves on request.

It reads the lines that `tests.fakes` describes: `kind: name` is an element, `kind name -TYPE-> kind name` a relation.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeAlias

from pydantic import JsonValue

Body: TypeAlias = dict[str, JsonValue]
_ELEMENT = re.compile(r"^(?P<kind>[a-z]+): (?P<name>.+)$", re.MULTILINE)
_RELATION = re.compile(
    r"^(?P<sk>[a-z]+) (?P<source>[\w ]+?) -(?P<type>[A-Z_]+)-> (?P<tk>[a-z]+) (?P<target>[\w ]+)$", re.MULTILINE
)


@dataclass(frozen=True)
class Answer:
    """One answer of the server: a status, a body, and headers beside the usual ones."""

    body: Body | str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    delay_s: float = 0.0


Behaviour: TypeAlias = Callable[[Body], Answer]


@dataclass
class ClaudeServer:
    """What was asked, what is to be answered next, and the batches that were handed in."""

    address: str = ""
    asked: list[Body] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    next: list[Behaviour] = field(default_factory=list)
    always: Behaviour | None = None
    batches: dict[str, list[Body]] = field(default_factory=dict)
    unfinished: int = 0
    failing: Callable[[Body], bool] = lambda _: False

    def answer(self, body: Body) -> Answer:
        """The answer to a message: what a test has put up, else an honest one."""
        self.asked.append(body)
        behaviour = self.next.pop(0) if self.next else self.always or honest
        return behaviour(body)


def honest(body: Body) -> Answer:
    """The form, filled in with what the blocks say; every proposal of the rules stands."""
    tool = _tool(body)
    return used(tool, _record(body) if tool == "record" else _verdicts(body))


def used(tool: str, filled: JsonValue, *, stop: str = "tool_use") -> Answer:
    """A message that calls a tool."""
    call: JsonValue = {"type": "tool_use", "id": "toolu_1", "name": tool, "input": filled}
    return message([call], stop=stop)


def recording(*elements: Body, relations: tuple[Body, ...] = ()) -> Behaviour:
    """Records just these."""
    return lambda _: used("record", {"elements": list(elements), "relations": list(relations)})


def message(content: list[JsonValue], *, stop: str = "end_turn") -> Answer:
    """A message with this content."""
    usage: JsonValue = {"input_tokens": 100, "output_tokens": 10, "cache_read_input_tokens": 7}
    return Answer(
        {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "claude-test",
            "content": content,
            "stop_reason": stop,
            "stop_sequence": None,
            "usage": usage,
        }
    )


def failing(status: int, kind: str = "api_error", **headers: str) -> Behaviour:
    """An error of the service; it asks for no pause before the next attempt."""
    error: JsonValue = {"type": kind, "message": f"scripted {status}"}
    pairs = tuple((name.replace("_", "-"), value) for name, value in {"retry_after_ms": "1", **headers}.items())
    return lambda _: Answer({"type": "error", "error": error}, status, pairs)


def element(ref: int, kind: str, name: str, quote: str, **fields: JsonValue) -> Body:
    """An entry of the record as the form wants it."""
    bare: Body = {
        "ref": ref, "kind": kind, "name": name, "number": "", "aliases": [], "introduces": True, "block": 0,
        "quote": quote, "text": "", "strength": "unstated", "operator": "unstated", "k": -1, "window_s": -1,
        "effort": "", "effort_days": -1,
    }  # fmt: skip
    return {**bare, **fields}


def relation(kind: str, source: int, target: int, quote: str, **fields: JsonValue) -> Body:
    """A relation of the record as the form wants it."""
    bare: Body = {
        "type": kind, "source": source, "target": target, "block": 0, "quote": quote, "inferred": False,
        "strength": "unstated", "latency_s": -1, "channel": "", "automatic": "unstated",
    }  # fmt: skip
    return {**bare, **fields}


@contextmanager
def serving() -> Iterator[ClaudeServer]:
    """A server on the loopback for as long as the block lasts."""
    state = ClaudeServer()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(state))
    state.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(state: ClaudeServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            state.keys.append(self.headers.get("x-api-key"))
            if self.path == "/v1/messages/batches":
                id_ = f"msgbatch_{len(state.batches)}"
                state.batches[id_] = body["requests"]
                self._send(Answer(_batch(state, id_)))
            else:
                self._send(state.answer(body))

        def do_GET(self) -> None:
            id_ = self.path.split("/")[4]
            if id_ not in state.batches:
                self._send(failing(404, "not_found_error")({}))
            elif self.path.endswith("/results"):
                self._send(Answer("\n".join(json.dumps(line) for line in _results(state, id_))))
            else:
                self._send(Answer(_batch(state, id_)))
                state.unfinished -= 1

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the standard library's name
            """Nothing: a test reads what was asked."""

        def _send(self, answer: Answer) -> None:
            if answer.delay_s:
                threading.Event().wait(answer.delay_s)
            content = (answer.body if isinstance(answer.body, str) else json.dumps(answer.body)).encode()
            try:
                self.send_response(answer.status)
                for name, value in (("content-type", "application/json"), *answer.headers):
                    self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except (BrokenPipeError, ConnectionResetError):
                return

    return Handler


def _batch(state: ClaudeServer, id_: str) -> Body:
    ended = state.unfinished <= 0
    when = "2026-01-01T00:00:00Z"
    counts: JsonValue = {"processing": 0, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0}
    return {
        "id": id_,
        "type": "message_batch",
        "processing_status": "ended" if ended else "in_progress",
        "request_counts": counts,
        "created_at": when,
        "expires_at": when,
        "ended_at": when if ended else None,
        "results_url": f"{state.address}/v1/messages/batches/{id_}/results" if ended else None,
    }


def _results(state: ClaudeServer, id_: str) -> Iterator[JsonValue]:
    for request in reversed(state.batches[id_]):
        params = request["params"]
        assert isinstance(params, dict)
        if state.failing(params):
            error: JsonValue = {"type": "error", "error": {"type": "api_error", "message": "scripted failure"}}
            result: JsonValue = {"type": "errored", "error": error}
        else:
            result = {"type": "succeeded", "message": state.answer(params).body}
        yield {"custom_id": request["custom_id"], "result": result}


def _tool(body: Body) -> str:
    tools = body["tools"]
    assert isinstance(tools, list)
    assert isinstance(tools[0], dict)
    return str(tools[0]["name"])


def said(body: Body) -> str:
    """What a request asks, without instructions and context."""
    messages = body["messages"]
    assert isinstance(messages, list)
    assert isinstance(messages[0], dict)
    return str(messages[0]["content"])


def _record(body: Body) -> JsonValue:
    elements: list[JsonValue] = []
    relations: list[JsonValue] = []
    refs: dict[str, int] = {}
    for block in json.loads(said(body).split("\n", 1)[1]):
        text, number = block["text"], block["block"]
        for found in _ELEMENT.finditer(text):
            name = found["name"]
            ref = refs.setdefault(f"{found['kind']} {name}", len(refs))
            elements.append(element(ref, found["kind"], name, name, block=number))
        for found in _RELATION.finditer(text):
            ends = [(found["sk"], found["source"]), (found["tk"], found["target"])]
            for kind, name in ends:
                if f"{kind} {name}" not in refs:
                    ref = refs.setdefault(f"{kind} {name}", len(refs))
                    elements.append(element(ref, kind, name, found[0], block=number, introduces=False))
            source, target = (refs[f"{kind} {name}"] for kind, name in ends)
            relations.append(relation(found["type"], source, target, found[0], block=number))
    return {"elements": elements, "relations": relations}


def _verdicts(body: Body) -> JsonValue:
    proposals = json.loads(said(body).rsplit("\n", 1)[1])["proposals"]
    return {"verdicts": [{"number": proposal["number"], "stands": True} for proposal in proposals]}
