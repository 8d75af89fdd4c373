"""What elements and attributes each exchange format allows, as tables, and a validator of streams."""
