"""Would the tool that is to read a file take it? One rule for each reader and reason, with where it is known from."""
