"""What an address may ask of claims: the same filter names as on the command line."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field, field_validator

from enduse.model.kept import ClaimFilter
from enduse.service import asking

ROWS_A_PAGE = 50


class Asking(BaseModel):
    """What every page may be asked; a name that it does not know is refused, so that no filter is passed over."""

    model_config = ConfigDict(extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_absent(cls, value: object) -> object:
        """A field that a form left empty asks nothing."""
        if isinstance(value, list):
            return [one for one in value if one != ""]
        return None if value == "" else value


class Paged(Asking):
    """A page of rows."""

    limit: int | None = Field(None, ge=1, le=10_000, description="At most so many rows.")
    after: int | None = Field(None, ge=0, le=2**63 - 1, description="Go on after the page that ended with this.")


class AsOf(Asking):
    """The ledger as it was."""

    as_of: str | None = Field(None, description="As the ledger was then: a day, or an instant of UTC.")


class Claims(Paged, AsOf):
    """The filters of `enduse claims`."""

    types: str | None = Field(None, description="Only claims of these types, such as transfer,ceasefire.")
    statuses: str | None = Field(None, description="Only these statuses, or states of ceasefires.")
    stances: str | None = Field(None, description="Only these stances: stated, alleged, denied.")
    supplier: str | None = Field(None, description="Words that must stand in the supplier's name.")
    recipient: str | None = Field(None, description="Words that must stand in the recipient's name.")
    weapon: str | None = Field(None, description="Words that must stand in the weapon.")
    place: str | None = Field(None, description="Words that must stand in the place.")
    time: str | None = Field(None, description="Words that must stand in the time of the act.")
    claimant: str | None = Field(None, description="Words that must stand in the name of who says it.")
    role: list[str] = Field([], description="ROLE=WORDS: words that must stand in another role.")
    words: str | None = Field(None, description="Words that must stand in the sentence.")
    code: list[str] = Field([], description="SCHEME:CODE: only what a name was resolved to.")
    outlet: str | None = Field(None, description="Only what this outlet printed; its whole name.")
    since: str | None = Field(None, description="Only what was published on that day or later.")
    until: str | None = Field(None, description="Only what was published on that day or before.")
    reader: str | None = Field(None, description="Only what this reader found.")
    min_score: float | None = Field(None, ge=0, le=1, description="Only with a score of this or more.")
    max_score: float | None = Field(None, ge=0, le=1, description="Only with a score of this or less.")
    decision: str | None = Field(
        None, description="open, accepted, corrected, rejected, unsure or any; without it, all but rejected ones."
    )


_PLURAL = {"role": "roles", "code": "codes"}


class ClaimsAsked(NamedTuple):
    """A filter, and which page of what it lets through. given: as the address has it, to fill the form."""

    filter: ClaimFilter
    limit: int
    after: int | None
    given: Claims


def claims_asked(given: Annotated[Claims, Query()]) -> ClaimsAsked:
    """Read the filter from the address; UsageError says what cannot be asked."""
    return ClaimsAsked(filter_of(given), given.limit or ROWS_A_PAGE, given.after, given)


def filter_of(given: Claims) -> ClaimFilter:
    """The filter that was asked for."""
    asked: dict[str, Any] = given.model_dump(exclude={"limit", "after"}, exclude_none=True)
    known = Claims.model_fields
    return asking.claim_filter(
        **{_PLURAL.get(name, name): value for name, value in asked.items() if name in known and value != []}
    )
