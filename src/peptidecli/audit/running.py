"""Running: many documents through the auditor, on one core, all, or a cluster; a failing one is named and passed."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import Any

import msgspec

from ..dataset.dataset import Dataset, of_folders
from ..dataset.model import Record
from ..errors import PeptideError, UsageError
from ..notation.visible import in_a_line
from .article.blocks import Article, Ignore
from .article.reading import parse
from .auditor import Audited, Auditor
from .document import Document
from .findings import Finding, Reading
from .second import Second

_BEAT = 1.0
"""Seconds after which it is asked whether the thread that waits for the processes has ended."""
_ROOM = 256 << 20
"""Bytes of addresses that must be left for work on several cores: stacks of three threads and what they put by."""
_no_thread = threading.Event()
AHEAD = 4
"""How many documents for each process are read ahead of it."""
TOGETHER = 20
"""Documents that a cluster is given at once."""


class Outcome(Record, frozen=True):
    """What came of a document: how it and its bibliographies were read, and its findings, or why it failed.

    `ignored` are the silences in its comments, which are not applied yet; `mark` is the document's.
    """

    file: str
    reading: Reading | None = None
    findings: tuple[Finding, ...] = ()
    error: str = ""
    beside: tuple[Reading, ...] = ()
    ignored: tuple[Ignore, ...] = ()
    mark: str = ""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How everything of it was read, nothing where it failed."""
        return (self.reading, *self.beside) if self.reading else ()


def outcome_of(audited: Audited) -> Outcome:
    """Return what came of a document that was audited."""
    reading, findings, beside, ignored = audited
    return Outcome(file=reading.file, reading=reading, findings=tuple(findings), beside=beside, ignored=ignored)


def _failed(document: Document, why: str) -> Outcome:
    return Outcome(file=in_a_line(document.name), error=why, mark=document.mark)


def article_of(document: Document) -> Article | Outcome:
    """Return the article that a document is; where it cannot be read, what comes of it."""
    if document.error:
        return _failed(document, document.error)
    try:
        return parse(document.name, document.content, beside=document.beside, file=document.file, named=document.named)
    except PeptideError as error:
        return _failed(document, in_a_line(str(error).removeprefix(f"{document.name} ")))


def outcome(auditor: Auditor, document: Document, second: Second | None = None) -> Outcome:
    """Return what comes of a document; whatever goes wrong in it is told, and nothing else stops for it."""
    try:
        article = article_of(document)
        if isinstance(article, Outcome):
            return article
        audited = auditor.audit(article, second=second)
    except Exception as error:  # one page of thousands must not end the run
        return _failed(document, f"a fault in the program: {type(error).__name__}: {error}")
    return msgspec.structs.replace(outcome_of(audited), file=document.name, mark=document.mark)


# -- one core ------------------------------------------------------------------------------------------------------


def run(
    dataset: Dataset, documents: Iterable[Document], jobs: int = 1, second: Second | None = None
) -> Iterator[Outcome]:
    """Yield what comes of the documents, in their order, worked at by `jobs` processes; `second` hears with one.

    Where a machine has none to give, it is one.
    """
    cores = _cores(tuple(Path(folder) for folder in dataset.folders), jobs) if jobs > 1 else None
    if cores:
        yield from _on_all_cores(cores, documents, jobs)
        return
    auditor = Auditor(dataset)
    for document in documents:
        yield outcome(auditor, document, second)


# -- all cores -----------------------------------------------------------------------------------------------------

_auditors: dict[tuple[Path, ...], Auditor] = {}


def _auditor(folders: tuple[Path, ...]) -> Auditor:
    """Return the auditor of a process, made ready when it is first needed."""
    if folders not in _auditors:
        _auditors[folders] = Auditor(of_folders(folders, cache=True))
    return _auditors[folders]


def _in_process(folders: tuple[Path, ...], document: Document) -> Outcome:
    return outcome(_auditor(folders), document)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_begin)


