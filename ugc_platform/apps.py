from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class UgcPlatformConfig(AppConfig):
    name = "ugc_platform"

    def ready(self) -> None:
        # Background jobs and readers of the trail are known in every process, not in workers only.
        autodiscover_modules("tasks", "readers")
