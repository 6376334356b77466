"""Adapters of `graph.search.Embedder`: which of many texts are near each other."""
