"""Asking a web service politely: never faster than it allows, again after a fault, and what was answered is kept.

The rates are those the services publish: NCBI three requests a second, ten with an API key; Crossref's lists three a
second to who gives an address and one otherwise; ClinicalTrials.gov about fifty a minute. doi.org names none: one.
"""

from __future__ import annotations

import contextlib
import datetime
import email.utils
import hashlib
import json
import os
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from .. import __version__
from ..dataset import locations
from ..errors import RefusedError, RegistryError, UsageError

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")
Service = Literal["PubMed", "Crossref", "ClinicalTrials.gov", "doi.org"]

BASES: dict[Service, tuple[str, str]] = {
    "PubMed": ("PEPTIDE_EUTILS", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"),
    "Crossref": ("PEPTIDE_CROSSREF", "https://api.crossref.org"),
    "ClinicalTrials.gov": ("PEPTIDE_CLINICALTRIALS", "https://clinicaltrials.gov/api/v2"),
    "doi.org": ("PEPTIDE_DOI", "https://doi.org"),
}
"""Where each service is, and the environment variable that names another place for it, such as a mirror."""

TIMEOUT_VARIABLE = "PEPTIDE_TIMEOUT"
"""Seconds to wait for an answer, where the command has no option for it."""

MAILTO_VARIABLE, KEY_VARIABLE = "PEPTIDE_MAILTO", "NCBI_API_KEY"
"""Your address, by which a service can tell you that you ask too much; your key for NCBI."""

KEPT_DAYS = 7
"""Days for which an answer is taken from the cache: an interrupted run goes on where it was."""

CLOCKS_DIFFER = 60
"""Seconds by which the clock of a folder on another machine may be ahead; what was kept at a later time was kept while
a clock was wrong, and would be taken for fresh until that time has come."""

LONGEST_WAIT = 120.0
"""Seconds beyond which a service that asks for patience is taken for one that does not answer."""

LARGEST = 64 * 1024 * 1024
"""Bytes beyond which an answer is none: 200 records of PubMed are two or three million."""

LONGEST_ANSWER = 4
"""How many times the seconds to wait an answer may take in all, if it comes in drops."""

TO_CONNECT = 1.0
"""Seconds beyond those to wait that the head of an answer may take: who says nothing at all is told as that before."""

HOSTS: dict[Service, str] = {
    "PubMed": "nlm.nih.gov",
    "Crossref": "crossref.org",
    "ClinicalTrials.gov": "clinicaltrials.gov",
    "doi.org": "doi.org",
}
"""The name below which all hosts of a service lie: to another it may not refer."""

_MOST_REDIRECTS = 10
"""How many times one answer may refer to another."""

_TRIES = 5
_TRIES_TO_REACH = 2
"""Whoever cannot be reached at all, as without a network or behind a dead proxy, is not there a little later either;
and whose answer never ends, or is not to be believed, has no better one."""


_CONNECTING = frozenset("HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY SSL_CERT_FILE SSL_CERT_DIR SSLKEYLOGFILE".split())
"""Variables of the environment, in capitals or not, by which connections are made."""


class _UselessError(Exception):
    """An answer that will hardly be better the next time: it does not end, or is not such as was asked for."""


class _AstrayError(_UselessError):
    """A redirect to where answers are not believed."""


class Client:
    """Asks the services. Raises RegistryError when one does not answer after several tries."""

    def __init__(
        self, *, mailto: str | None = None, timeout: float | None = None, fresh: bool = False, cache: bool = True
    ) -> None:
        """Take your address, the seconds to wait for an answer (else 30), and whether what is kept counts."""
        try:
            import httpx  # noqa: PLC0415 - an extra
        except ImportError:
            raise UsageError("This needs the extra 'online': pip install 'peptidecli[online]'") from None
        self._httpx = httpx
        self.mailto = mailto or os.environ.get(MAILTO_VARIABLE) or None
        if self.mailto and not re.fullmatch(r"[!-~]+@[!-~]+", self.mailto):
            raise UsageError(f"{self.mailto!r} is no address that a registry can be told: name@example.org")
        self.key = os.environ.get(KEY_VARIABLE) or None
        contact = f"; mailto:{self.mailto}" if self.mailto else ""
        self._timeout = _seconds_of(TIMEOUT_VARIABLE, 30.0) if timeout is None else timeout
        self._named = f"peptidecli/{__version__} (literature lookup{contact})"
        self._http = self._opened()
        self._patience = _seconds_of("PEPTIDE_PATIENCE", 1.0)
        self._pauses: dict[Service, float] = {
            "PubMed": 0.1 if self.key else 0.34,
            "Crossref": 0.34 if self.mailto else 1.0,
            "ClinicalTrials.gov": 1.2,
            "doi.org": 1.0,
        }
        self._last: dict[Service, float] = {}
        self._fresh = fresh
        folder = locations.cache() if cache else None
        self._folder = folder / "registries" if folder else None

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def _opened(self) -> httpx.Client:
        """Open connections as the environment asks for them; raise UsageError where there are none such."""
        try:
            headers = {"User-Agent": self._named, "Accept-Encoding": "gzip"}
            return self._httpx.Client(timeout=self._timeout, headers=headers)
        except (ImportError, ValueError, OSError, self._httpx.InvalidURL) as error:
            named = [name for name in os.environ if name.upper() in _CONNECTING and os.environ[name]]
            reason = str(getattr(error, "strerror", None) or error).rstrip(".")
            raise UsageError(
                f"no connection can be made as the environment has it: {reason}. Look at {', '.join(sorted(named))}"
            ) from error

    # -- asking ------------------------------------------------------------------------------------------------------

    def json(self, service: Service, path: str, parameters: Mapping[str, str]) -> Any:
        """Return what a service answers as JSON, None where it says that there is no such thing (404)."""
        return self.asked(service, path, parameters, json.loads)

    def asked(
        self,
        service: Service,
        path: str,
        parameters: Mapping[str, str],
        read: Callable[[str], T],
        *,
        post: bool = False,
        accept: str | None = None,
        anywhere: bool = False,
    ) -> T | None:
        """Return what `read` makes of an answer; one that it cannot read is asked for again.

        `read` may rely on what is documented: it raises ValueError where it sees that an answer is none, and whatever
        an answer of another shape makes it raise is told as that.
        `accept` is the form that is asked for. `anywhere` lets the service refer to any host, as a DOI leads to its
        agency; where it leads to no safe connection, there is no such thing. Raises RefusedError where the service will
        not answer this question.
        """
        variable, usual = BASES[service]
        url = f"{os.environ.get(variable) or usual}/{path}"
        fault = ""
        for attempt in range(_TRIES):
            self._wait(service)
            try:
                status, headers, text = self._answer(service, url, dict(parameters), post, accept, anywhere)
            except (self._httpx.HTTPError, self._httpx.InvalidURL, _UselessError) as error:
                if anywhere and isinstance(error, _AstrayError):
                    return None
                fault = _said(error)
                if isinstance(error, (self._httpx.ConnectError, _UselessError)) and attempt + 1 >= _TRIES_TO_REACH:
                    break
                self._rest(attempt, None, service)
                continue
            finally:
                self._last[service] = time.monotonic()
            if status == 404:
                return None
            if status == 429 or status >= 500:
                fault = f"it answered {status}"
                self._rest(attempt, headers.get("Retry-After"), service)
                continue
            if status >= 400:
                raise RefusedError(f"{service} refused {path[:80]}: {status} {' '.join(text.split())[:200]}")
            try:
                return read(text)
            except RecursionError:
                fault = "its answer cannot be read: it is nested too deep"
            except ValueError as error:
                fault = f"its answer cannot be read: {error}"
            except (TypeError, AttributeError, LookupError, ArithmeticError) as error:
                fault = f"its answer cannot be read: its fields are not as documented ({error})"
            self._rest(attempt, None, service)
        raise RegistryError(f"{service} does not answer ({fault}). What was answered is kept; try again later")

    def _answer(
        self, service: Service, url: str, parameters: dict[str, str], post: bool, accept: str | None, anywhere: bool
    ) -> tuple[int, Mapping[str, str], str]:
        """Return status, headers and text of one answer; one that never ends is given up."""
        sent: dict[str, Any] = {"data": parameters} if post else {"params": parameters}
        headers = {"Accept": accept} if accept else {}
        with self._in_time(LONGEST_ANSWER * self._timeout):
            request = self._http.build_request("POST" if post else "GET", url, headers=headers, **sent)
            with contextlib.closing(self._followed(service, request, anywhere)) as response:
                return response.status_code, response.headers, _decoded(self._read(response), response.charset_encoding)

    def _followed(self, service: Service, request: httpx.Request, anywhere: bool) -> httpx.Response:
        """Return the answer to a request, of which the head is read, from where the service refers to."""
        first = request.url
        for _ in range(_MOST_REDIRECTS):
            with self._in_time(self._timeout + TO_CONNECT):
                response = self._http.send(request, stream=True)
            if response.next_request is None:
                return response
            response.close()  # what else a redirect says is not read
            request = response.next_request
            if not _believed(service, first, request.url, anywhere):
                told = f"{request.url.scheme}://{request.url.host}"
                raise _AstrayError(f"it refers to {told}, which is not believed")
        raise _UselessError("it refers from one address to another without end")

    def _read(self, response: httpx.Response) -> bytes:
        """Return the content of an answer, unpacked."""
        # Where there are two, all that a part holds is unpacked at once, twice, before its length can be looked at.
        coding = response.headers.get("Content-Encoding", "").strip().lower()
        if coding not in {"", "identity", "gzip"}:
            raise _UselessError(f"its answer is packed as {coding[:40]!r}, which was not asked for")
        parts: list[bytes] = []
        length = 0
        for part in response.iter_bytes():
            parts.append(part)
            length += len(part)  # as unpacked: a megabyte of gzip may hold a thousand
            if max(length, response.num_bytes_downloaded) > LARGEST:
                raise self._httpx.ReadError(f"its answer is longer than {LARGEST // 1024 // 1024} MB")
        return b"".join(parts)

    @contextlib.contextmanager
    def _in_time(self, seconds: float) -> Iterator[None]:
        """Give an answer up that takes too long in all: head or body may come in drops, each of them in time."""
        client, late = self._http, threading.Event()

        def give_up() -> None:
            late.set()
            client.close()

        clock = threading.Timer(seconds, give_up)
        clock.daemon = True
        clock.start()
        failed: Exception | None = None
        try:
            yield
        except (self._httpx.HTTPError, OSError, RuntimeError) as error:
            failed = error
        except UnicodeError as error:  # a name with an empty part, or a very long one, is found out when it is asked
            failed = _UselessError("the proxy that the environment names has no name that a host can have")
            failed.__cause__ = error
        finally:
            clock.cancel()
            clock.join()  # else it may still close what is open
            if late.is_set():
                self._http = self._opened()
        if late.is_set():
            raise _UselessError("it took too long") from failed
        if failed:
            raise failed

    def _wait(self, service: Service) -> None:
        """Wait until a service may be asked again."""
        # On loopback nobody is in need of our patience.
        pause = self._pauses[service] * min(self._patience, 1.0)
        rest = self._last.get(service, -pause) + pause - time.monotonic()
        if rest > 0:
            time.sleep(rest)

    def _rest(self, attempt: int, asked_for: str | None, service: Service) -> None:
        """Wait before the next try: as long as the service asks for, else twice as long each time."""
        if attempt + 1 == _TRIES:
            return
        wait = _seconds(asked_for)
        if wait is not None and wait > LONGEST_WAIT:
            raise RegistryError(f"{service} asks to be left alone for {wait:.0f} seconds. Try again after that")
        time.sleep(wait if wait is not None else self._patience * 2**attempt)

    # -- keeping -----------------------------------------------------------------------------------------------------

    def kept(self, kind: str, key: str) -> str | None:
        """Return what was kept of a record, None where there is none or it is old."""
        path = self._path(kind, key)
        if path is None or self._fresh:
            return None
        try:
            # A pipe or device in its place would be waited for.
            if not path.is_file() or not -CLOCKS_DIFFER < time.time() - path.stat().st_mtime <= KEPT_DAYS * 86400:
                return None
            told, _, text = path.read_bytes().decode().partition("\n")
        except (OSError, UnicodeDecodeError):
            return None
        return text if told == _sum(text) else None  # what is not whole is asked for again

    def keep(self, kind: str, key: str, text: str) -> None:
        """Keep the text of a record."""
        path = self._path(kind, key)
        if path is None:
            return
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = path.with_suffix(f".{os.getpid()}")
            beside.write_bytes(f"{_sum(text)}\n{text}".encode())
            beside.replace(path)

    def _path(self, kind: str, key: str) -> Path | None:
        if self._folder is None:
            return None
        places = [os.environ.get(variable, "") for variable, _ in BASES.values()]
        name = hashlib.sha256("|".join((*places, kind, key)).encode()).hexdigest()[:32]
        return self._folder / f"{kind}-{name}"


def _believed(service: Service, first: httpx.URL, then: httpx.URL, anywhere: bool) -> bool:
    """Tell whether what a service refers to is believed: its own hosts, and never less safe than it was asked."""
    if then.scheme != "https":
        return first.scheme == "http" and (then.scheme, then.netloc) == (first.scheme, first.netloc)
    home = HOSTS[service]
    return anywhere or then.host == first.host or all(f".{url.host}".endswith(f".{home}") for url in (first, then))


def _said(error: Exception) -> str:
    name = type(error).__name__
    if "Timeout" in name:
        return "it took too long"
    return str(error) or name


def _seconds_of(variable: str, usual: float) -> float:
    """Return the seconds that a variable of the environment gives."""
    told = os.environ.get(variable)
    if not told:
        return usual
    with contextlib.suppress(ValueError):
        if 0 <= (seconds := float(told)) < 86400:
            return seconds
    raise UsageError(f"{variable} is {told!r}; give seconds, as {usual:g}")


_NO_TIME = 1e9
"""Seconds, some thirty years, beyond which nobody means what is said; so it is with infinite ones."""


def _seconds(text: str | None) -> float | None:
    """Return what Retry-After says in seconds: a number, or a date; None where it is neither, or no such number."""
    if not text:
        return None
    with contextlib.suppress(ValueError):
        return max(0.0, seconds) if abs(seconds := float(text)) < _NO_TIME else None
    with contextlib.suppress(ValueError, TypeError):
        when = email.utils.parsedate_to_datetime(text)
        return max(0.0, (when - datetime.datetime.now(datetime.timezone.utc)).total_seconds())
    return None


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


_HALVES = re.compile(
    r"(?P<whole>\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
"""Halves of letters that stand alone in JSON, which no file can hold; before them what is whole."""


def _decoded(content: bytes, charset: str | None) -> str:
    """Return an answer as text; where its charset is none of text (rot13), or unknown, as UTF-8."""
    try:
        text = content.decode(charset or "utf-8", "replace")
    except (LookupError, UnicodeError):
        text = content.decode("utf-8", "replace")
    return _HALVES.sub(lambda hit: hit["whole"] or r"\ufffd", text) if "\\u" in text else text
