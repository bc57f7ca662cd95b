"""The addresses of a demo."""

from django.urls import include, path

from ugc_platform.urls import urlpatterns as usual

urlpatterns = [*usual, path("dev/mail/", include("core.dev_mail"))]
