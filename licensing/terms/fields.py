"""Reads one level of a mapping field by field, strictly, and gathers what is wrong under each field's path."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from core import names, quotation
from core.text import has_hidden, line

Choice = TypeVar("Choice", bound=TextChoices)

FIRST_YEAR, LAST_YEAR = 2000, 2200
MAX_LINK = 300


class Fields:
    """`stored`: a value from before today's rules for words must stay readable."""

    def __init__(self, value: object, errors: dict[str, str], path: str = "", *, stored: bool = False) -> None:
        self._errors = errors
        self._path = path
        self._stored = stored
        self._known: set[str] = set()
        self._values: Mapping[Any, Any] = {}
        if isinstance(value, Mapping):
            self._values = value
        elif value is not None:
            self.refuse("", _("This must be an object with named fields."))

    def refuse(self, name: str, message: str) -> None:
        self._errors.setdefault(".".join(part for part in (self._path, name) if part), message)

    def has(self, name: str) -> bool:
        return self._take(name) not in (None, "", [], ())

    def section(self, name: str) -> Fields:
        path = f"{self._path}.{name}" if self._path else name
        return Fields(self._take(name), self._errors, path, stored=self._stored)

    def refuse_unknown(self) -> None:
        for name in self._values:
            if name not in self._known:
                self.refuse(_shown(name), _("There is no such field."))

    def boolean(self, name: str, default: bool) -> bool:
        value = self._take(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.refuse(name, _("Answer with yes or no."))
            return default
        return value

    def integer(self, name: str, lowest: int, highest: int, *, outside: str = "") -> int | None:
        """A whole number, or digits as text: in canonical JSON money is text. `outside`: what to say of another one."""
        value = self._take(name)
        if value is None or value == "":
            return None
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 20:
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse(name, _("This must be a whole number."))
            return None
        if not lowest <= value <= highest:
            between = _("This must be between %(lowest)s and %(highest)s.") % {"lowest": lowest, "highest": highest}
            self.refuse(name, outside or between)
            return None
        return value

    def text(self, name: str, longest: int) -> str:
        return self._text(name, self._take(name), longest)

    def words(self, name: str, longest: int, *, colon: bool = False) -> str:
        """A text that stands inside sentences of ours: a name, or a few words."""
        return self._words(name, self._take(name), longest, colon)

    def names(self, name: str, longest: int, most: int) -> tuple[str, ...]:
        texts = [self._words(name, value, longest) for value in self._list(name)]
        if len(texts) > most:
            self.refuse(name, _("Name at most %(most)s.") % {"most": most})
        if "" in texts and texts:
            self.refuse(name, _("A name is empty."))
        if len({text.casefold() for text in texts}) < len(texts):
            self.refuse(name, _("A name stands here twice."))
        return tuple(sorted(texts))

    def choice(self, name: str, kind: type[Choice]) -> Choice | None:
        value = self._take(name)
        if value is None or value == "":
            return None
        found = self._choice(name, value, kind)
        return found[0] if found else None

    def choices(self, name: str, kind: type[Choice]) -> frozenset[Choice]:
        return frozenset(found for value in self._list(name) for found in self._choice(name, value, kind))

    def strings(self, name: str) -> list[str]:
        values = self._list(name)
        if all(isinstance(value, str) for value in values):
            return list(values)
        self.refuse(name, _("This must be a list of codes."))
        return []

    def moment(self, name: str, *, whole_seconds: bool = True) -> datetime | None:
        """An aware datetime, or one as RFC 3339; turned into UTC."""
        value = self._take(name)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(value)
            except ValueError:
                value = None
        if not isinstance(value, datetime):
            self.refuse(name, _("Give a date and time such as 2027-03-01T00:00:00Z."))
            return None
        if value.utcoffset() is None:
            self.refuse(name, _("Give the time zone too, such as 2027-03-01T00:00:00Z."))
            return None
        if not FIRST_YEAR < value.year < LAST_YEAR:
            self.refuse(name, _("This date is too far away."))
            return None
        value = value.astimezone(UTC)
        if whole_seconds and value.microsecond:
            self.refuse(name, _("Give the time in whole seconds."))
            return None
        return value

    def link(self, name: str) -> str:
        value = self.text(name, MAX_LINK)
        if value and not (_is_safe_link(value) and (self._stored or not quotation.has_marks(value))):
            self.refuse(name, _("Give a full address that begins with https://."))
            return ""
        return value

    def _take(self, name: str) -> Any:
        self._known.add(name)
        return self._values.get(name)

    def _list(self, name: str) -> list[Any]:
        value = self._take(name)
        if value is None:
            return []
        if isinstance(value, str) or not isinstance(value, Collection) or isinstance(value, Mapping):
            self.refuse(name, _("This must be a list."))
            return []
        return list(value)

    def _choice(self, name: str, value: object, kind: type[Choice]) -> list[Choice]:
        if isinstance(value, str):
            try:
                return [kind(value)]
            except ValueError:
                pass
        self.refuse(name, _("“%(value)s” is not one of the choices.") % {"value": _shown(value)})
        return []

    def _words(self, name: str, value: object, longest: int, colon: bool = False) -> str:
        text = self._text(name, value, longest)
        fault = "" if self._stored else names.fault(text, colon=colon)
        if fault:
            self.refuse(name, fault)
        return text

    def _text(self, name: str, value: object, longest: int) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self.refuse(name, _("This must be text."))
            return ""
        if has_hidden(value):
            self.refuse(name, _("Remove line breaks and hidden characters from this text."))
            return ""
        text = unicodedata.normalize("NFC", value).strip() if line(value) else ""
        if len(text) > longest:
            self.refuse(name, _("Use at most %(longest)s characters.") % {"longest": longest})
            return ""
        return text


def _shown(value: object) -> str:
    return line(str(value))[:40]


def _is_safe_link(value: str) -> bool:
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
        plain_host = parts.port is None and parts.username is None and "." in host.strip(".")
    except ValueError:
        return False
    harmless = not any(character.isspace() or character in "\"'<>\\`{}|^" for character in value)
    return parts.scheme == "https" and plain_host and harmless and "@" not in parts.netloc
