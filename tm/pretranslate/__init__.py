"""Empty targets of a bilingual file filled from the memory, and all the rest of the file left as it is."""
