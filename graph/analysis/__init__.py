"""Exact analyses: pure functions of a case."""
