from django.urls import path

from dashboards import views

urlpatterns = [
    path("welcome/", views.welcome, name="welcome"),
]
