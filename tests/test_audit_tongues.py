"""What a compound is and where it is approved, as pages say it in other languages, fields, lists and scripts."""

from __future__ import annotations

import pytest

from peptidecli.audit import audit, parse
from peptidecli.dataset.dataset import Dataset

FOUND = {
    "a field of a list says no": (
        "# Semax\n\nFDA approved No\n",
        "statement",
        "matches",
        "FDA approved No",
        "Not approved",
    ),
    "a field in Portuguese says an approval that there is not": (
        "## Semax\n\nStatus: Aprovado FDA\n",
        "statement",
        "differs",
        "Aprovado FDA",
        "Semax, United States: Not approved",
    ),
    "the field of a program says so": (
        "name: 'Cerebrolysin',\nfdaApproved: false,\n",
        "statement",
        "matches",
        "fdaApproved: false",
        "No approval by the FDA",
    ),
    "an aside takes one place out": (
        "Cerebrolysin is approved in 50 countries (not the US).",
        "statement",
        "matches",
        "(not the US)",
        "United States",
    ),
    "approval in German": (
        "Semax ist in Russland zugelassen.",
        "statement",
        "matches",
        "Russland",
        "approved Semax for clinical use",
    ),
    "approval in Polish": (
        "Semax jest zarejestrowany w Rosji.",
        "statement",
        "matches",
        "zarejestrowany",
        "approved Semax",
    ),
    "no approval in Arabic": (
        "لم تتم الموافقة على BPC-157 من قبل FDA.",
        "statement",
        "matches",
        "FDA",
        "United States",
    ),
    "approval in Bulgarian": ("Семакс е регистриран в Русия.", "statement", "matches", "регистриран", "approved Semax"),
    "residues in Arabic": ("BPC-157 هو ببتيد مكون من 15 حمض أميني.", "figure", "matches", "15", "15 residues"),
    "residues in Bulgarian": ("BPC-157 е пептид от 15 аминокиселини.", "figure", "matches", "15", "15 residues"),
    "residues in Korean": ("BPC-157은 15개의 아미노산으로 구성됩니다.", "figure", "matches", "15", "15 residues"),
    "a source in Czech": (
        "Cerebrolysin je směs peptidů z prasečího mozku.",
        "statement",
        "matches",
        "směs",
        "pig brain",
    ),
    "an effect in Slovak": ("BPC-157 urýchľuje hojenie šliach u potkanov.", "statement", "matches", "šliach", "endon"),
    "an effect in Bulgarian": ("Селанк намалява тревожността.", "statement", "matches", "намалява", "anxi"),
    "an effect in Arabic": ("Selank يقلل القلق ويحسن الذاكرة", "statement", "matches", "القلق", "anxi"),
    "a mass above its label": ("# Thymosin beta-4\n\n4963 Molecular Weight\n", "figure", "matches", "4963", "4963.45"),
    "no approval in Russian": (
        "Семакс не был одобрен в США.",
        "statement",
        "matches",
        "не был одобрен",
        "United States",
    ),
    "a registration that nobody found": (
        "Selank is registered as a drug in Russia and Ukraine.",
        "statement",
        "untraced",
        "Ukraine",
        "No Ukrainian",
    ),
    "what is told of an approval is what decides it": (
        "Semax is approved by the FDA.",
        "statement",
        "differs",
        "FDA",
        "Not approved",
    ),
    "a list of doping in a field": (
        "# BPC-157\n\nWADA banned No\n",
        "statement",
        "differs",
        "WADA banned No",
        "S0",
    ),
    "a schedule in short": (
        "# Noopept\n\nAU: S4 (Prescription only)\n",
        "statement",
        "matches",
        "S4",
        "Schedule 4",
    ),
    "the list of vital medicines in Slovak": (
        "Semax je uvedený na Ruskom zozname vitálnych a základných liekov.",
        "statement",
        "matches",
        "vitálnych",
        "vital",
    ),
    "a letter of the FDA with another date": (
        "# Elamipretide\n\nCRL May 2024.\n",
        "statement",
        "differs",
        "CRL May 2024",
        "2025-05-29",
    ),
    "an accelerated approval with its date in Portuguese": (
        "Em 19/09/2025, o elamipretide recebeu aprovação acelerada da FDA.",
        "statement",
        "matches",
        "aprovação acelerada",
        "2025-09-19",
    ),
    "a retraction in prose": (
        "# Dihexa\n\nThe main study has since been retracted (2025).\n",
        "statement",
        "matches",
        "retracted (2025)",
        "Benoist",
    ),
    "residues in Portuguese": (
        "O BPC-157 é composto por 15 aminoácidos.",
        "figure",
        "matches",
        "15 aminoácidos",
        "BPC-157 has 15",
    ),
    "residues in Polish, of a name that is declined": (
        "Jest to fragment tymozyny beta-4, zbudowanej z 43 aminokwasów.",
        "figure",
        "matches",
        "43",
        "Thymosin β4 has 43",
    ),
    "residues of a fragment that has fewer": (
        "TB-500 is a 17-amino-acid fragment.",
        "figure",
        "differs",
        "17-amino-acid",
        "TB-500 has 7",
    ),
    "residues by their names in Russian, one of them another": (
        "Эпиталон - тетрапептид (аланин-глутамат-аспарагин-глицин).",
        "figure",
        "differs",
        "аспарагин",
        "AEDG",
    ),
    "residues by their names in a list": (
        "Pinealon: três aminoácidos (ácido glutâmico, ácido aspártico e arginina).",
        "figure",
        "matches",
        "arginina",
        "EDR",
    ),
    "one compound for another, in brackets": (
        "BPC-157 and TB-500 (Thymosin Beta-4) are popular.",
        "statement",
        "differs",
        "TB-500 (Thymosin",
        "17 to 23",
    ),
    "one compound for another, as its version": (
        "TB-500 — синтетический аналог тимозина бета-4.",
        "statement",
        "differs",
        "TB-500",
        "17 to 23",
    ),
    "one compound for another, in a field": (
        "name: 'TB-500',\nfullName: 'Thymosin Beta-4',\n",
        "statement",
        "differs",
        "Thymosin Beta-4",
        "17 to 23",
    ),
    "one compound for another, among its names": (
        "Epitalon, sometimes referred to as epithalon or epithalamin, is short.",
        "statement",
        "differs",
        "epithalamin",
        "many peptides",
    ),
    "a part of the parent that the compound has not": (
        "TB-500 has the active part Ac-SDKP.",
        "statement",
        "differs",
        "Ac-SDKP",
        "LKKTETQ",
    ),
    "a source in Russian": (
        "Церебролизин получают из мозга молодых свиней.",
        "statement",
        "matches",
        "свиней",
        "pig brain",
    ),
    "a parent that is another compound's": (
        "# Semax\n\nIt is a synthetic analogue of human tuftsin.\n",
        "statement",
        "differs",
        "tuftsin",
        "ACTH",
    ),
    "a maker in Cyrillic, in a line of its own": (
        "Кортексин\nВладелец регистрационного удостоверения:\nГЕРОФАРМ, ООО\n\nТекст о препарате стоит здесь ниже.\n",
        "statement",
        "matches",
        "ГЕРОФАРМ",
        "GEROPHARM",
    ),
    "a code in Cyrillic": (
        "Ноопепт (ГВС-111) принимают внутрь.",
        "statement",
        "matches",
        "ГВС-111",
        "code of Noopept",
    ),
    "a systematic name in Russian": (
        "Ноопепт - этиловый эфир N-фенилацетил-L-пролилглицина.",
        "statement",
        "matches",
        "этиловый эфир",
        "Ethyl ester",
    ),
    "a formula with spaces": (
        "# Noopept\n\nC 17 H 22 N 2 O 4\n",
        "figure",
        "matches",
        "C 17 H 22 N 2 O 4",
        "Formula of Noopept",
    ),
    "a capped sequence": (
        "TB-500 is Ac-Leu-Lys-Lys-Thr-Glu-Thr-Gln.",
        "figure",
        "matches",
        "Ac-Leu",
        "Sequence of TB-500",
    ),
    "what a program's record says is of what it names": (
        'id: "x-1",\nname: "SELANK",\ntype: "Peptide",\ndescription:\n  "Состоит из 7 аминокислот."\n',
        "figure",
        "matches",
        "7 аминокислот",
        "Selank has 7",
    ),
}
"""By what they hold: a text, and kind, verdict, a part of the text and of the detail of what is found in it."""

