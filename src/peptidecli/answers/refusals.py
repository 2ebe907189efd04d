"""Questions that have no answer here, and what is said then: of strangers, countries, prices, or nothing at all."""

from __future__ import annotations

from ..dataset.dataset import Dataset
from ..errors import NotFoundError
from .trials import any_held
from .understanding import Understood


def refuse(dataset: Dataset, understood: Understood, *, filtered: bool) -> None:
    """Raise NotFoundError where a question cannot be answered from what is held, before anything is looked for."""
    _refuse_strangers(dataset, understood)
    _refuse_nothing(dataset, understood, filtered=filtered)
    _refuse_other_countries(dataset, understood)
    _refuse_shopping(understood)
    _refuse_dosing(dataset, understood)


def _refuse_other_countries(dataset: Dataset, understood: Understood) -> None:
    """Raise NotFoundError where the status in a country is asked of which nothing is held."""
    asked = understood.jurisdictions
    if "regulatory" not in understood.sections or not asked or any(key in dataset.jurisdictions for key in asked):
        return
    compounds = [dataset.compounds[key] for key in understood.compounds or dataset.compounds]
    held = {item.jurisdiction for compound in compounds for item in compound.regulatory}
    names = ", ".join(sorted(dataset.jurisdictions[key].label for key in held))
    whose = " and ".join(compound.name for compound in compounds) if understood.compounds else "any compound"
    raise NotFoundError(
        f"Nothing is held on the status of {whose} in the country asked for; not known is not legal. "
        + (f"Held are: {names}" if names else "Nor on that in any other country")
    )


def _refuse_strangers(dataset: Dataset, understood: Understood) -> None:
    """Raise NotFoundError where a peptide or medicine is asked of that stands nowhere and is none of ours."""
    strangers = [name for name in understood.strangers if name not in understood.words]
    if not strangers or understood.compounds or len(strangers) < len(understood.strangers):
        return
    lines = [f"Nothing is held on {' and '.join(strangers)}: no compound here, and no record speaks of it."]
    if understood.topics:
        label = dataset.topics[understood.topics[0]].label.lower()
        lines.append(f"What is held on {label}: peptide search {understood.topics[0]}")
    lines.append(f"All {len(dataset.compounds)} compounds: peptide list")
    raise NotFoundError("\n".join(lines))


def _refuse_shopping(understood: Understood) -> None:
    """Raise NotFoundError where prices or shops are asked for; whether a country lets it be bought is another thing."""
    sections, facts = set(understood.sections), set(understood.facts)
    allowed = {
        # With a price other things are asked for, as in the heads of pages: indications, reviews.
        "price": facts - {"Dosage form", "Route"} or understood.topics or sections - {"dosing", "regulatory"},
        # Whether it may be bought somewhere, or what is in what is sold, is another question.
        "shop": understood.jurisdictions or "regulatory" in sections or "Quality of goods" in facts,
    }
    if any(not allowed[ask] for ask in allowed.keys() & set(understood.asks)):
        compound = understood.compounds[0] if understood.compounds else "NAME"
        raise NotFoundError(
            "No prices, shops or sellers are held here.\n"
            f"Where it is registered, and where not: peptide show {compound} --section regulatory"
        )


def _refuse_dosing(dataset: Dataset, understood: Understood) -> None:
    """Raise NotFoundError where someone asks what to take: doses of studies are told, none is advised."""
    if "own dose" in understood.asks and not (_by_topic(understood) or understood.facts or understood.identity):
        compound = understood.compounds[0] if understood.compounds else "NAME"
        if understood.compounds and not any_held(dataset, compound):
            raise NotFoundError("No dose is advised here, and no study in people is held that would name one.")
        raise NotFoundError(
            f"No dose is advised here.\nDoses stand only as parameters of cited studies: peptide trials {compound}"
        )


def _by_topic(understood: Understood) -> bool:
    """Tell whether what to take is asked for a condition, and of no compound: what was studied for it can be told."""
    told = understood.topics or understood.concepts
    return bool("compounds" in understood.asks and told and not (understood.compounds or understood.sections))


def _refuse_nothing(dataset: Dataset, understood: Understood, *, filtered: bool) -> None:
    """Raise NotFoundError where nothing that tells was asked."""
    if understood.compounds or understood.facets or understood.words or filtered:
        known = (
            understood.words
            or set(understood.asks) - {"absence"}
            or understood.numbers
            or understood.relatives
            or understood.standings
        )
        if understood.unknown and not understood.compounds and not known:
            raise NotFoundError(nothing(dataset, understood))
        return
    if understood.unknown:
        raise NotFoundError(nothing(dataset, understood))
    raise NotFoundError(
        "Ask in words that tell: a compound, a condition, an author, a number. "
        "For example: peptide search semax side effects"
    )


def nothing(dataset: Dataset, understood: Understood) -> str:
    """Return what is said where nothing answers: of what nothing is held, and where to go on."""
    lines = [no_answer(dataset, understood)]
    if understood.compounds:
        names = _named(dataset, understood)
        lines.append(f"What it says of {names}: " + "; ".join(f"peptide show {key}" for key in understood.compounds))
    else:
        lines.append(f"All {len(dataset.compounds)} compounds: peptide list; topics: peptide evidence")
    return "\n".join(lines)


def no_answer(dataset: Dataset, understood: Understood) -> str:
    """Return the sentence that nothing answers what was asked, of the compounds that were named."""
    asked = " ".join((*understood.words, *understood.unknown))
    if not asked or not all(word in understood.query.lower() for word in asked.split()):
        asked = understood.query.strip()[:80]
    if "together" in understood.asks and len(understood.compounds) > 1:
        names = " with ".join(dataset.compounds[key].name for key in understood.compounds)
        return f"Nothing is held on {names} together; what is held on each says nothing of both."
    if understood.compounds:
        return f"The dataset has no answer on {asked!r} for {_named(dataset, understood)}."
    return f"Nothing in the dataset is about {asked!r}; it may be another thing than the compounds here."


def _named(dataset: Dataset, understood: Understood) -> str:
    return ", ".join(dataset.compounds[key].name for key in understood.compounds)
