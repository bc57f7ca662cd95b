from django.urls import path

from brands.views import brands, joining, members, tokens

urlpatterns = [
    path("new/", brands.new, name="brand_new"),
    path("join/<str:token>/", joining.join, name="brand_join"),
    path("<slug:slug>/settings/", brands.settings, name="brand_settings"),
    path("<slug:slug>/members/", members.members, name="brand_members"),
    path("<slug:slug>/members/<str:user_id>/role/", members.role, name="brand_member_role"),
    path("<slug:slug>/members/<str:user_id>/remove/", members.remove, name="brand_member_remove"),
    path("<slug:slug>/invitations/<str:invitation_id>/resend/", members.resend, name="brand_invitation_resend"),
    path("<slug:slug>/invitations/<str:invitation_id>/cancel/", members.cancel, name="brand_invitation_cancel"),
    path("<slug:slug>/tokens/", tokens.tokens, name="brand_tokens"),
    path("<slug:slug>/tokens/<str:token_id>/revoke/", tokens.revoke, name="brand_token_revoke"),
]
