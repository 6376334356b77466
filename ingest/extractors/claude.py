"""Claude through the Messages API: the one place that imports `anthropic`, and the one way out of this machine.

The key comes from the environment and nowhere else. Nothing is sent before a method of `Claude` is called.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import anthropic
from anthropic.types import Message, MessageParam, TextBlockParam, ToolParam
from anthropic.types.message_create_params import MessageCreateParamsNonStreaming
from anthropic.types.messages.batch_create_params import Request as BatchRequest
from pydantic import JsonValue, TypeAdapter

from ingest.errors import ModelUnusable
from ingest.extractors.model.costs import Usage
from ingest.extractors.model.replies import Outcome, Reply
from ingest.extractors.model.requests import REPLY_TOKENS, Request

KEY = "ANTHROPIC_API_KEY"
TIMEOUT_S = 300.0
RETRIES = 5
"""How often what can pass (rate limits, overload, time-outs) is tried again, with growing pauses."""

POLL_S = 30.0
"""How long to wait before asking again whether a batch is done."""

_JSON: TypeAdapter[JsonValue] = TypeAdapter(JsonValue)
_AGAIN = "Run the same command again later; what is answered already is kept and not paid for twice."


@dataclass(frozen=True)
class Patience:
    """How long to wait and how often to try again; `sleep` takes seconds."""

    timeout_s: float = TIMEOUT_S
    retries: int = RETRIES
    poll_s: float = POLL_S
    sleep: Callable[[float], None] = time.sleep


class Claude:
    """The service at `address`, or at the one that is usual. See `Model`."""

    def __init__(self, key: str, *, address: str | None = None, patience: Patience | None = None) -> None:
        """ModelUnusable without a key. Nothing is sent yet."""
        if not key:
            raise ModelUnusable(
                "there is no key for the Claude API",
                f"Set {KEY} in the environment, or read the documents with the rules: --extractor rules.",
            )
        self._patience = patience or Patience()
        self._client = anthropic.Anthropic(
            api_key=key, base_url=address, timeout=self._patience.timeout_s, max_retries=self._patience.retries
        )

    @property
    def host(self) -> str:
        """Where requests are sent to."""
        return self._client.base_url.host

    def answer(self, request: Request) -> Reply:
        """See `Model.answer`."""
        with _translated(request.model):
            return _reply(self._client.messages.create(**_sent(request)))

    def hand_in(self, requests: tuple[Request, ...]) -> str:
        """See `Model.hand_in`."""
        listed = [BatchRequest(custom_id=request.digest, params=_sent(request)) for request in requests]
        with _translated(requests[0].model):
            return self._client.messages.batches.create(requests=listed).id

    def collect(self, batch: str) -> Iterator[tuple[str, Reply | str]] | None:
        """See `Model.collect`."""
        with _translated("the batch"):
            try:
                while self._client.messages.batches.retrieve(batch).processing_status != "ended":
                    self._patience.sleep(self._patience.poll_s)
            except anthropic.NotFoundError:
                return None
        return self._results(batch)

    def _results(self, batch: str) -> Iterator[tuple[str, Reply | str]]:
        with _translated("the batch"):
            for line in self._client.messages.batches.results(batch):
                match line.result.type:
                    case "succeeded":
                        yield line.custom_id, _reply(line.result.message)
                    case "errored":
                        yield line.custom_id, line.result.error.error.message
                    case other:
                        yield line.custom_id, f"it was {other}"


def _sent(request: Request) -> MessageCreateParamsNonStreaming:
    """The request as the service takes it. What all requests share comes first and goes into the service's cache."""
    shared: list[TextBlockParam] = [
        {"type": "text", "text": request.instructions, "cache_control": {"type": "ephemeral"}},
        {"type": "text", "text": request.context, "cache_control": {"type": "ephemeral"}},
    ]
    asked: MessageParam = {"role": "user", "content": request.text}
    schema = request.tool.schema
    form: ToolParam = {
        "name": request.tool.name,
        "description": request.tool.description,
        "input_schema": dict(schema) if isinstance(schema, dict) else {},
        "strict": True,
    }
    return {
        "model": request.model,
        "max_tokens": REPLY_TOKENS,
        "system": shared,
        "messages": [asked],
        "tools": [form],
    }


def _reply(message: Message) -> Reply:
    """What a message holds. Only a tool call counts; whatever else it says is not looked at."""
    filled = next((block.input for block in message.content if block.type == "tool_use"), None)
    match message.stop_reason:
        case "refusal":
            outcome = Outcome.DECLINED
        case "max_tokens" | "model_context_window_exceeded":
            outcome = Outcome.CUT_OFF
        case _:
            outcome = Outcome.COMPLETE
    usage = Usage(
        sent=message.usage.input_tokens,
        cached=message.usage.cache_creation_input_tokens or 0,
        from_cache=message.usage.cache_read_input_tokens or 0,
        written=message.usage.output_tokens,
    )
    return Reply(outcome=outcome, filled=_JSON.validate_python(filled), usage=usage)


@contextmanager
def _translated(asked: str) -> Iterator[None]:
    """What the service refuses, in our words; its own message goes along."""
    try:
        yield
    except anthropic.AuthenticationError as error:
        raise ModelUnusable("the Claude API refuses the key", f"Check {KEY} in the environment.") from error
    except anthropic.NotFoundError as error:
        raise ModelUnusable(
            f"the Claude API knows no model '{asked}'", "Name another as `claude_model` in loadpath.toml."
        ) from error
    except anthropic.APITimeoutError as error:
        raise ModelUnusable("the Claude API did not answer in time", _AGAIN) from error
    except anthropic.RateLimitError as error:
        raise ModelUnusable("the Claude API still limits how much is asked of it", _AGAIN) from error
    except anthropic.InternalServerError as error:
        raise ModelUnusable(
            f"the Claude API is overloaded or out of order (status {error.status_code})", _AGAIN
        ) from error
    except anthropic.APIStatusError as error:
        raise ModelUnusable(
            f"the Claude API refuses the request (status {error.status_code}): {error.message}",
            "See what it says; the documents can be read with --extractor rules.",
        ) from error
    except anthropic.AnthropicError as error:
        raise ModelUnusable(f"the Claude API cannot be reached: {error}", _AGAIN) from error
