"""The outside: commands, page, settings and the one place that chooses adapters."""
