from django.urls import path

from notifications import views

urlpatterns = [
    path("", views.notifications, name="notifications"),
    path("read/", views.read_all, name="notifications_read"),
    path("<str:public_id>/", views.open_one, name="notification"),
]
