from django.urls import path

from consent import views

urlpatterns = [
    path("consents/", views.consents, name="consents"),
    path("consents/<str:public_id>/", views.consent, name="consent"),
]
