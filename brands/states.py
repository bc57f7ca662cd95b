"""What can happen to a brand, its members and its tokens."""

OPENED = "brand.opened"
CHANGED = "brand.changed"
INVITED = "member.invited"
RESENT = "invitation.resent"
CANCELED = "invitation.canceled"
JOINED = "member.joined"
ROLE_CHANGED = "member.role_changed"
REMOVED = "member.removed"
TOKEN_CREATED = "token.created"  # noqa: S105 - an event, not a secret
TOKEN_REVOKED = "token.revoked"  # noqa: S105 - an event, not a secret
EVENTS = (
    OPENED,
    CHANGED,
    INVITED,
    RESENT,
    CANCELED,
    JOINED,
    ROLE_CHANGED,
    REMOVED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
)
