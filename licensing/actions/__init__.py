"""Everything that changes a request, a license or a use. Pages, API, admin, commands and tasks call these."""

from licensing.actions.deliveries import deliver
from licensing.actions.grants import grant
from licensing.actions.lapsing import end_with_work, expire_due
from licensing.actions.licenses import revoke
from licensing.actions.requests import decline, see, send_request, withdraw_request
from licensing.actions.uses import end_use, note_use

__all__ = [
    "decline",
    "deliver",
    "end_use",
    "end_with_work",
    "expire_due",
    "grant",
    "note_use",
    "revoke",
    "see",
    "send_request",
    "withdraw_request",
]