UNSAID = {
    "what another medicine is approved for": "# Pinealon\n\nTesamorelin: FDA-approved GHRH analog for visceral fat.\n",
    "the head of a column": "# Semax\n\nFDA approval\n",
    "approval in many countries": (
        "# Thymosin alpha-1\n\nIt has FDA orphan designations and is approved in 35+ countries.\n"
    ),
    "a fragment": "TB-500 (Thymosin Beta-4 fragment) is sold.",
    "two that are told apart": "TB-500 is not the same as thymosin beta-4.",
    "what is modelled on the other": "Epitalon was modelled on Epithalamin.",
    "a version of a fragment": "TB-500 — синтетическая версия фрагмента тимозина бета-4.",
    "the whole of the parent": "Residues 1-43 of thymosin beta-4 were set beside TB-500.",
    "an end that is only capped": "TB-500 is acetylated at the N-terminus, unlike thymosin beta-4 from bacteria.",
    "the end of the parent that is another's": "# TB-500\n\nAc-SDKP is the N-terminal fragment of thymosin beta-4.\n",
    "an analogue of the longer fragment": "Semax is an analogue of ACTH fragment 4-10 ending with Pro-Gly-Pro.",
    "cells of the gland": "Pinealon protects cells taken from the pineal gland.",
    "a source of another preparation": "# Epithalamin\n\nThymalin: an extract of the thymus.\n",
    "a number that is denied": "Dihexa is not a hexapeptide.",
    "a number that others give": "Dihexa is often called a hexapeptide, though it has two amino acids.",
    "the tetrapeptide of which it is an analogue": "ГБ-115, дипептидный аналог тетрапептида ХЦК-4, снимает тревогу.",
    "a part of a compound": "# BPC-157\n\nA pentapeptide of BPC-157, Gly-Glu-Pro-Pro-Pro, is formed.\n",
    "the parent of a compound": "Peptide 6 is the parent of P21: an undecapeptide.",
    "residues in common": "Semax and its parent share four residues only.",
    "a sequence that was put right": "The page on Epitalon was corrected (AGAG → AEDG).",
    "what a mixture acts like": "Cerebrolysin contains peptides that act like NGF and BDNF.",
    "what a mixture does not contain": "Cerebrolysin contains peptides, but neither BDNF nor NGF.",
}
"""Texts in which nothing is wrong."""

