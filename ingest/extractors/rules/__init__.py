"""The offline extractor: general rules over headings, numbers, lists, tables and sentences."""

from ingest.extractors.rules.extractor import RulesExtractor

__all__ = ["RulesExtractor"]
