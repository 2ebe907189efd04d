"""Offline literature lookup for research peptides.

`import peptidecli as peptide` gives the commands as functions: see `docs/python.md`.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # what type checkers take for true; typing itself is long to import, and can be interrupted
if TYPE_CHECKING:
    from typing import Any

    from .interface.python import audit, cite, compare, evidence, open_dataset, search, show, trials

# Plain text, read by the build: asking importlib.metadata at every start costs more than a lookup.
__version__ = "0.1.0"

__all__ = ["audit", "cite", "compare", "evidence", "open_dataset", "search", "show", "trials"]


def __getattr__(name: str) -> Any:
    """Return a function of the Python interface, imported when it is first asked for: a command needs none."""
    if name in __all__:
        from .interface import python  # noqa: PLC0415

        return getattr(python, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(type(sys)):  # type: ignore[misc]  # the type of a module, without an import
    """The package, in which the folder `audit` does not take the name of the function when it is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
