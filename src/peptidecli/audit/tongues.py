"""Tongues: the small words that decide what a sentence says, in the languages in which pages are written."""

from __future__ import annotations

import re

NOT = re.compile(
    r"\b(?:not|no|none|never|neither|nor|without|lacks?|lacking|zero|absence|absent|cannot|isn't|aren't|wasn't|"
    r"hasn't|haven't|doesn't|"
    r"didn't|non-?(?=\s?(?:FDA|EMA|approv))|un(?:approved|registered|licensed|authori[sz]ed)|"
    r"não|nem|sem|nunca|nenhum\w*|sin|ni|ningun\w*|ningún|nicht|kein\w*|ohne|nie|brak|żadn\w*|nie(?:zatwierdz|"
    r"zarejestr)\w+|"
    r"není|nejsou|nebyl\w*|žádn\w*|bez|ne(?:schválen|registrov)\w*|neschválen\w*|pas|aucun\w*|jamais|mai|nessun\w*|"
    r"niet|geen|nu|inte|"
    r"ausência|ausencia|отсутств\w+|не|нет|ни|нигде|никогда|без|незарегистр\w+|немає|غير|لم|ليس|ليست|لا|بدون|non(?=\s(?:è|sono|ha|hanno|viene|risulta|approv|autorizz|registr)))\b|未|没有|不被|ていない|されない|承認なし",
    re.IGNORECASE,
)
"""What denies; `no` in Portuguese is `in the`, which `denies` knows."""
_PORTUGUESE_IN = re.compile(
    r"\b(?:é|são|não|está|também|foi|foram|em|com|uma?|d[ao]s?|pelo|pela)\b|ção\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\bno\b", re.IGNORECASE)
_NO_AND_VERB = re.compile(
    r"no\s(?:está[ns]?|esta|es|son|fue(?:ron)?|ha|han|hay|se|tienen?|existen?|cuenta|posee|aparece|figura)\b",
    re.IGNORECASE,
)
"""The same in Spanish, where it denies what follows."""

YES = re.compile(
    r"\W*(?:yes|true|y|sim|sí|si|ja|tak|ano|áno|oui|да|так|✓|✔|✅|full(?:y)?|approved|registered|listed|banned|"
    r"prohibited|"
    r"aprovado|aprobado|zugelassen|zatwierdzony|schválen\w*|approuvé|одобрен\w*|зарегистрирован\w*)\b\W*.{0,40}",
    re.IGNORECASE,
)
NO = re.compile(
    r"\W*(?:no|none|false|n|not|never|não|nao|nein|nie|ne|non|нет|ні|не|✗|✘|❌|unapproved|unregistered|unlicensed|"
    r"nicht|keine?|brak|nenhuma?|ninguna?|aucune?|nessuna?)\b\W*.{0,60}",
    re.IGNORECASE,
)


def denies(plain: str, start: int = 0, end: int | None = None) -> bool:
    """Tell whether a stretch of a text denies something; `no` before a Portuguese noun is `in the`."""
    stop = len(plain) if end is None else end
    for hit in NOT.finditer(plain, start, stop):
        if _NO_AND_VERB.match(plain, hit.start()):
            return True
        if _NO.fullmatch(hit[0]) and not plain.isascii() and _PORTUGUESE_IN.search(plain):
            continue
        return True
    return False
