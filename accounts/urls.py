from django.urls import path

from accounts import views

urlpatterns = [
    path("again/", views.again, name="account_again"),
]
