from allauth import urls as allauth_urls
from django.urls import path

from accounts import views
from accounts.watching import watched

urlpatterns = [
    path("", views.overview, name="account_overview"),
    path("time-zone/", views.choose_time_zone, name="account_time_zone"),
    path("again/", views.again, name="account_again"),
    path("password/set/", views.choose_password, name="account_set_password"),
    *watched(allauth_urls.urlpatterns),
]
