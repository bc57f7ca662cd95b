"""Settings: one file in sections, read from the environment. docs/settings.md lists each own variable."""

from __future__ import annotations

import os
import sys
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

# --- What kind of run this is -----------------------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
# DEMO fills an empty database with a small world, prints its log-ins and shows mail on a page. Never for real people.
DEMO = env.bool("DEMO", default=False)
TESTING = env.bool("TESTING", default=False)
PRODUCTION = not (DEBUG or DEMO or TESTING)

SITE_NAME = env.str("SITE_NAME", default="Tilsagn")
# Scheme and host that mails, certificates and QR codes point to.
SITE_URL = env.str("SITE_URL", default="http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# --- Secrets ----------------------------------------------------------------------------------------------------------
DEVELOPMENT_SECRET = "development-only-secret-never-for-real-people"  # noqa: S105
SECRET_KEY = env.str("SECRET_KEY", default="" if PRODUCTION else DEVELOPMENT_SECRET)
if PRODUCTION and (not SECRET_KEY or SECRET_KEY == DEVELOPMENT_SECRET):
    raise ImproperlyConfigured(
        "SECRET_KEY is missing or is the development one. Set SECRET_KEY to a long random value, "
        "or set DEMO=1 to look around with made-up people."
    )
if PRODUCTION and (len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10):
    raise ImproperlyConfigured(
        "SECRET_KEY can be guessed: it needs 50 characters or more, and not a few over and over. This makes one: "
        "python -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )

# --- Apps -------------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_countries",
    "ninja",
    "core",
    "trail",
    "accounts",
    "consent",
    "creators",
    "brands",
    "submissions",
    "licensing",
    "moderation",
    "galleries",
    "notifications",
    "dashboards",
    "privacy",
    "ugc_platform",
]
# Social sign-in by settings alone: SOCIAL_PROVIDERS=google,github, credentials in SOCIALACCOUNT_PROVIDERS_JSON.
SOCIAL_PROVIDERS = env.list("SOCIAL_PROVIDERS", default=[])
INSTALLED_APPS += [f"allauth.socialaccount.providers.{name}" for name in SOCIAL_PROVIDERS]
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = env.json("SOCIALACCOUNT_PROVIDERS_JSON", default={})
# The browser is sent there by a form of ours, which the Content-Security-Policy has to know.
SOCIAL_SIGN_IN_ORIGINS = env.list("SOCIAL_SIGN_IN_ORIGINS", default=[])

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.unreadable.UnreadableAddressMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.PersonalAnswerMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "core.middleware.BodyLimitMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "core.unreadable.UnreadableValuesMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.zones.TimeZoneMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "core.middleware.SignInMiddleware",
    "core.middleware.WrongMethodMiddleware",
    "core.middleware.DomainErrorMiddleware",
]
ROOT_URLCONF = "ugc_platform.urls"
WSGI_APPLICATION = "ugc_platform.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Templates --------------------------------------------------------------------------------------------------------
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.site",
                "dashboards.context_processors.navigation",
            ],
        },
    }
]
FORM_RENDERER = "core.forms.FormRenderer"

# --- Database ---------------------------------------------------------------------------------------------------------
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
}
_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    _database["ENGINE"] = "core.strict_sqlite"
    # IMMEDIATE: a deferred transaction that later writes fails with "database is locked" under load.
    # FULL: an acknowledged grant survives a power cut, not only a crash of the process.
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000; "
        # INSERT OR REPLACE deletes: with this, it asks the triggers of a DELETE.
        "PRAGMA recursive_triggers=ON;",
    }
    _database["CONN_MAX_AGE"] = None
else:
    _database.setdefault("OPTIONS", {})["pool"] = {
        "min_size": 1,
        "max_size": env.int("DATABASE_POOL_SIZE", default=8),
    }

# --- Cache ------------------------------------------------------------------------------------------------------------
# Holds the counters of rate limits, which all processes must share: a table, unless CACHE_URL names a Redis.
# Django's 300 entries would let an attacker push counters out by asking from, or for, 300 others.
CACHES: dict[str, dict[str, Any]] = {
    "default": env.cache_url("CACHE_URL", default="dbcache://core_cache?max_entries=20000")
}

