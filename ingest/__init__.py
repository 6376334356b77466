"""Documents in: proposes what a document says, never decides."""

from ingest.acquaintance import Acquainted
from ingest.columns import Column, mapping_of
from ingest.document import Block, BlockKind, PageStart, ParsedDocument
from ingest.errors import ModelUnusable, UnreadableDocument
from ingest.extraction import Extractor, KnownName, Proposals, ProposedElement, ProposedRelation, Quote
from ingest.grounding import Grounded, Rejection, ground
from ingest.limits import Limits
from ingest.linking import Linked, link
from ingest.options import ReadOptions
from ingest.outcome import DocumentReport, IngestStatus, Tally, Withdrawal
from ingest.pipeline import (
    Intake,
    Progress,
    Unread,
    ingest_file,
    ingest_files,
    unread_documents,
)
from ingest.unions import LikelyUnion, likely_unions

__all__ = [
    "Acquainted",
    "Block",
    "BlockKind",
    "Column",
    "DocumentReport",
    "Extractor",
    "Grounded",
    "IngestStatus",
    "Intake",
    "KnownName",
    "LikelyUnion",
    "Limits",
    "Linked",
    "ModelUnusable",
    "PageStart",
    "ParsedDocument",
    "Progress",
    "Proposals",
    "ProposedElement",
    "ProposedRelation",
    "Quote",
    "ReadOptions",
    "Rejection",
    "Tally",
    "Unread",
    "UnreadableDocument",
    "Withdrawal",
    "ground",
    "ingest_file",
    "ingest_files",
    "likely_unions",
    "link",
    "mapping_of",
    "unread_documents",
]
