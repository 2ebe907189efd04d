"""Runs another checker of citations against registries on loopback; it is run by that checker's own Python.

`python wrapped.py paper-preflight URL FILE.bib` and `python wrapped.py citecheck URL FILE.bib` print, as JSON, what was
said of each key: the verdict, and what was found. Every address of a service is asked for at `URL/HOST/...` instead,
without the pauses that services are owed; nothing else of the program is changed.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any


def paper_preflight(url: str, file: str) -> dict[str, Any]:
    """Ask paper-preflight by its Python interface; `make_transport` is where its own tests put a web of theirs."""
    import httpx  # noqa: PLC0415
    from paper_preflight import api, check  # type: ignore[import-not-found]  # noqa: PLC0415
    from paper_preflight.sources import base  # type: ignore[import-not-found]  # noqa: PLC0415

    class Loopback(httpx.AsyncHTTPTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            path = request.url.raw_path.decode()
            request.url = httpx.URL(f"{url}/{request.url.host}{path}")
            request.headers["Host"] = request.url.netloc.decode()
            return await super().handle_async_request(request)

    class Unhurried(base.SourceClient):  # type: ignore[misc]
        def __init__(self, policy: Any, *rest: Any, **named: Any) -> None:
            policy.min_interval = 0.0
            super().__init__(policy, *rest, **named)

    check.make_transport = Loopback
    sys.modules["paper_preflight.resolve"].SourceClient = Unhurried  # type: ignore[attr-defined]
    report = api.check_paper(file, cache=None, settings=None)
    found: dict[str, Any] = {}
    for reference in report.references:
        found[reference.key] = {"verdict": reference.verdict, "why": list(reference.reasons), "found": []}
    for finding in report.findings:
        if finding.key in found:
            found[finding.key]["found"].append([finding.rule, finding.severity, finding.message])
    return found


def citecheck(url: str, file: str) -> dict[str, Any]:
    """Ask citecheck as its command line does, with its one way out to the network turned to loopback."""
    import urllib.request  # noqa: PLC0415

    import citecheck as program  # type: ignore[import-not-found]  # noqa: PLC0415

    usual = urllib.request.urlopen

    def loopback(request: Any, **named: Any) -> Any:
        request.full_url = f"{url}/{request.full_url.split('://', 1)[1]}"
        return usual(request, **named)

    urllib.request.urlopen = loopback  # type: ignore[assignment]
    program.Http.SPACING = {}
    program.Http._wait = lambda *_: None
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        told = Path(folder) / "told.json"
        with contextlib.suppress(SystemExit):
            program.main([file, "--all", "--no-cache", "--json", str(told)])
        results = json.loads(told.read_text(encoding="utf-8"))
    entries = results["results"] if isinstance(results, dict) else results
    twice = {key for keys in results.get("duplicates", ()) for key in keys} if isinstance(results, dict) else set()
    return {
        item["key"]: {"verdict": item["verdict"], "why": item.get("notes", []),
                      "found": [["", "issue", issue] for issue in item.get("issues", [])]
                      + [["twice", "warning", ""]] * (item["key"] in twice)}
        for item in entries
    }  # fmt: skip


if __name__ == "__main__":
    _, name, address, bibliography = sys.argv
    print(json.dumps((paper_preflight if name == "paper-preflight" else citecheck)(address, bibliography)))
