"""For what a licensee wants to use a work: the closed list of a rights question."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from licensing.terms.vocabulary import AiUse, Edit


class Purpose(TextChoices):
    ORGANIC = "organic", _("Show it without paying for reach")
    PAID = "paid", _("Pay to have it shown")
    EDIT_CROP = "edit_crop", _("Crop it")
    EDIT_CAPTION = "edit_caption", _("Put text on it")
    EDIT_CUT = "edit_cut", _("Use parts of it")
    EDIT_COMBINE = "edit_combine", _("Combine it with other works")
    EDIT_AI = "edit_ai", _("Change it with AI")
    AI_GENERATIVE_TRAINING = "ai_generative_training", _("Train AI that makes new content")
    AI_OTHER_TRAINING = "ai_other_training", _("Train other AI")
    AI_INPUT = "ai_input", _("Input or reference for an AI tool")
    AI_REPLICA = "ai_replica", _("AI copy of a face or voice")
    AI_TDM = "ai_tdm", _("Text and data mining")


OF_EDITS = {
    Edit.CROP: Purpose.EDIT_CROP,
    Edit.CAPTION: Purpose.EDIT_CAPTION,
    Edit.CUT: Purpose.EDIT_CUT,
    Edit.COMBINE: Purpose.EDIT_COMBINE,
    Edit.AI_EDIT: Purpose.EDIT_AI,
}

OF_AI_USES = {
    AiUse.GENERATIVE_TRAINING: Purpose.AI_GENERATIVE_TRAINING,
    AiUse.OTHER_TRAINING: Purpose.AI_OTHER_TRAINING,
    AiUse.INPUT_OR_REFERENCE: Purpose.AI_INPUT,
    AiUse.FACE_OR_VOICE_REPLICA: Purpose.AI_REPLICA,
    AiUse.TEXT_AND_DATA_MINING: Purpose.AI_TDM,
}

# These publish nothing, so they have no channel.
WITHOUT_CHANNEL = frozenset({Purpose.AI_GENERATIVE_TRAINING, Purpose.AI_OTHER_TRAINING, Purpose.AI_TDM})

# Plain strings hash faster than members of an enum.
BY_EDIT = {edit.value: purpose.value for edit, purpose in OF_EDITS.items()}
BY_AI_USE = {use.value: purpose.value for use, purpose in OF_AI_USES.items()}
