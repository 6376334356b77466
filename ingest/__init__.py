"""Documents in: proposes what a document says, never decides."""

from ingest.document import Block, BlockKind, PageStart, ParsedDocument
from ingest.errors import UnreadableDocument
from ingest.extraction import Extractor, Proposals, ProposedElement, ProposedRelation, Quote
from ingest.grounding import Grounded, Rejection, ground
from ingest.linking import Linked, link
from ingest.pipeline import DocumentReport, IngestStatus, Intake, Progress, Tally, ingest_file, ingest_files

__all__ = [
    "Block",
    "BlockKind",
    "DocumentReport",
    "Extractor",
    "Grounded",
    "IngestStatus",
    "Intake",
    "Linked",
    "PageStart",
    "ParsedDocument",
    "Progress",
    "Proposals",
    "ProposedElement",
    "ProposedRelation",
    "Quote",
    "Rejection",
    "Tally",
    "UnreadableDocument",
    "ground",
    "ingest_file",
    "ingest_files",
    "link",
]
