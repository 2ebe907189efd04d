"""The two ends of a connection, and which requests are not answered yet.

The SDK drops what it is at when its input ends; a program that writes its requests and closes the pipe would hear
nothing of the last of them.
"""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any

import anyio
from mcp.types import JSONRPCError, JSONRPCNotification, JSONRPCRequest, JSONRPCResponse

LONGEST = 60
"""Seconds for which the last answers are waited for."""


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
            print("peptide mcp: a line that is no message of JSON-RPC is passed over", file=sys.stderr)
            return item
        match item.message:
            case JSONRPCRequest(id=number):
                self._waiting.add(number)
            case JSONRPCNotification(method="notifications/cancelled", params=dict(params)):
                self._done(params.get("requestId"))
        return item

    async def send(self, item: Any) -> None:
        """Send an answer, or what is told unasked."""
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