# --- Files ------------------------------------------------------------------------------------------------------------
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/never-served-by-path/"
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "core.stylesheet.StylesheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
S3_BUCKET = env.str("S3_BUCKET", default="")
# Whether browsers fetch pictures from the store, by links that run for seconds, or from us.
S3_LINKS = env.bool("S3_LINKS", default=True)
STORAGES: dict[str, dict[str, Any]] = {
    # Keys are chosen by us: writing one again is meant to replace what a dead worker left there.
    "default": {"BACKEND": "core.storage.DurableFileSystemStorage", "OPTIONS": {"allow_overwrite": True}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Where the browser follows a presigned link to: the store's host, with the bucket in its path or in its name.
PICTURE_ORIGINS: list[str] = []
if S3_BUCKET:
    _store = urlsplit(env.str("S3_ENDPOINT_URL", default="") or "https://s3.amazonaws.com")
    _hosts = [_store.netloc, f"{S3_BUCKET}.{_store.netloc}"]
    if region := env.str("S3_REGION", default=""):
        _hosts += [f"{S3_BUCKET}.s3.{region}.amazonaws.com"] if _store.netloc == "s3.amazonaws.com" else []
    PICTURE_ORIGINS = [f"{_store.scheme}://{host}" for host in _hosts] if S3_LINKS else []
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT_URL", default=None),
            "region_name": env.str("S3_REGION", default=None),
            "access_key": env.str("S3_ACCESS_KEY", default=None),
            "secret_key": env.str("S3_SECRET_KEY", default=None),
            # Left unsaid, links for some regions get a signature of the version before, which most stores refuse.
            "signature_version": "s3v4",
            "default_acl": "private",
            "querystring_auth": True,
            "querystring_expire": 5,
            "file_overwrite": True,
        },
    }
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
# On the same disk as the files, so that a file that has arrived is renamed, not copied.
TEMP_DIR = VAR_DIR / "temporary"
(TEMP_DIR / "uploads").mkdir(parents=True, exist_ok=True)
FILE_UPLOAD_TEMP_DIR = str(TEMP_DIR / "uploads")
FILE_UPLOAD_HANDLERS = ["core.uploads.HashingUploadHandler"]
# No form of ours has more than this; an empty file field counts, too.
DATA_UPLOAD_MAX_NUMBER_FILES = 4
# Larger files are refused while they arrive, not after.
UPLOAD_LIMIT_BYTES = env.int("UPLOAD_LIMIT_BYTES", default=50 * 1024 * 1024)

# --- People and sign-in -----------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
# E-mail addresses are unique in any spelling by a constraint on Lower("email"), which the check does not see.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["accounts.backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/home/"
ACCOUNT_SIGNUP_REDIRECT_URL = "/welcome/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "signup": "accounts.forms.signup.SignupForm",
    "login": "accounts.forms.sign_in.LoginForm",
    "add_email": "accounts.forms.sign_in.AddEmailForm",
    "change_email": "accounts.forms.sign_in.ChangeEmailForm",
    "change_password": "accounts.forms.sign_in.ChangePasswordForm",
    "set_password": "accounts.forms.sign_in.SetPasswordForm",
    "reset_password": "accounts.forms.sign_in.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.sign_in.ResetPasswordKeyForm",
    "reauthenticate": "accounts.forms.sign_in.ReauthenticateForm",
    "confirm_email_verification_code": "accounts.forms.sign_in.ConfirmEmailCodeForm",
}
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
# Only a new account could change it in place, which would tell it apart from a known one: people sign up again instead.
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = False
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_BY_CODE_ENABLED = False
# Whoever changes how somebody signs in has shown within these seconds that it is them.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# People are told by the trail, which loses nothing.
ACCOUNT_EMAIL_NOTIFICATIONS = False
# People who come by another service are asked for their age as well: no account without the form.
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_FORMS = {"signup": "accounts.forms.signup.SocialSignupForm"}
MFA_FORMS = {
    "authenticate": "accounts.forms.sign_in.SecondStepForm",
    "reauthenticate": "accounts.forms.sign_in.ReauthenticateByCodeForm",
    "activate_totp": "accounts.forms.sign_in.ActivateAppForm",
    "add_webauthn": "accounts.forms.sign_in.AddPasskeyForm",
    "edit_webauthn": "accounts.forms.sign_in.EditPasskeyForm",
}
MFA_ADAPTER = "accounts.adapter.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_TOTP_ISSUER = SITE_NAME
USERSESSIONS_TRACK_ACTIVITY = False
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)

