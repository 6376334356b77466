"""Extractors: what a document says, as proposals."""
