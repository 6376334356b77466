"""What may be said about a case: one module a kind of question."""
