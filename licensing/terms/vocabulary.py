"""The closed vocabulary of terms. A code, once used, keeps its meaning for ever; what grows is the list."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    WEBSITE = "website", _("Own website")
    ORGANIC_SOCIAL = "organic_social", _("Social media posts")
    PAID_SOCIAL = "paid_social", _("Paid social media")
    EMAIL = "email", _("E-mail and newsletters")
    PRINT = "print", _("Print")
    OUT_OF_HOME = "out_of_home", _("Posters and screens in public")
    TV = "tv", _("TV")
    IN_STORE = "in_store", _("Own shops")
    MARKETPLACE = "marketplace", _("Online marketplaces")
    PRESS = "press", _("Press")
    INTERNAL = "internal", _("Inside the organization")


# Where "in this country" can only mean "aimed at people in this country".
ONLINE = frozenset({Channel.WEBSITE, Channel.ORGANIC_SOCIAL, Channel.PAID_SOCIAL, Channel.EMAIL, Channel.MARKETPLACE})
# Where copies on paper may be left over when a license ends.
ON_PAPER = frozenset({Channel.PRINT, Channel.OUT_OF_HOME, Channel.IN_STORE, Channel.PRESS, Channel.INTERNAL})


class TermKind(TextChoices):
    MONTHS = "months", _("A number of months from the grant")
    FIXED = "fixed", _("From one date to another")
    PERPETUAL = "perpetual", _("For ever")


class Edit(TextChoices):
    CROP = "crop", _("Crop")
    CAPTION = "caption", _("Put text on it")
    CUT = "cut", _("Use parts of it")
    COMBINE = "combine", _("Combine with other works")
    AI_EDIT = "ai_edit", _("Change with AI")


class ExclusivityKind(TextChoices):
    NONE = "none", _("Not exclusive")
    EXCLUSIVE = "exclusive", _("Exclusive in a category")


class AiUse(TextChoices):
    """Five questions, each with an answer of its own; the names follow CAWG's training and data mining assertion."""

    GENERATIVE_TRAINING = "generative_training", _("Train AI that makes new content")
    OTHER_TRAINING = "other_training", _("Train other AI")
    INPUT_OR_REFERENCE = "input_or_reference", _("Input or reference for an AI tool")
    FACE_OR_VOICE_REPLICA = "face_or_voice_replica", _("AI copy of a face or voice")
    TEXT_AND_DATA_MINING = "text_and_data_mining", _("Text and data mining")


class Placement(TextChoices):
    BESIDE = "beside", _("Right beside the work")
    CAPTION = "caption", _("In the caption or the text of the post")
    ON_WORK = "on_work", _("On the work itself")
    CREDITS_PAGE = "credits_page", _("On a page with credits")


class CompensationKind(TextChoices):
    NONE = "none", _("No payment")
    PRODUCT = "product", _("A product")
    FLAT_FEE = "flat_fee", _("A fee, paid once")
    FLAT_FEE_AND_PRODUCT = "flat_fee_and_product", _("A fee and a product")


class PrintedMatter(TextChoices):
    USE_UP = "use_up", _("May be used up")
    WITHDRAW = "withdraw", _("Is taken back")


class RunningAds(TextChoices):
    STOP = "stop", _("Stop at once")
    FINISH = "finish", _("Booked ads may run for up to 30 days")


class Context(TextChoices):
    """Surroundings in which the creator does not want to see the work."""

    ALCOHOL = "alcohol", _("Alcohol")
    TOBACCO = "tobacco", _("Tobacco and nicotine")
    GAMBLING = "gambling", _("Gambling")
    POLITICS = "politics", _("Politics")
    RELIGION = "religion", _("Religion")
    ADULT = "adult", _("Sexual content")
    WEAPONS = "weapons", _("Weapons")
    HEALTH_CLAIMS = "health_claims", _("Health claims")
    WEIGHT_LOSS = "weight_loss", _("Weight loss")
    LOANS = "loans", _("Loans")
