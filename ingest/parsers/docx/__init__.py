"""Word files: headings by style, lists by number, tables, notes and comments, tracked changes as accepted."""
