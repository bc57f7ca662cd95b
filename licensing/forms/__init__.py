"""What people type on the pages of licensing."""

from licensing.forms.answering import DeclineForm, RevokeForm, SignForm
from licensing.forms.asking import RequestForm
from licensing.forms.uses import EndUseForm, UseForm

__all__ = ["DeclineForm", "EndUseForm", "RequestForm", "RevokeForm", "SignForm", "UseForm"]
