"""The words of each kind of news. They are put together when somebody reads them, in that person's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from notifications.codes import WORDED, Words


@dataclass(frozen=True)
class Sentence:
    """`%(name)s` in title and body stands for a value of the context. `mail`: whether it is worth a mail as well."""

    title: Words
    body: Words
    icon: str
    action: Words
    mail: bool = True


@dataclass(frozen=True)
class Worded:
    title: str
    body: str
    icon: str
    action: str


TO_WORK = _("Open the work")
TO_REQUEST = _("Open the request")
TO_LICENSE = _("Open the license")
TO_MEMBERS = _("Open the members")
TO_TOKENS = _("Open the tokens")
TO_ACCOUNT = _("Look at your account")
NOT_YOU = _("If it was not you, choose a new password at once and sign out everywhere else.")

# A second part after the event, such as `.brand`, is the same event told to somebody else.
SENTENCES: dict[str, Sentence] = {
    "submission.quarantined": Sentence(
        _("“%(work)s” needs your help"),
        _("The file cannot be shown as it is. The page of the work says why, and what you can do."),
        "shield-exclamation",
        _("See what to do"),
    ),
    "submission.quarantined.our_fault": Sentence(
        _("We could not check “%(work)s” yet"),
        _("Nothing is wrong with your file: the fault is ours, and we have been told."),
        "shield-exclamation",
        TO_WORK,
        mail=False,
    ),
    "submission.published": Sentence(
        _("“%(work)s” is published"),
        _("Everybody can see it in the gallery. Brands can ask you for it, and you answer each time."),
        "check-circle",
        TO_WORK,
    ),
    "submission.changes_requested": Sentence(
        _("A moderator asks for changes to “%(work)s”"),
        _("Read what to change, and send it again when you are ready."),
        "pencil-square",
        _("See what to change"),
    ),
    "submission.rejected": Sentence(
        _("“%(work)s” was not accepted"), _("The reason is on the page of the work."), "no-symbol", TO_WORK
    ),
    "submission.removed": Sentence(
        _("“%(work)s” was taken down"),
        _("Nobody else sees it any more. The reason is on the page of the work."),
        "no-symbol",
        TO_WORK,
    ),
    "submission.removed.licensee": Sentence(
        _("“%(work)s” by %(creator)s was taken down here"),
        _("License %(number)s no longer allows any use of it. Please stop using it."),
        "no-symbol",
        TO_LICENSE,
    ),
    "submission.withdrawn.licensee": Sentence(
        _("%(creator)s took “%(work)s” back"),
        _(
            "What ended: it is no longer shown here, and nobody can ask for it any more. What did not end: your "
            "license %(number)s. It cannot be taken back and goes on until its own end, as its terms say."
        ),
        "arrow-uturn-left",
        TO_LICENSE,
    ),
    "request.sent": Sentence(
        _("%(brand)s asks for “%(work)s”"),
        _("Read what they want to do with it, and answer by %(answer_by)s. Saying no costs you nothing."),
        "inbox-arrow-down",
        _("Read the request"),
    ),
    "request.withdrawn": Sentence(
        _("%(brand)s took back its request for “%(work)s”"),
        _("There is nothing left to answer."),
        "arrow-uturn-left",
        TO_REQUEST,
    ),
    "request.expired": Sentence(
        _("The request of %(brand)s for “%(work)s” ran out"),
        _("You did not answer, so nothing was granted."),
        "clock",
        TO_REQUEST,
        mail=False,
    ),
    "request.expired.brand": Sentence(
        _("Your request for “%(work)s” ran out"),
        _("%(creator)s did not answer in time. Silence is not a no: you can ask again."),
        "clock",
        TO_REQUEST,
    ),
    "request.lapsed.brand": Sentence(
        _("“%(work)s” by %(creator)s is no longer available"),
        _("Your request for it has ended, and nothing was agreed. Your requests and licenses for other works go on."),
        "no-symbol",
        TO_REQUEST,
    ),
    "request.declined.brand": Sentence(
        _("%(creator)s said no to your request for “%(work)s”"),
        _("Nothing was granted. If they left you a word, it is on the page of the request."),
        "hand-raised",
        TO_REQUEST,
    ),
    "license.granted": Sentence(
        _("You licensed “%(work)s” to %(brand)s"),
        _("License %(number)s. What you signed and your certificate are on its page."),
        "document-check",
        TO_LICENSE,
    ),
    "license.granted.brand": Sentence(
        _("%(creator)s grants you a license for “%(work)s”"),
        _("License %(number)s. The file, the credit line and the certificate are on its page."),
        "document-check",
        _("Get the file"),
    ),
    "license.revoked": Sentence(
        _("You revoked the license of %(brand)s for “%(work)s”"),
        _("License %(number)s is over from %(ended_from)s. %(brand)s has been told."),
        "no-symbol",
        TO_LICENSE,
    ),
    "license.revoked.brand": Sentence(
        _("%(creator)s revoked your license for “%(work)s”"),
        _("License %(number)s is over from %(ended_from)s. Take the work down by then."),
        "no-symbol",
        TO_LICENSE,
    ),
    "license.expired": Sentence(
        _("The license of %(brand)s for “%(work)s” has ended"),
        _("License %(number)s came to the end of its term. They may not publish the work anew."),
        "calendar-days",
        TO_LICENSE,
        mail=False,
    ),
    "license.expired.brand": Sentence(
        _("Your license for “%(work)s” has ended"),
        _("License %(number)s came to the end of its term. Take the work down, or ask %(creator)s again."),
        "calendar-days",
        TO_LICENSE,
    ),
    "license.suspended": Sentence(
        _("The license of %(brand)s for “%(work)s” is suspended"),
        _("License %(number)s allows no use until a moderator has looked into it."),
        "pause",
        TO_LICENSE,
    ),
    "license.suspended.brand": Sentence(
        _("Your license for “%(work)s” is suspended"),
        _("License %(number)s allows no use until a moderator has looked into it. Take the work down until then."),
        "pause",
        TO_LICENSE,
    ),
    "license.resumed": Sentence(
        _("The license of %(brand)s for “%(work)s” is in force again"),
        _("License %(number)s is no longer suspended."),
        "play",
        TO_LICENSE,
    ),
    "license.resumed.brand": Sentence(
        _("Your license for “%(work)s” is in force again"),
        _("License %(number)s is no longer suspended."),
        "play",
        TO_LICENSE,
    ),
    "license.terminated": Sentence(
        _("%(brand)s gave up its license for “%(work)s”"),
        _("License %(number)s is over. They may not publish the work anew."),
        "stop-circle",
        TO_LICENSE,
    ),
    "license.terminated.brand": Sentence(
        _("Your license for “%(work)s” was given up"),
        _("License %(number)s is over. Take the work down. %(creator)s has been told."),
        "stop-circle",
        TO_LICENSE,
    ),
    "license.superseded": Sentence(
        _("A newer license replaces %(number)s for “%(work)s”"),
        _("From now on the newer one says what %(brand)s may do."),
        "document-text",
        TO_LICENSE,
    ),
    "license.superseded.brand": Sentence(
        _("A newer license replaces %(number)s for “%(work)s”"),
        _("From now on the newer one says what you may do."),
        "document-text",
        TO_LICENSE,
    ),
    "license.delivered": Sentence(
        _("%(brand)s downloaded the file of “%(work)s”"),
        _("Under license %(number)s, with your credit and the license written into the file."),
        "arrow-down-tray",
        TO_LICENSE,
        mail=False,
    ),
    "use.noted": Sentence(
        _("%(brand)s notes a use of “%(work)s”"),
        _("Where: %(place)s. Under license %(number)s."),
        "megaphone",
        TO_LICENSE,
    ),
    "use.ended": Sentence(
        _("%(brand)s notes that a use of “%(work)s” has ended"),
        _("Where: %(place)s. Under license %(number)s."),
        "megaphone",
        TO_LICENSE,
        mail=False,
    ),
    "account.access_changed": Sentence(
        _("What your account may do here has changed"),
        _("An administrator changed it, for example that you moderate or no longer do. Ask them if you wonder why."),
        "key",
        _("Go to your pages"),
    ),
    "account.address_changed": Sentence(
        _("The main e-mail address of your account has changed"), NOT_YOU, "envelope", TO_ACCOUNT
    ),
    "account.password_changed": Sentence(_("Your password has changed"), NOT_YOU, "key", TO_ACCOUNT),
    "account.ways_changed.added": Sentence(_("New in how you sign in: %(added)s"), NOT_YOU, "key", TO_ACCOUNT),
    "account.ways_changed.removed": Sentence(
        _("No longer part of how you sign in: %(removed)s"), NOT_YOU, "key", TO_ACCOUNT
    ),
    "account.ways_changed.added.removed": Sentence(
        _("How you sign in has changed. New: %(added)s. Gone: %(removed)s"), NOT_YOU, "key", TO_ACCOUNT
    ),
    "member.joined": Sentence(
        _("%(person)s joined %(brand)s"), _("Their role: %(role)s."), "user-plus", TO_MEMBERS, mail=False
    ),
    "member.role_changed": Sentence(
        _("Your role in %(brand)s has changed"), _("It is now: %(role)s."), "users", TO_MEMBERS
    ),
    "member.left": Sentence(
        _("%(person)s left %(brand)s"),
        _("They no longer see anything of the brand."),
        "users",
        TO_MEMBERS,
        mail=False,
    ),
    "member.removed": Sentence(
        _("You are no longer a member of %(brand)s"),
        _("An owner of the brand removed you. What you did for it stays on record."),
        "users",
        _("Go to your pages"),
    ),
    "token.created": Sentence(
        _("%(person)s created an API token for %(brand)s"),
        _("A program that holds it can ask for rights decisions as %(brand)s. Revoke it if you did not expect it."),
        "key",
        TO_TOKENS,
    ),
    "token.revoked": Sentence(
        _("%(person)s revoked an API token of %(brand)s"),
        _("Programs that used it get no answer any more."),
        "key",
        TO_TOKENS,
        mail=False,
    ),
}


def worded(kind: str, context: Mapping[str, str]) -> Worded:
    """The sentence in the language that is active."""
    sentence = SENTENCES[kind]
    values = {name: WORDED[name](value) if name in WORDED else value for name, value in context.items()}
    return Worded(
        title=str(sentence.title) % values,
        body=str(sentence.body) % values,
        icon=sentence.icon,
        action=str(sentence.action),
    )
