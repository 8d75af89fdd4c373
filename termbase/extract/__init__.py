"""New terms in running text: candidates of each language, their rank, their pairs."""
