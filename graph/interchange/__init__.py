"""Formats in which cases travel."""
