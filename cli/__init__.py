"""The command line: arguments in, one call down, text out."""
