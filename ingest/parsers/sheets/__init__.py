"""Tables in files of their own: CSV and Excel sheets, of which every row is about one control, claim or action."""