# --- Mail -------------------------------------------------------------------------------------------------------------
# In production it has to be set: the deploy check refuses this machine as an address.
_hello = "hello@localhost" if PRODUCTION else "hello@demo.example"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"{SITE_NAME} <{_hello}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Who is responsible for people's data, and where to write to them; both stand in the consent notices.
OPERATOR_NAME = env.str("OPERATOR_NAME", default=SITE_NAME)
OPERATOR_CONTACT = env.str("OPERATOR_CONTACT", default=parseaddr(DEFAULT_FROM_EMAIL)[1])
if PRODUCTION:
    EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
    vars().update(EMAIL_CONFIG)
else:
    EMAIL_BACKEND = "core.mail.CapturingBackend"

# --- Background work --------------------------------------------------------------------------------------------------
# A message only wakes a worker up; the work is a row. So a lost message, or a lost broker, loses nothing.
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default="filesystem://localhost")
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"
# Whoever acts waits for the wake-up: one attempt, and no long one. Workers connect again by themselves.
CELERY_BROKER_CONNECTION_TIMEOUT = 1.0
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {"socket_connect_timeout": 1, "socket_timeout": 2, "max_retries": 0}
if CELERY_BROKER_URL.startswith("filesystem://"):
    _broker_dir = VAR_DIR / "broker"
    for _name in ("messages", "control", "processed"):
        (_broker_dir / _name).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(_broker_dir / "messages"),
        "data_folder_out": str(_broker_dir / "messages"),
        "control_folder": str(_broker_dir / "control"),
        "processed_folder": str(_broker_dir / "processed"),
        "store_processed": False,
        "polling_interval": 0.1,
    }
    CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat")
CELERY_BEAT_SCHEDULE = {
    "sweep-jobs": {"task": "core.tasks.sweep", "schedule": 5.0, "options": {"expires": 5}},
    "sweep-uploads": {"task": "submissions.tasks.sweep_uploads", "schedule": 3600.0, "options": {"expires": 3600}},
    "sequence-trail": {"task": "trail.tasks.advance", "schedule": 5.0, "options": {"expires": 5}},
    "expire-licensing": {"task": "licensing.tasks.expire_due", "schedule": 60.0, "options": {"expires": 60}},
}

# --- Languages and time -----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("da", _("Danish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["core.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Security ---------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:", *PICTURE_ORIGINS],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *SOCIAL_SIGN_IN_ORIGINS],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "core.views.csrf_failure"
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True
    if env.bool("TRUST_X_FORWARDED_PROTO", default=False):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Trail ------------------------------------------------------------------------------------------------------------
# The name of the log, which stands in every checkpoint and never changes: a log under another name is another log.
TRAIL_ORIGIN = env.str("TRAIL_ORIGIN", default=f"{urlsplit(SITE_URL).hostname}/trail")
# Who signs checkpoints: another process behind a Unix socket, a key in the environment, or a key in a file.
TRAIL_SIGNER = env.str("TRAIL_SIGNER", default="")
TRAIL_SIGNING_KEY = env.str("TRAIL_SIGNING_KEY", default="")
# Only the embedded default makes one by itself: several machines must not each have their own.
TRAIL_SIGNING_KEY_FILE = env.str(
    "TRAIL_SIGNING_KEY_FILE", default=str(VAR_DIR / "trail.key") if "sqlite" in _database["ENGINE"] else ""
)
# Each is called by verify_trail with nothing and yields a sentence for every row that does not agree with its entry.
TRAIL_FACT_CHECKS = [
    "accounts.verification.accounts_match_entries",
    "creators.verification.profiles_match_entries",
    "brands.verification.brands_match_entries",
    "consent.verification.records_match_entries",
    "submissions.verification.submissions_match_entries",
    "licensing.verification.licenses_match_entries",
    "moderation.verification.decisions_match_entries",
]

# --- Logs -------------------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "stream": sys.stderr}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "celery.app.trace": {"level": "WARNING"},
        "pyvips": {"level": "WARNING"},
    },
}
os.environ.setdefault("TZ", "UTC")
