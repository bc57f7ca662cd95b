"""Typed public ids: `sub_8m2…`. The prefix names the kind; the rest is 100 random bits in Crockford's base 32."""

from __future__ import annotations

import re
import secrets
from typing import Any

from django.db import models

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 20
PATTERN = re.compile(rf"^[a-z]{{3}}_[{ALPHABET}]{{{LENGTH}}}$")


def new_id(prefix: str) -> str:
    return f"{prefix}_{random_token(LENGTH)}"


def random_token(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


class PublicIdField(models.CharField):  # type: ignore[type-arg]
    """A unique, unguessable id that pages, the API and the trail use; the integer key never leaves the database."""

    def __init__(self, prefix: str, **kwargs: Any) -> None:
        self.prefix = prefix
        kwargs.setdefault("max_length", len(prefix) + 1 + LENGTH)
        kwargs["unique"] = True
        kwargs["editable"] = False
        super().__init__(**kwargs)

    def get_default(self) -> str:
        return new_id(self.prefix)

    def has_default(self) -> bool:
        return True

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        for implied in ("unique", "editable", "max_length"):
            kwargs.pop(implied, None)
        return name, path, [self.prefix, *args], kwargs