Told = dict[str, list[tuple[str, str, str, str]]]


@pytest.fixture(scope="module")
def told(bundled: Dataset) -> Told:
    """Return kind, verdict, text and detail of the findings by the text they are in: all are read in one run."""
    texts = {rule: text for rule, (text, *_) in FOUND.items()} | UNSAID
    articles = [
        parse(f"{number}.{'md' if '#' in text else 'txt'}", text.encode()) for number, text in enumerate(texts.values())
    ]
    found: Told = {rule: [] for rule in texts}
    for finding in audit(bundled, articles).findings:
        rule = list(texts)[int(finding.file.partition(".")[0])]
        found[rule].append((finding.kind, finding.verdict, finding.text, finding.detail))
    return found


@pytest.mark.parametrize("rule", FOUND)
def test_a_page_is_found_to_say_what_it_says(told: Told, rule: str) -> None:
    _, kind, verdict, part, detail = FOUND[rule]
    assert [f for f in told[rule] if f[:2] == (kind, verdict) and part in f[2] and detail in f[3]], told[rule]


@pytest.mark.parametrize("about", UNSAID)
def test_nothing_is_called_wrong_that_is_not_said(told: Told, about: str) -> None:
    assert not [finding for finding in told[about] if finding[1] in {"differs", "untraced", "misattributed"}]
