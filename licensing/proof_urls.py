from django.urls import path

from licensing.views import handing_over, verifying

urlpatterns = [
    path("verify/", verifying.start, name="verify_start"),
    path("verify/verify_proof.py", verifying.program, name="verify_program"),
    path("verify/<str:number>/", verifying.verify, name="verify"),
    path("licenses/<str:public_id>/certificate.pdf", handing_over.certificate_pdf, name="certificate"),
    path("licenses/<str:public_id>/proof.json", handing_over.proof, name="license_proof"),
    path("licenses/<str:public_id>/file/", handing_over.deliver, name="deliver"),
]
