"""The site's addresses, and beside them the bare views."""

from django.urls import include, path

from bench import bare

urlpatterns = [
    path("bench/cards/", bare.cards),
    path("bench/orm-json/", bare.orm_json),
    path("", include("ugc_platform.urls")),
]
