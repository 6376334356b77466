"""PDF: from characters with places on a page to headings, paragraphs, lists, tables and footnotes."""
