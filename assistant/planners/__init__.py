"""Planners: what turns a question into an intent."""
