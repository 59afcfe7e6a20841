"""New or open: a table of one's own, read, asked, understood, and used."""
