from django.urls import path

from licensing.views import asking, brands, creators, signing

urlpatterns = [
    path("licensing/ask/<str:submission_id>/", asking.ask, name="ask"),
    path("b/<slug:slug>/request/<str:submission_id>/", asking.new_request, name="brand_request_new"),
    path("b/<slug:slug>/request/<str:submission_id>/preview/", asking.preview, name="brand_request_preview"),
    path("b/<slug:slug>/requests/", brands.requests, name="brand_requests"),
    path("b/<slug:slug>/requests/<str:request_id>/", brands.request_detail, name="brand_request"),
    path("b/<slug:slug>/requests/<str:request_id>/withdraw/", brands.withdraw, name="brand_request_withdraw"),
    path("b/<slug:slug>/licenses/", brands.licenses, name="brand_licenses"),
    path("b/<slug:slug>/licenses/<str:license_id>/", brands.license_detail, name="brand_license"),
    path("b/<slug:slug>/licenses/<str:license_id>/uses/", brands.note_use, name="brand_use_new"),
    path("b/<slug:slug>/licenses/<str:license_id>/uses/<str:use_id>/end/", brands.end_use, name="brand_use_end"),
    path("studio/requests/", creators.requests, name="studio_requests"),
    path("studio/requests/<str:request_id>/", creators.request_detail, name="studio_request"),
    path("studio/requests/<str:request_id>/decline/", creators.decline, name="studio_request_decline"),
    path("studio/requests/<str:request_id>/sign/", signing.sign, name="studio_request_sign"),
    path("studio/licenses/", creators.licenses, name="studio_licenses"),
    path("studio/licenses/<str:license_id>/", creators.license_detail, name="studio_license"),
    path("studio/licenses/<str:license_id>/granted/", signing.granted, name="studio_granted"),
    path("studio/licenses/<str:license_id>/revoke/", creators.revoke, name="studio_license_revoke"),
]
