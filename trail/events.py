"""What the log records of itself."""

SKIPPED = "reader.skipped"
EVENTS = (SKIPPED,)
