"""What reading with a model sends and costs, as lines for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extractors.model import Plan, Usage
from ingest.extractors.model.costs import PRICES_AS_OF, dollars
from ui.views.shapes import Json


def plan_lines(plan: Plan, *, in_batches: bool) -> Iterator[str]:
    """Each document with its size and requests, and what all of it would cost."""
    for document in plan.documents:
        yield (
            f"  {document.path} ({document.title}): all of its {document.characters:,} characters, "
            f"{document.requests:,} {'request' if document.requests == 1 else 'requests'}"
        )
    estimate = plan.estimate
    sent = estimate.sent + estimate.cached + estimate.from_cache
    yield f"about {sent:,} tokens to read and {estimate.written:,} to write for {plan.model}, second looks included"
    yield _price(plan.dollars(in_batches=in_batches), in_batches=in_batches)


def plan_json(plan: Plan, *, in_batches: bool) -> Json:
    """The same as `ingest --dry-run --json` tells it; dollars null where no price of the model is known."""
    return {
        "model": plan.model,
        "documents": [
            {"path": one.path, "title": one.title, "characters": one.characters, "requests": one.requests}
            for one in plan.documents
        ],
        "tokens": plan.estimate.model_dump(),
        "dollars": plan.dollars(in_batches=in_batches),
        "prices_as_of": PRICES_AS_OF,
    }


def usage_line(model: str, replies: int, usage: Usage, *, in_batches: bool) -> str:
    """What the replies took."""
    price = _price(dollars(model, usage, in_batches=in_batches), in_batches=in_batches)
    return (
        f"{model}: {replies:,} replies; {usage.sent + usage.cached:,} tokens sent anew, {usage.from_cache:,} from the "
        f"service's cache, {usage.written:,} written; {price}"
    )


def _price(amount: float | None, *, in_batches: bool) -> str:
    if amount is None:
        return "what that costs is not known here"
    return f"about ${amount:,.2f} at the list price of {PRICES_AS_OF}{' for batches' if in_batches else ''}"
