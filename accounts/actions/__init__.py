"""All that changes an account: itself, what it may do, how its person signs in."""

from accounts.actions.access import set_access
from accounts.actions.accounts import choose_language, choose_time_zone, open_account, register, rename
from accounts.actions.signing_in import PasswordProof, change_password, note_ways

__all__ = [
    "PasswordProof",
    "change_password",
    "choose_language",
    "choose_time_zone",
    "note_ways",
    "open_account",
    "register",
    "rename",
    "set_access",
]
