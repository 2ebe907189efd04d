"""The documents of the answers: one module a command, and the one that belongs to an answer."""

from __future__ import annotations

from ...answers.compare import Comparison
from ...answers.evidence import Designs, Matrix, Timeline
from ...answers.show import Profile
from ...answers.trials import Trials
from ...dataset.dataset import Dataset
from ..paper import Paper


def paper(dataset: Dataset, answer: object) -> Paper:
    """Return the document of an answer to show, compare, evidence or trials, or of a list of any other command."""
    # Each is imported when it is needed: a page of trials has no use for that of a profile.
    if isinstance(answer, Profile):
        from .show import of_profile  # noqa: PLC0415

        return of_profile(dataset, answer)
    if isinstance(answer, Comparison):
        from .compare import of_comparison  # noqa: PLC0415

        return of_comparison(dataset, answer)
    if isinstance(answer, Trials):
        from .trials import of_trials  # noqa: PLC0415

        return of_trials(dataset, answer)
    if isinstance(answer, Matrix | Designs | Timeline):
        from .evidence import of_evidence  # noqa: PLC0415

        return of_evidence(dataset, answer)
    from .lists import of_list  # noqa: PLC0415

    return of_list(dataset, answer)
