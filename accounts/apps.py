from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        from accounts import checks  # noqa: F401 - registers them

        # In admin they would be called "Accounts" and "MFA".
        apps.get_app_config("account").verbose_name = _("E-mail addresses")
        apps.get_app_config("mfa").verbose_name = _("Passkeys and second step")
