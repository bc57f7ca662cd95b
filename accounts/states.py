"""What can happen to an account."""

REGISTERED = "account.registered"
CHANGED = "account.changed"
ACCESS_CHANGED = "account.access_changed"
ADDRESS_CHANGED = "account.address_changed"
PASSWORD_CHANGED = "account.password_changed"  # noqa: S105 - an event, not a secret
WAYS_CHANGED = "account.ways_changed"
EVENTS = (REGISTERED, CHANGED, ACCESS_CHANGED, ADDRESS_CHANGED, PASSWORD_CHANGED, WAYS_CHANGED)
