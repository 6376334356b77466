"""Reading with a language model: what is sent, what comes back, and what of it can be taken for a proposal."""

from ingest.extractors.model.archive import ReplyArchive
from ingest.extractors.model.costs import Usage
from ingest.extractors.model.extractor import ArchivedExtractor
from ingest.extractors.model.plan import Plan, plan
from ingest.extractors.model.replies import Reply
from ingest.extractors.model.requests import Request
from ingest.extractors.model.sending import Correspondence, Model, send_in_batches, send_one_by_one

__all__ = [
    "ArchivedExtractor",
    "Correspondence",
    "Model",
    "Plan",
    "Reply",
    "ReplyArchive",
    "Request",
    "Usage",
    "plan",
    "send_in_batches",
    "send_one_by_one",
]
