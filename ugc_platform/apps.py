from django.apps import AppConfig


class UgcPlatformConfig(AppConfig):
    name = "ugc_platform"
