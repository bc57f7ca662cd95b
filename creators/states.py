"""What can happen to a creator's profile."""

OPENED = "creator.opened"
CHANGED = "creator.changed"
EVENTS = (OPENED, CHANGED)