def _begin() -> None:
    """Let a process of the pool end with the one that began it, which may be killed and never say so.

    An interrupt is the other's to hear. What documents leave behind in circles is collected in it, also where it was
    begun anew as a command is.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.enable()
    parent = multiprocessing.parent_process()

    def end_with_parent() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    with suppress(RuntimeError):  # where no thread is left it ends with the pool
        threading.Thread(target=end_with_parent, daemon=True).start()


def _told_of_thread(told: threading.ExceptHookArgs) -> None:
    """Note that a thread of the pool had no memory, where nobody would hear of it; others are told as they are."""
    if issubclass(told.exc_type, (RuntimeError, MemoryError)):
        _no_thread.set()
    else:
        threading.__excepthook__(told)


def end_all() -> None:
    """End the processes of a pool that is given no more work, and whose answers nobody waits for."""
    for process in multiprocessing.active_children():
        process.kill()


def _room() -> float:
    """Return how many bytes more this process may take of addresses, infinite where nothing limits it.

    Where the limit is met while a stack grows the system ends a process without a word: it must not come that far.
    """
    try:
        import resource  # noqa: PLC0415 - Unix alone has it

        most, _ = resource.getrlimit(resource.RLIMIT_AS)
        if most == resource.RLIM_INFINITY:
            return inf
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return most - pages * resource.getpagesize()
    except (ImportError, OSError):
        return inf


def _cores(folders: tuple[Path, ...], jobs: int) -> _Cores | None:
    """Return a pool of processes, None where none can be.

    In a thin container or a chroot no memory is shared, and elsewhere the limit of processes is reached, or so little
    memory is allowed that threads beside this one might leave it none.
    """
    if _room() < _ROOM:
        return None
    try:
        return _Cores(folders, jobs)
    except (OSError, ImportError, RuntimeError):  # no semaphores, process or thread to be had
        return None


def _on_all_cores(cores: _Cores, documents: Iterable[Document], jobs: int) -> Iterator[Outcome]:
    with cores:
        for document in documents:
            cores.submit(document)
            if len(cores.waiting) >= AHEAD * jobs:
                yield cores.next()
        while cores.waiting:
            yield cores.next()


class _Cores:
    """A pool of processes that outlives one that dies.

    A document that ends its process takes the pool with it, and nobody can tell which it was. So the one that has
    waited longest is tried by itself, and named as failing where that process dies too; the others begin again.
    """

    def __init__(self, folders: tuple[Path, ...], jobs: int) -> None:
        self._folders, self._jobs = folders, jobs
        threading.excepthook = _told_of_thread
        self._pool = _pool(jobs)
        try:
            self._pool.submit(int)  # it begins its processes with the first work
        except (OSError, RuntimeError):
            end_all()
            raise
        self.waiting: deque[tuple[Document, Future[Outcome]]] = deque()

    def __enter__(self) -> _Cores:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            end_all()
        # Where all is done it ends at once; left to the end of the interpreter, the two may close a pipe twice.
        self._pool.shutdown(wait=kind is None and not self.waiting, cancel_futures=True)

    def submit(self, document: Document) -> None:
        """Give a document to a process."""
        try:
            future = self._pool.submit(_in_process, self._folders, document)
        except BrokenProcessPool:
            self._begin_again()
            future = self._pool.submit(_in_process, self._folders, document)
        self.waiting.append((document, future))

    def next(self) -> Outcome:
        """Return what came of the document that has waited longest."""
        document, future = self.waiting.popleft()
        try:
            while not wait([future], timeout=_BEAT).done:
                if _no_thread.is_set():
                    raise MemoryError
            return future.result()
        except BrokenProcessPool:
            result = self._alone(document)
            self._begin_again()
            return result

    def _alone(self, document: Document) -> Outcome:
        with _pool(1) as pool:
            try:
                return pool.submit(_in_process, self._folders, document).result()
            except BrokenProcessPool:
                return Outcome(file=document.name, error="ended the process that read it", mark=document.mark)

    def _begin_again(self) -> None:
        self._pool.shutdown(wait=False)
        self._pool = _pool(self._jobs)
        kept = [
            (document, future if future.done() and future.exception() is None else None)
            for document, future in self.waiting
        ]
        self.waiting.clear()
        for document, done in kept:
            self.waiting.append((document, done or self._pool.submit(_in_process, self._folders, document)))


# -- a cluster -----------------------------------------------------------------------------------------------------


def audit_documents(folders: tuple[str, ...], documents: Sequence[Document]) -> list[Outcome]:
    """Return what comes of some documents: a function of its arguments alone, for an engine that runs it anywhere.

    `folders` are those of the dataset, which every machine must have in the same place; the bundled one is its own.
    """
    from ..dataset.locations import bundled  # noqa: PLC0415

    auditor = _auditor((bundled(), *(Path(folder) for folder in folders)))
    return [outcome(auditor, document) for document in documents]


def run_on_cluster(dataset: Dataset, documents: Iterable[Document], scheduler: str) -> Iterator[Outcome]:
    """Yield what comes of the documents, worked at by the workers of a Dask scheduler, in the order they are done.

    A worker that dies is made up for by the scheduler, which gives its documents to another; each is answered once.
    """
    try:
        from distributed import Client, as_completed  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise UsageError("a cluster needs the extra `cluster`: pip install 'peptidecli[cluster]'") from None
    own = tuple(dataset.folders[1:])
    try:
        client: Any = Client(scheduler, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(f"{scheduler}: no scheduler answers there: {error}") from error
    with client:
        ahead = max(2, 2 * len(client.scheduler_info(n_workers=-1)["workers"]))
        parts = _parts(documents)
        pending: dict[str, list[Document]] = {}
        queue: Any = as_completed(loop=client.loop)  # type: ignore[no-untyped-call]

        def submit() -> bool:
            part = next(parts, None)
            if part is None:
                return False
            future = client.submit(audit_documents, own, part, pure=False, retries=2)
            pending[future.key] = part
            queue.add(future)
            return True

        for _ in range(ahead):
            if not submit():
                break
        while pending:
            future = next(queue)
            part = pending.pop(future.key)
            if future.status == "finished":
                yield from future.result()
            else:
                yield from (
                    Outcome(file=document.name, error="ended the workers that read it", mark=document.mark)
                    for document in part
                )
            submit()


def _parts(documents: Iterable[Document]) -> Iterator[list[Document]]:
    part: list[Document] = []
    for document in documents:
        part.append(document)
        if len(part) == TOGETHER:
            yield part
            part = []
    if part:
        yield part
