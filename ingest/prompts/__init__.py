"""The prompts, each a Markdown file with a version that is kept with what it produced."""
