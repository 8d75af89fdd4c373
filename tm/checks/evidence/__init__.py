"""What the checks go by: capitals, clauses, marks, codes and renderings of a text."""
