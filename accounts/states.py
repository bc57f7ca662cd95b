"""What can happen to an account."""

REGISTERED = "account.registered"
CHANGED = "account.changed"
ACCESS_CHANGED = "account.access_changed"
EVENTS = (REGISTERED, CHANGED, ACCESS_CHANGED)
