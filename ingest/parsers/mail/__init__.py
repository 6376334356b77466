"""E-mails, as notes: who wrote when, what they quote of others, and saved pages that come in the same format."""
