"""Everything that changes a submission or its files."""

from submissions.actions.checking import fail_check, pass_check, retry_check, start_check
from submissions.actions.handing_in import resubmit, submit
from submissions.actions.receiving import discard_upload, receive_upload, sweep_uploads
from submissions.actions.reviewing import publish, reject, remove, request_changes
from submissions.actions.withdrawing import withdraw, withdraw_consent

__all__ = [
    "discard_upload",
    "fail_check",
    "pass_check",
    "publish",
    "receive_upload",
    "reject",
    "remove",
    "request_changes",
    "resubmit",
    "retry_check",
    "start_check",
    "submit",
    "sweep_uploads",
    "withdraw",
    "withdraw_consent",
]
