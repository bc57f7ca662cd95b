from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from core.errors import Invalid, Message


class TermsInvalid(Invalid):
    """`fields` names each field by its path (`term.ends_at`) with what is wrong, in the language of the request."""

    def __init__(self, fields: Mapping[str, Message]) -> None:
        super().__init__(_("These terms cannot be used as they are."), code="terms_invalid", fields=fields)

    def __str__(self) -> str:
        return "; ".join(f"{name}: {message}" for name, message in self.fields.items())
