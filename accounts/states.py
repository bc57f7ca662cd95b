"""What can happen to an account."""

REGISTERED = "account.registered"
CHANGED = "account.changed"
EVENTS = (REGISTERED, CHANGED)
