from django.urls import path

from dashboards import tracking, tracking_acts
from dashboards.views import brand, consents, home, proofs, studio, welcome

urlpatterns = [
    path("home/", home.home, name="home"),
    path("studio/", studio.studio, name="studio"),
    path("studio/consents/", consents.consents, name="consents"),
    path("studio/consents/<str:public_id>/", consents.consent, name="consent"),
    path("studio/consents/<str:public_id>/proof.json", proofs.consent_proof, name="consent_proof"),
    path("studio/submissions/<str:public_id>/proof.json", proofs.work_proof, name="work_proof"),
    path("b/<slug:slug>/", brand.brand, name="brand"),
    path("welcome/", welcome.welcome, name="welcome"),
    path("welcome/creator/", welcome.become_creator, name="welcome_creator"),
    path("studio/submissions/", tracking.works, name="tracking"),
    path("studio/submissions/<str:public_id>/", tracking.work, name="tracking_submission"),
    path("studio/submissions/<str:public_id>/status/", tracking.status, name="tracking_status"),
    path("studio/submissions/<str:public_id>/edit/", tracking_acts.edit, name="tracking_edit"),
    path("studio/submissions/<str:public_id>/withdraw/", tracking_acts.withdraw, name="tracking_withdraw"),
    path("studio/consents/<str:public_id>/withdraw/", tracking_acts.withdraw_consent, name="consent_withdraw"),
]
