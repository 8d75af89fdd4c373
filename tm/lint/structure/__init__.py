"""What elements and attributes each exchange format allows, as tables, and a validator that reads them in a stream."""
