"""The translation memory: units of aligned segments."""
