"""Hands the demo's pictures in, as their creators would."""

from __future__ import annotations

from datetime import datetime

from django.core.files.base import ContentFile

from consent import actions as consent
from creators.models import Creator
from submissions import actions as submissions
from submissions.details import Details
from submissions.models import Submission, new_form_key
from ugc_platform.demo.pictures import Picture


def submit(creator: Creator, picture: Picture, content: bytes, moment: datetime) -> Submission:
    user = creator.user
    media_file = submissions.receive_upload(user=user, file=ContentFile(content, picture.filename), now=moment)
    return submissions.submit(
        creator=creator,
        actor=user,
        media_file=media_file,
        details=Details(
            title=picture.title,
            description=picture.description,
            alt_text=picture.alt_text,
            credit_line=creator.default_credit_line,
            rights_holder=picture.rights_holder,
            rights_holder_name=picture.rights_holder_name,
            people=picture.people,
            people_names=picture.people_names,
            releases_stated=bool(picture.people_names),
            ai_use=picture.ai_use,
            ai_note="The sky was made with an AI tool." if picture.ai_use == "assisted" else "",
            tags=picture.tags,
        ),
        notice=consent.current_notice("submission", user.language),
        form_key=new_form_key(),
        now=moment,
    )


def withdraw(submission: Submission, moment: datetime) -> None:
    submission.refresh_from_db()
    submissions.withdraw(
        submission=submission, actor=submission.creator.user, reason="I want to show it elsewhere first.", now=moment
    )
