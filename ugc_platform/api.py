"""The JSON API under /api/v1/. Errors are problem documents (RFC 9457); the OpenAPI document is openapi.json."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import defaults
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from core.errors import DomainError
from core.problems import problem, with_wait
from licensing.api import router as rights

api = NinjaAPI(
    title=f"{settings.SITE_NAME} API",
    version="1",
    urls_namespace="api",
    docs_url=None,
    openapi_url="openapi.json",
)
api.add_router("/rights/", rights)


def refuse_unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for what is refused before any view: a page, or here a problem document."""
    if not request.path.startswith(reverse("api:api-root")):
        return defaults.bad_request(request, exception)
    return problem(
        400,
        "unreadable",
        _("The address or the form arrived in a shape that we do not understand. Nothing was changed."),
    )


@api.exception_handler(DomainError)
def refuse(request: HttpRequest, error: DomainError) -> HttpResponse:
    fields = {"fields": {name: str(message) for name, message in error.fields.items()}} if error.fields else {}
    return with_wait(problem(error.status, error.code, str(error.message), **fields), error)


@api.exception_handler(AuthenticationError)
def refuse_unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(401, "token_unknown", _("Send a token of your brand as “Authorization: Bearer …”."))


@api.exception_handler(Http404)
def refuse_missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, "not_found", _("There is nothing here that this token may see."))


@api.exception_handler(ValidationError)
def refuse_parameters(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields = {str(one["loc"][-1]): str(one["msg"]) for one in error.errors}
    return problem(422, "invalid", _("Some parameters are missing or cannot be read."), fields=fields)
