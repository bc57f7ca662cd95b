"""The few ways in which an act can be refused. One handler turns them into a page, one into a problem document."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise

Message = str | Promise


class DomainError(Exception):
    """Base: `code` is stable for programs, `message` is for the person, in the language of the request."""

    status = 400

    def __init__(self, message: Message, *, code: str, fields: Mapping[str, Message] | None = None) -> None:
        super().__init__(code)
        self.message = message
        self.code = code
        self.fields = dict(fields or {})


class Invalid(DomainError):
    """What was typed cannot be taken; `fields` names each field with its reason."""

    status = 422


class NotAllowed(DomainError):
    """This person may not do this. Something that they may not even see is a 404 instead."""

    status = 403


class WrongMethod(DomainError):
    """The address is there, but is reached in another way."""

    status = 405


class Conflict(DomainError):
    """It is not possible now: the state has moved on, or somebody else was first. Nothing was changed."""

    status = 409


class TooMany(DomainError):
    """Allowed, but not so often. Waiting helps, for `retry_after` seconds where that is known."""

    status = 429

    def __init__(self, message: Message, *, code: str, retry_after: int | None = None) -> None:
        super().__init__(message, code=code)
        self.retry_after = retry_after


class TooLarge(DomainError):
    """More than is ever read of a request. Nothing of it was looked at."""

    status = 413


class Unavailable(DomainError):
    """Our fault, and it will pass: a disk is full, a store does not answer. Trying again later is safe."""

    status = 503
