"""What this app writes into the trail."""

DECIDED = "decision.made"
EVENTS = (DECIDED,)
