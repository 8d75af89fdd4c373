"""Whether the tool that is to read a file would take it: a rule for each reason, with where it is known from."""
