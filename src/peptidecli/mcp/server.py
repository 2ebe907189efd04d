"""The dataset as tools and resources of the Model Context Protocol, over standard input and output.

This module needs the extra `mcp`, the protocol's official SDK.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any, Literal, TypedDict, TypeVar, get_args

import anyio
import msgspec
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp.server.stdio import stdio_server
from mcp.types import CallToolResult, TextContent
from pydantic import BeforeValidator, Field, ValidationError

from .. import __version__
from ..answers.lookup import find, read_as
from ..answers.show import SECTIONS
from ..dataset.dataset import Dataset
from ..dataset.model import ClaimKind, Record, Result, Standing
from ..errors import PeptideError
from ..formats.markdown import document
from ..formats.papers import paper
from ..interface import python as peptide
from ..notation.visible import in_a_line, visible
from ..notation.visible import told as shown
from .brief import BUDGET, brief
from .held import Held, Wire

INSTRUCTIONS = (
    "What the literature says of research peptides (Semax, Selank, Cerebrolysin and others), offline, every statement "
    "with its references, each traced to a registry. Answer from these tools and not from memory, cite the references "
    "they give, pass on verdicts, retractions and how sure the evidence makes one, and say so where nothing is held. "
    "No medical advice; a dose is a parameter of a cited study."
)

LONGEST_NAME = 200
"""Characters of what is named; what has more names nothing, and would be looked for at length."""

Name = Annotated[
    str,
    Field(description="A compound: name, code, sequence or registry number.", min_length=1, max_length=LONGEST_NAME),
]
Compound = Annotated[str | None, Field(description="Only of this compound.", max_length=LONGEST_NAME)]
Budget = Annotated[int, Field(description="Tokens the answer may take, about; more for more of it.", ge=300, le=60_000)]
Topic = Annotated[
    str | None,
    Field(description="Only on this topic, as people say it: stroke, anxiety, BDNF.", max_length=LONGEST_NAME),
]
Design = Annotated[
    str | None,
    Field(
        description="Only of this study design; human, animal, laboratory; double-blind, single-blind, open.",
        max_length=LONGEST_NAME,
    ),
]
Since = Annotated[int | None, Field(description="Published in this year or later.")]
Until = Annotated[int | None, Field(description="Published in this year or before.")]
Section = Literal[
    "identity", "evidence", "mechanisms", "effects", "animal-effects", "pharmacokinetics", "safety", "origin",
    "regulatory", "statements", "limitations", "questions", "methods", "anecdotes", "relatives", "faq", "references",
]  # fmt: skip
assert get_args(Section) == SECTIONS


class Brief(TypedDict, total=False):
    """An answer: what is said, what its marks stand for, how much did not fit, and the disclaimer.

    `read_as` tells of names that were not taken as written.
    """

    title: str
    read_as: list[str]
    items: list[dict[str, Any]]
    references: dict[str, str]
    left_out: int
    more: str
    data_of: str
    disclaimer: str


Answer = Annotated[CallToolResult, Brief]
T = TypeVar("T", bound=Callable[..., Awaitable[Any]])


def _telling(tool: T) -> T:
    """Return a tool whose errors are told to the model in the words meant for people."""

    @functools.wraps(tool)
    async def told(*args: Any, **given: Any) -> Any:
        try:
            return await tool(*args, **given)
        except PeptideError as error:
            raise ToolError(shown(str(error))) from error

    return told  # type: ignore[return-value]


_NULL = "null"
"""A result that a study may have, which the SDK reads as JSON for no result at all."""


def _not_nothing(arguments: dict[str, Any]) -> dict[str, Any]:
    """Return arguments with the result null in capitals, in which it is no JSON; `Direction` reads it back."""
    return arguments | ({"result": _NULL.upper()} if arguments.get("result") == _NULL else {})


def _read_back(result: Any) -> Any:
    return _NULL if result == _NULL.upper() else result


Direction = Annotated[Result | None, BeforeValidator(_read_back)]


class _Server(MCPServer[Any]):
    """The SDK's server, but that it answers what it has read before its input ends, and says what it cannot read.

    An argument that a tool does not have is refused: passed over, it would be another question that is answered. Of one
    that is not what the tool takes it is said what it has to be, in one line.
    """

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        tool = self._tool_manager.get_tool(name)
        known = tool.parameters["properties"] if tool else arguments
        if unknown := sorted(arguments.keys() - known.keys()):
            raise ToolError(shown(f"{name} has no argument {', '.join(unknown)}; it takes {', '.join(known)}"))
        try:
            return await super().call_tool(name, _not_nothing(arguments), context)
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError):
                raise ToolError(shown(str(error))) from error
            problems = (f"{'.'.join(map(str, told['loc']))}: {told['msg']}" for told in error.__cause__.errors())
            raise ToolError(shown(f"{name} was not asked: {'; '.join(problems)}")) from error

    async def run_stdio_async(self) -> None:
        wire, sys.stdout = sys.stdout, sys.stderr  # nothing else may stand between the answers
        try:
            async with stdio_server(anyio.wrap_file(sys.stdin), Wire(wire)) as (requests, answers):
                held = Held(requests, answers)
                lower = self._lowlevel_server
                await lower.run(held, held, lower.create_initialization_options())
        finally:
            sys.stdout = wire


def server(dataset: Dataset) -> MCPServer[Any]:
    """Return the server that answers from a dataset."""
    serving: MCPServer[Any] = _Server(
        "peptide", title="peptide", instructions=INSTRUCTIONS, version=__version__, log_level="CRITICAL"
    )

    def answered(answer: Record, budget: int, names: Sequence[str | None] = ()) -> CallToolResult:
        found = [find(dataset, name) for name in names if name]
        readings = [said for compound, match in found if (said := read_as(match, compound.name))]
        told = brief(paper(dataset, answer), budget)
        told |= {"read_as": [visible(said) for said in readings]} if readings else {}
        return CallToolResult(content=[TextContent(text=msgspec.json.encode(told).decode())], structured_content=told)

    # All are coroutines without a wait in them: a database connection stays in the thread that opened it.

    @serving.tool()
    @_telling
    async def show(
        name: Name,
        sections: Annotated[list[Section], Field(description="Only these sections; all if left out.")] = [],  # noqa: B006
        budget: Budget = BUDGET,
    ) -> Answer:
        """Tell everything known of one compound.

        Identity, studies in people and how sure they make one, safety, status, mechanisms, what circulates and does not
        hold. Name a section for more of it.
        """
        return answered(peptide.show(name, sections, dataset=dataset), budget, [name])

    @serving.tool()
    @_telling
    async def compare(
        names: Annotated[list[Name], Field(description="Two to six compounds.", min_length=2, max_length=6)],
        differences: Annotated[bool, Field(description="Leave out what is equal in all.")] = False,
        budget: Budget = BUDGET,
    ) -> Answer:
        """Set compounds side by side: sequences, identity, studies in people and animals by topic, status."""
        return answered(peptide.compare(*names, differences=differences, dataset=dataset), budget, names)

    @serving.tool()
    @_telling
    async def cite(
        query: Annotated[
            str, Field(description="Author, year, title word, journal, DOI or PMID; may be empty.", max_length=2000)
        ] = "",
        compound: Compound = None,
        topic: Topic = None,
        design: Design = None,
        since: Since = None,
        until: Until = None,
        standing: Annotated[Standing | None, Field(description="Only of this standing.")] = None,
        budget: Budget = BUDGET,
    ) -> Answer:
        """Find references, each traced to a registry, with DOI and PMID.

        Citations that circulate and are wrong answer too, as such. Use it to check a citation before you write it.
        """
        found = peptide.cite(
            query, compound=compound, topic=topic, design=design, since=since, until=until, standing=standing,
            dataset=dataset,
        )  # fmt: skip
        return answered(found, budget, [compound])

    @serving.tool()
    @_telling
    async def search(
        question: Annotated[
            str,
            Field(description="A question as people put it, in English or Russian.", min_length=1, max_length=2000),
        ],
        compound: Compound = None,
        topic: Topic = None,
        kind: Annotated[ClaimKind | None, Field(description="Only claims of this kind.")] = None,
        design: Design = None,
        result: Annotated[Direction, Field(description="Only claims with this result.")] = None,
        budget: Budget = BUDGET,
    ) -> Answer:
        """Ask a question of everything held: claims with result and design, statements with a verdict, regulation."""
        found = peptide.search(
            question, compound=compound, topic=topic, kind=kind, design=design, result=result, dataset=dataset
        )
        return answered(found, budget, [compound])

    @serving.tool()
    @_telling
    async def trials(
        names: Annotated[list[Name], Field(description="Compounds; all if left out.")] = [],  # noqa: B006
        topic: Topic = None,
        design: Design = None,
        result: Annotated[Direction, Field(description="Only with this result.")] = None,
        since: Since = None,
        until: Until = None,
        budget: Budget = BUDGET,
    ) -> Answer:
        """List every study in people: design, number, condition, comparison, outcome, result, funding, paper."""
        found = peptide.trials(
            *names, topic=topic, design=design, result=result, since=since, until=until, dataset=dataset
        )
        return answered(found, budget, names)

    @serving.tool()
    @_telling
    async def audit(
        text: Annotated[
            str, Field(description="The article or answer to check: plain text or Markdown.", min_length=1)
        ],
        budget: Budget = BUDGET,
    ) -> Answer:
        """Hold a text against the dataset: citations, identifiers, figures and statements, and which of them stand.

        Unknown is not wrong: the dataset is not the whole literature.
        """
        return answered(peptide.audit(text=text, dataset=dataset), budget)

    def resource(uri: str, title: str, description: str, mime: str) -> Callable[[T], T]:
        return serving.resource(uri, name=in_a_line(title), description=visible(description), mime_type=mime)

    for compound in dataset.compounds.values():

        async def profile(key: str = compound.id) -> str:
            return msgspec.json.encode(brief(paper(dataset, peptide.show(key, dataset=dataset)))).decode()

        told = functools.partial(profile, compound.id)
        resource(f"peptide://compound/{compound.id}", compound.name, compound.summary, "application/json")(
            _unasked(told)
        )

    @resource(
        "peptide://compound/{name}/whole",
        "Whole profile",
        "Everything held of a compound, as Markdown.",
        "text/markdown",
    )
    async def whole(name: str) -> str:
        try:
            return visible(document(paper(dataset, peptide.show(name, dataset=dataset))))
        except PeptideError as error:
            raise ResourceNotFoundError(shown(str(error))) from error

    for tool in serving._tool_manager.list_tools():
        tool.parameters["additionalProperties"] = False
    return serving


def _unasked(told: Callable[[], Awaitable[str]]) -> Callable[[], Awaitable[str]]:
    """Return a function without parameters: one with would be a template of addresses."""

    async def unasked() -> str:
        return await told()

    return unasked
