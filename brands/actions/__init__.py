"""All that changes a brand: itself, its people, its tokens."""

from brands.actions.brands import edit_brand, open_brand
from brands.actions.invitations import accept, cancel, invite, resend
from brands.actions.members import change_role, remove
from brands.actions.tokens import create_token, revoke_token

__all__ = [
    "accept",
    "cancel",
    "change_role",
    "create_token",
    "edit_brand",
    "invite",
    "open_brand",
    "remove",
    "resend",
    "revoke_token",
]
