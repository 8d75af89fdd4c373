"""Safe suggestions applied in a copy of a file, and all the rest of the file left as it is."""
