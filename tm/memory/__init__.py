"""The translation memory: where units are kept, and how the nearest earlier translation is found."""
