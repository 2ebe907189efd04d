"""The years in which papers appear: those asked for are refused where no paper can have, those told may lie ahead."""

from __future__ import annotations

import datetime

from ..errors import UsageError

EARLIEST, LATEST = 1000, 9999


def lies_ahead(year: int) -> bool:
    """Tell whether nothing can have appeared in a year yet; journals print the next year's issues in this one."""
    return year > datetime.date.today().year + 1


def refuse_years(since: int | None, until: int | None) -> None:
    """Raise UsageError where a bound is no year of four digits, or the first comes after the last."""
    for name, year in (("since", since), ("until", until)):
        if year is not None and not EARLIEST <= year <= LATEST:
            # Python refuses to write out a number of thousands of digits.
            said = str(year) if abs(year) < 10**12 else "a number so long"
            raise UsageError(f"--{name}: {said} is no year; a year has four digits, as 2006")
    if since is not None and until is not None and since > until:
        raise UsageError(f"--since {since} is after --until {until}, so that no paper is between; swap the two")
