"""What is written into a picture about its rights."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from core.text import line

PLUS_VOCABULARY = "http://ns.useplus.org/ldf/vocab/"
DATA_MINING_PROHIBITED = PLUS_VOCABULARY + "DMI-PROHIBITED"
DATA_MINING_PROHIBITED_AI_TRAINING = PLUS_VOCABULARY + "DMI-PROHIBITED-AIMLTRAINING"
DATA_MINING_PROHIBITED_GENERATIVE = PLUS_VOCABULARY + "DMI-PROHIBITED-GENAIMLTRAINING"
DATA_MINING_PROHIBITED_EXCEPT_SEARCH = PLUS_VOCABULARY + "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"
DATA_MINING_SEE_CONSTRAINT = PLUS_VOCABULARY + "DMI-PROHIBITED-SEECONSTRAINT"
DATA_MINING_ALLOWED = PLUS_VOCABULARY + "DMI-ALLOWED"

_ADDRESSES = ("web_statement", "licensor_url")
_MAX_LINE, _MAX_TERMS, _MAX_ADDRESS = 500, 4000, 2000


@dataclass(frozen=True)
class Rights:
    """Texts are cleaned as they come in; an address that is not http(s), or a text beyond its length, is a ValueError.

    `data_mining` is a term of the PLUS vocabulary, `digital_source_type` one of IPTC's; both are full URIs.
    """

    creator: str = ""
    credit_line: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    web_statement: str = ""
    license_number: str = ""
    licensor_name: str = ""
    licensor_url: str = ""
    data_mining: str = ""
    digital_source_type: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            text = line(getattr(self, field.name))
            limit = {"usage_terms": _MAX_TERMS, **dict.fromkeys(_ADDRESSES, _MAX_ADDRESS)}.get(field.name, _MAX_LINE)
            if len(text) > limit:
                raise ValueError(f"{field.name} has more than {limit} characters")
            if field.name in _ADDRESSES and text and not re.fullmatch(r"https?://[^\s<>\"]+", text):
                raise ValueError(f"{field.name} is no web address")
            object.__setattr__(self, field.name, text)
        if self.data_mining and not re.fullmatch(re.escape(PLUS_VOCABULARY) + r"DMI-[A-Z-]+", self.data_mining):
            raise ValueError("data_mining is no term of the PLUS vocabulary")
