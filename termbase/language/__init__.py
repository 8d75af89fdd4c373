"""What a text is made of: script, words, readings, sentences, documents."""
