"""The two ends of a connection, and which requests are not answered yet.

The SDK drops what it is at when its input ends; a program that writes its requests and closes the pipe would hear
nothing of the last of them. It also passes over what it cannot read, where whoever asked waits for an answer.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, TypeVar

import anyio
from mcp.shared.message import SessionMessage
from mcp.types import (
    ErrorData,
    JSONRPCError,
    JSONRPCNotification,
    JSONRPCRequest,
    JSONRPCResponse,
    jsonrpc_message_adapter,
)
from pydantic import ValidationError

from ..errors import ExitCode
from ..notation.visible import told
from .brief import in_plain_sight

T = TypeVar("T")

_NOT_JSON, _NO_REQUEST = -32700, -32600
"""The codes of JSON-RPC 2.0 (https://www.jsonrpc.org/specification#error_object) for what cannot be read, and what can
be read and is no message."""

LONGEST = 60
"""Seconds for which the last answers are waited for."""


class Wire(anyio.AsyncFile[str]):
    """Where answers are written; the program ends where they cannot be.

    The SDK reads in a thread, and to end it otherwise would wait for its next line; nothing is half written that
    anyone keeps.
    """

    async def write(self, text: Any) -> int:
        """Write an answer."""
        return await _or_end(super().write, text)

    async def flush(self) -> None:
        """Write what is still held back."""
        await _or_end(super().flush)


async def _or_end(write: Callable[..., Awaitable[T]], *given: Any) -> T:
    """Write, or end: without a word where the reader has gone."""
    try:
        return await write(*given)
    except BrokenPipeError:
        os._exit(ExitCode.READER_GONE)
    except OSError as error:
        print(f"peptide: the answer could not be written: {error.strerror}", file=sys.stderr, flush=True)
        os._exit(ExitCode.USAGE)


class Held:
    """Both streams of a connection in one: what is read ends only when all requests in it are answered."""

    def __init__(self, requests: Any, answers: Any) -> None:
        self._requests, self._answers = requests, answers
        self._waiting: set[Any] = set()
        self._changed = anyio.Event()

    @property
    def last_context(self) -> Any:
        """The context in which the last request was sent."""
        return getattr(self._requests, "last_context", None)

    async def receive(self) -> Any:
        """Return the next message; raise EndOfStream where there is none and all are answered."""
        try:
            item = await self._requests.receive()
        except anyio.EndOfStream:
            with anyio.move_on_after(LONGEST):
                while self._waiting:
                    await self._changed.wait()
            raise
        if isinstance(item, Exception):
            if _is_blank(item):
                return await self.receive()
            read = _read_again(item)
            if isinstance(read, JSONRPCError):
                print(f"peptide mcp: {read.error.message}", file=sys.stderr)
                await self._answers.send(SessionMessage(read))
                return item
            item = SessionMessage(read)
        match item.message:
            case JSONRPCRequest(id=number):
                self._waiting.add(number)
            case JSONRPCNotification(method="notifications/cancelled", params={"requestId": str() | int() as number}):
                self._done(number)
            case JSONRPCNotification(method="notifications/cancelled"):
                print("peptide mcp: what is to be cancelled has no number that a request can have", file=sys.stderr)
                return await self.receive()
            case JSONRPCNotification(method=method) if not method.startswith("notifications/"):
                # A request by a number that is none, 1.5 or true, which the SDK takes for a notification.
                refused = _refused(_NO_REQUEST, None, f"a request, {method[:60]!r}, without an id that can be answered")
                print(f"peptide mcp: {told(refused.error.message)}", file=sys.stderr)
                await self._answers.send(SessionMessage(refused))
        return item

    async def send(self, item: Any) -> None:
        """Send an answer, or what is told unasked; an error repeats what was asked for so that it can be seen."""
        match item.message:
            case JSONRPCError(error=fault):
                fault.message, fault.data = told(fault.message), in_plain_sight(fault.data)
        await self._answers.send(item)
        if isinstance(item.message, JSONRPCResponse | JSONRPCError):
            self._done(item.message.id)

    def _done(self, number: Any) -> None:
        self._waiting.discard(number)
        self._changed.set()
        self._changed = anyio.Event()

    def __aiter__(self) -> Held:
        return self

    async def __anext__(self) -> Any:
        try:
            return await self.receive()
        except anyio.EndOfStream:
            raise StopAsyncIteration from None

    async def aclose(self) -> None:
        """Close both ends."""
        await self._requests.aclose()
        await self._answers.aclose()

    async def __aenter__(self) -> Held:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


def _is_blank(error: Exception) -> bool:
    """Tell whether a line that could not be read has nothing in it: no message is missed by that."""
    faults = error.errors(include_url=False) if isinstance(error, ValidationError) else []
    return any(fault["type"] == "json_invalid" and not str(fault["input"]).strip() for fault in faults)


def _read_again(error: Exception) -> Any:
    """Return the message in a line that the SDK could not read, or the error to answer it with.

    A text that was cut within a character, as JavaScript writes it, is lawful JSON, and is read with a sign for it.
    """
    faults = error.errors(include_url=False) if isinstance(error, ValidationError) else []
    inputs = [fault["input"] for fault in faults] or [None]
    if faults and all(fault["type"] == "model_type" for fault in faults):
        return _refused(_NO_REQUEST, None, "a line that is no message of JSON-RPC 2.0, which is an object,")
    # Of what is a kind of message but for one field the fault is told with the whole, or with that field alone.
    given = next((held for held in inputs if isinstance(held, dict) and "id" in held), inputs[0])
    try:
        held = json.loads(given) if isinstance(given, str) else given
    except json.JSONDecodeError:
        return _refused(_NOT_JSON, None, "a line that is no JSON")
    except RecursionError:
        return _refused(_NOT_JSON, None, "a line that is nested too deep")
    except ValueError:
        return _refused(_NO_REQUEST, None, "a line with a number of more digits than are read")
    number = held.get("id") if isinstance(held, dict) else None
    number = number if isinstance(number, str | int) and not isinstance(number, bool) else None
    if isinstance(number, str) and re.search("[\ud800-\udfff]", number):
        return _refused(_NO_REQUEST, None, "a request whose id is cut within a character, and cannot be sent back,")
    try:
        whole = json.dumps(held, ensure_ascii=False).encode("utf-8", "replace")
        return jsonrpc_message_adapter.validate_json(whole, by_name=False)
    except (ValueError, RecursionError):
        return _refused(_NO_REQUEST, number, "a line that is no message of JSON-RPC 2.0, or is nested too deep")


def _refused(code: int, number: str | int | None, said: str) -> JSONRPCError:
    return JSONRPCError(jsonrpc="2.0", id=number, error=ErrorData(code=code, message=f"{said} is passed over"))
