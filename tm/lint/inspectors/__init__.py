"""One inspector for each format: it takes a file and says which rules it breaks, and where."""
