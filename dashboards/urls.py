from django.urls import path

from dashboards.views import welcome

urlpatterns = [
    path("welcome/", welcome.welcome, name="welcome"),
    path("welcome/creator/", welcome.become_creator, name="welcome_creator"),
]
