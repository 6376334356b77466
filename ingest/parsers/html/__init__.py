"""Saved web pages and exports: the words that a reader of the page sees, with headings, lists, tables and notes."""
