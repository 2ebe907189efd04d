"""The server for language models, asked over standard input and output by the protocol's own client."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import PROGRAM, Run
from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.dataset import open_dataset as opened
from peptidecli.errors import UsageError
from peptidecli.formats.papers import paper
from peptidecli.interface.python import show
from peptidecli.mcp.brief import brief

pytestmark = pytest.mark.slow

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")
anyio = pytest.importorskip("anyio")

TOOLS = {"show", "compare", "cite", "search", "trials", "audit"}
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("show", {"name": "semax"}),
    ("show", {"name": "Семакс", "sections": ["safety", "regulatory"]}),
    ("compare", {"names": ["semax", "selank"]}),
    ("cite", {"query": "dolotov 2006"}),
    ("cite", {"compound": "semax", "design": "human"}),
    ("search", {"question": "does selank calm people"}),
    ("trials", {"names": ["cerebrolysin"], "topic": "stroke"}),
    ("audit", {"text": "Semax weighs 887.04 Da (Dolotov et al., 2001)."}),
]
Asked = Callable[[Callable[[Any], Awaitable[Any]]], Any]


@pytest.fixture(scope="module")
def asked(environment: dict[str, str]) -> Asked:
    """Return a function that starts the server as a client does, and gives what a question to it gives."""

    def run_client(question: Callable[[Any], Awaitable[Any]]) -> Any:
        async def session() -> Any:
            server = mcp.StdioServerParameters(command=str(PROGRAM), args=["mcp"], env=environment)
            async with mcp.Client(mcp.stdio_client(server)) as client:
                return await question(client)

        return anyio.run(session)

    return run_client


HELLO = (
    '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},'
    '"clientInfo":{"name":"x","version":"1"}}}\n{"jsonrpc":"2.0","method":"notifications/initialized"}\n'
)


@pytest.mark.parametrize(
    ("line", "number", "code"),
    [
        ('{"jsonrpc":"2.0","id":5,"method":"tools/call","params":[]}', 5, -32600),
        ('{"jsonrpc":"1.0","id":5,"method":"ping"}', 5, -32600),
        ('{"id":"five","method":"ping"}', "five", -32600),
        ('{"jsonrpc":"2.0","id":5,"method":"ping","params":{"a":' + "[" * 900 + "]" * 900 + "}}", 5, -32600),
        ("garbage", None, -32700),
        ("[" * 100_000, None, -32700),
        ('{"jsonrpc":"2.0","id":1.5,"method":"tools/list"}', None, -32600),
        ('{"jsonrpc":"2.0","id":true,"method":"ping"}', None, -32600),
        ('"x"', None, -32600),
        ('"  "', None, -32600),
        ("5", None, -32600),
        ('{"jsonrpc":"2.0","id":' + "9" * 5000 + ',"method":"ping"}', None, -32600),
        (r'{"jsonrpc":"2.0","id":"a\ud800","method":"ping"}', None, -32600),
    ],
    ids=[
        "parameters",
        "version",
        "none",
        "deep",
        "no JSON",
        "too deep",
        "fraction",
        "truth",
        "text",
        "blank",
        "number",
        "digits",
        "cut",
    ],
)
def test_what_cannot_be_read_is_answered_under_its_number(
    environment: dict[str, str], line: str, number: Any, code: int
) -> None:
    done = subprocess.run([PROGRAM, "mcp"], input=f"{HELLO}{line}\n", env=environment, capture_output=True, text=True,
                          timeout=60, check=False)  # fmt: skip
    said = [json.loads(answer) for answer in done.stdout.splitlines()]
    assert [(answer["id"], answer["error"]["code"]) for answer in said if "error" in answer] == [(number, code)]
    assert done.stderr.endswith("is passed over\n")


def test_a_text_that_was_cut_within_a_character_is_read(environment: dict[str, str]) -> None:
    line = (
        '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"audit","arguments":{"text":"900 Da \\ud83d"}}}'
    )
    done = subprocess.run([PROGRAM, "mcp"], input=f"{HELLO}{line}\n", env=environment, capture_output=True, text=True,
                          timeout=60, check=False)  # fmt: skip
    (answer,) = [told for told in map(json.loads, done.stdout.splitlines()) if told["id"] == 5]
    assert answer["result"]["isError"] is False


@pytest.mark.parametrize("pause", [0, 1.5])
def test_a_moment_without_a_request_is_not_the_end_where_the_pipe_does_not_wait(
    environment: dict[str, str], pause: float
) -> None:
    """So event loops have their pipes, whose own end is the one that the server reads from."""
    reads, writes = os.pipe()
    os.set_blocking(reads, False)
    with subprocess.Popen(
        [PROGRAM, "mcp"], env=environment, stdin=reads, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        os.close(reads)
        assert process.stdout
        assert process.stderr
        time.sleep(pause)
        os.write(writes, HELLO.encode())
        assert "serverInfo" in process.stdout.readline()
        time.sleep(pause)
        os.write(writes, b'{"jsonrpc":"2.0","id":2,"method":"ping"}\n')
        assert '"id":2' in process.stdout.readline()
        os.close(writes)
        assert (process.wait(timeout=30), process.stderr.read()) == (0, "")


def test_without_a_thread_to_read_in_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from peptidecli.cli import mcp  # noqa: PLC0415

    def start(_thread: Any) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("threading.Thread.start", start)
    with pytest.raises(UsageError, match="there is no thread left for a server to read in"):
        mcp._need_a_thread()


def test_a_reader_that_goes_away_ends_it_at_once_without_a_word(environment: dict[str, str]) -> None:
    """So it is while its input is still open."""
    with subprocess.Popen(
        [PROGRAM, "mcp"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(HELLO)
        process.stdin.flush()
        assert "serverInfo" in process.stdout.readline()
        process.stdout.close()
        process.stdin.write('{"jsonrpc":"2.0","id":2,"method":"ping"}\n')
        process.stdin.flush()
        assert (process.wait(timeout=30), process.stderr.read()) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_answer_that_cannot_be_written_is_said(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([PROGRAM, "mcp"], input=HELLO, env=environment, stdout=full, stderr=subprocess.PIPE,
                              text=True, timeout=60, check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2, "peptide: the answer could not be written: No space left on device\n"
    )  # fmt: skip


def test_ctrl_c_ends_a_server_that_waits_on_a_terminal_at_once(environment: dict[str, str]) -> None:
    process, terminal = pty.fork()  # a session of its own, whose terminal this is: it sends a signal for Ctrl-C
    if process == 0:
        os.execve(PROGRAM, ["peptide", "mcp"], environment)
    said = b""
    while b"Ctrl-C ends it" not in said:
        said += os.read(terminal, 65536)
    os.write(terminal, HELLO.partition("\n")[0].encode() + b"\n")
    while b"serverInfo" not in said:  # it waits for the next line now
        said += os.read(terminal, 65536)
    os.write(terminal, b"\x03")
    ended, until = 0, time.monotonic() + 10
    while not ended and time.monotonic() < until:
        time.sleep(0.02)
        ended, status = os.waitpid(process, os.WNOHANG)
    if not ended:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    os.close(terminal)
    assert ended
    assert os.waitstatus_to_exitcode(status) == 130


@pytest.mark.parametrize("ignored", [False, True])
def test_an_interrupt_ends_a_server_that_waits_in_a_pipe_unless_interrupts_are_ignored(
    environment: dict[str, str], ignored: bool
) -> None:
    wanted = "''" if ignored else "-"
    command = ["sh", "-c", f"trap {wanted} INT; exec {PROGRAM} mcp"]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(HELLO)
        process.stdin.flush()
        assert "serverInfo" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        if ignored:
            process.stdin.write('{"jsonrpc":"2.0","id":2,"method":"ping"}\n')
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == 2
            process.stdin.close()
        assert process.wait(timeout=10) == (0 if ignored else 130)


def test_an_argument_that_a_tool_does_not_have_is_refused(asked: Asked) -> None:
    async def question(client: Any) -> Any:
        return await client.call_tool("trials", {"name": "semax"}), (await client.list_tools()).tools

    answer, tools = asked(question)
    assert answer.is_error
    assert answer.content[0].text.startswith("trials has no argument name; it takes names, topic, ")
    assert all(tool.input_schema["additionalProperties"] is False for tool in tools)


def test_it_has_the_six_tools_each_with_its_schemas(asked: Asked) -> None:
    async def question(client: Any) -> Any:
        return (await client.list_tools()).tools

    tools = asked(question)
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert tool.description
        assert tool.output_schema
        assert all("description" in field for field in tool.input_schema["properties"].values()), tool.name


def test_every_answer_has_references_a_disclaimer_and_keeps_its_budget(asked: Asked) -> None:
    async def question(client: Any) -> Any:
        return [(name, given, await client.call_tool(name, given)) for name, given in CALLS]

    for name, given, result in asked(question):
        assert not result.is_error, (name, given)
        text = result.content[0].text
        answer = json.loads(text)
        assert answer == result.structured_content
        assert len(text.encode()) <= 2000 * 3
        assert "Not medical advice" in answer["disclaimer"]
        assert answer["items"]
        cited = {mark for item in answer["items"] for mark in item.get("references", ())}
        assert cited == set(answer["references"]), (name, given)
        assert cited or name == "cite"


def test_a_profile_in_few_words_has_studies_in_people_status_and_a_verdict(asked: Asked) -> None:
    async def question(client: Any) -> Any:
        return (await client.call_tool("show", {"name": "semax"})).structured_content

    items = asked(question)["items"]
    sections = {item.get("section", "") for item in items}
    assert {"Studies in people", "Studies that looked for harm", "Regulatory status, as of the dates given"} <= sections
    assert any(item.get("Verdict") == "contradicted" for item in items)
    assert any(item.get("How sure") == "very low" for item in items)


def test_no_difference_is_a_result_and_not_no_result(asked: Asked, answer: Any) -> None:
    """The SDK reads the word null as JSON."""

    async def question(client: Any) -> Any:
        given = {"names": ["cerebrolysin"], "result": "null", "budget": 20_000}
        return (await client.call_tool("trials", given)).structured_content

    told = asked(question)
    assert f"{len(answer('trials', 'cerebrolysin', '--result', 'null')['trials'])} studies in people" in str(told)


def test_a_name_that_is_not_taken_as_written_is_told(asked: Asked) -> None:
    async def question(client: Any) -> Any:
        calls = ("compare", {"names": ["selnak", "semax"]}), ("trials", {"names": ["selnak"]})
        return [(await client.call_tool(*call)).structured_content.get("read_as") for call in calls]

    assert [said[0].partition(" (")[0] for said in asked(question)] == ["'selnak' read as Selank"] * 2


def test_more_is_told_when_more_is_asked_for(asked: Asked) -> None:
    async def question(client: Any) -> Any:
        return [
            (await client.call_tool("show", {"name": "semax", "budget": n})).structured_content
            for n in (600, 2000, 60_000)
        ]

    small, usual, whole = asked(question)
    assert len(small["items"]) < len(usual["items"]) < len(whole["items"])
    assert small["left_out"] > usual["left_out"] > whole["left_out"]
    assert "budget" in small["more"]


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("show", {"name": "aspirin"}, "not in the dataset"),
        ("show", {}, "name"),
        ("show", {"name": "semax", "sections": ["saftey"]}, "Input should be 'identity'"),
        ("show", {"name": "semax", "budget": "much"}, "show was not asked: budget: Input should be a valid integer"),
        ("compare", {"names": ["semax"]}, "at least 2 items"),
        ("compare", {"names": ["semax", "Семакс"]}, "Semax once more"),
        ("cite", {"query": "zzzzqqq"}, "peptide"),
        ("trials", {"topic": "horoscopes"}, "horoscopes"),
        ("audit", {"text": ""}, "at least 1 character"),
        ("cite", {"query": "x" * 1_000_000}, "at most 2000 characters"),
        ("trials", {"topic": "semax " * 10_000}, "at most 200 characters"),
        ("cite", {"design": "semax " * 10_000}, "at most 200 characters"),
        ("search", {"question": "semax", "compound": "semax " * 10_000}, "at most 200 characters"),
        ("prescribe", {"name": "semax"}, "Unknown tool"),
    ],
    ids=str,
)
def test_wrong_arguments_are_told_and_the_server_lives_on(
    asked: Asked, name: str, given: dict[str, Any], said: str
) -> None:
    async def question(client: Any) -> Any:
        try:
            wrong = await client.call_tool(name, given)
            told, failed = wrong.content[0].text, wrong.is_error
        except mcp.MCPError as error:
            told, failed = str(error), True
        return told, failed, await client.call_tool("show", {"name": "p21"})

    told, failed, after = asked(question)
    assert failed
    assert said in told
    assert "Traceback" not in told
    assert "http" not in told
    assert len(told) < 1000
    assert not after.is_error


def test_every_compound_is_a_resource_in_few_words_and_whole(asked: Asked, bundled: Dataset) -> None:
    async def question(client: Any) -> Any:
        listed = [str(item.uri) for item in (await client.list_resources()).resources]
        few = await client.read_resource("peptide://compound/semax")
        whole = await client.read_resource("peptide://compound/semax/whole")
        try:
            await client.read_resource("peptide://compound/aspirin/whole")
            wrong = ""
        except mcp.MCPError as error:
            wrong = str(error)
        return listed, few.contents[0], whole.contents[0], wrong

    listed, few, whole, wrong = asked(question)
    assert listed == [f"peptide://compound/{key}" for key in bundled.compounds]
    assert json.loads(few.text)["title"] == "Semax"
    assert whole.mime_type == "text/markdown"
    assert whole.text.startswith("# Semax\n")
    assert "not in the dataset" in wrong


def test_nothing_that_is_named_read_or_refused_steers_a_terminal(environment: dict[str, str], tmp_path: Path) -> None:
    hostile = "a\u202evil\u001b[31m"
    (tmp_path / "compounds").mkdir()
    (tmp_path / "compounds" / "own.toml").write_text(
        f'id = "own"\nname = {json.dumps(hostile)}\nclass = "c"\nsummary = {json.dumps(hostile)}\n'
        'primary-mechanism = "p"\ndistinction = "d"\n'
    )
    calls = [
        ("resources/list", {}),
        ("resources/read", {"uri": "peptide://compound/own/whole"}),
        ("resources/read", {"uri": f"peptide://compound/{hostile}"}),
        ("tools/call", {"name": hostile, "arguments": {}}),
        ("tools/call", {"name": "show", "arguments": {"name": "semax", hostile: 1}}),
        (hostile, {}),
    ]
    lines = (
        json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": given})
        for number, (method, given) in enumerate(calls, 2)
    )
    done = subprocess.run([PROGRAM, "mcp"], input=HELLO + "\n".join(lines) + "\n", capture_output=True, text=True,
                          env=environment | {"PEPTIDE_DATA": str(tmp_path)}, timeout=60, check=False)  # fmt: skip
    answers = done.stdout.splitlines()
    assert len(answers) == len(calls) + 1
    told = [json.dumps(json.loads(answer), ensure_ascii=False) for answer in answers]
    assert [answer for answer in told if "\u202e" in answer or "\\u001b" in answer] == []


def test_own_data_and_the_end_of_input_are_honoured(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [str(PROGRAM), "mcp"],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_it_says_what_it_serves(run: Run) -> None:
    done = run("mcp", "--check")
    assert done.returncode == 0
    assert all(tool in done.stdout for tool in TOOLS)


def test_without_the_extra_it_says_what_to_install(environment: dict[str, str]) -> None:
    code = "import sys; sys.modules['mcp'] = None; sys.argv = ['peptide', 'mcp']\n"
    code += "from peptidecli.__main__ import main; main()"
    python = PROGRAM.with_name("python")
    done = subprocess.run([str(python), "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'peptidecli[mcp]'" in done.stderr


@pytest.mark.parametrize("budget", [300, 700, 2000, 9000])
def test_a_brief_holds_its_budget_and_cuts_nothing_in_two(budget: int) -> None:
    dataset = opened(user_data=False, cache=False)
    document = paper(dataset, show("cerebrolysin", dataset=dataset))
    told = brief(document, budget)
    assert len(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()) <= budget * 3
    notes = {
        note.mark: "".join(part if isinstance(part, str) else getattr(part, "text", "") for part in note.words).strip()
        for note in document.notes
    }
    assert all(notes[mark] == text for mark, text in told["references"].items())


def test_what_was_asked_before_the_input_ends_is_answered_and_what_is_no_message_is_said(
    environment: dict[str, str],
) -> None:
    """A line with nothing in it is passed over without a word."""
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    call = {"name": "show", "arguments": {"name": "semax"}}
    sent: list[dict[str, Any]] = [
        {"id": 0, "method": "initialize", "params": hello},
        {"method": "notifications/initialized"},
        *({"id": number, "method": "tools/call", "params": call} for number in range(1, 21)),
    ]
    lines = [*(json.dumps({"jsonrpc": "2.0"} | message) for message in sent), "garbage", "", "  "]
    done = subprocess.run(
        [str(PROGRAM), "mcp"], input="\n".join(lines) + "\n", env=environment, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    numbers = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert sorted(number for number in numbers if number is not None) == list(range(21))
    assert numbers.count(None) == 1
    assert done.stderr.count("a line that is no JSON is passed over") == 1
    assert done.returncode == 0


def test_a_prompt_that_it_does_not_have_is_told_to_who_asked_and_to_nobody_else(environment: dict[str, str]) -> None:
    asked = '{"jsonrpc":"2.0","id":2,"method":"prompts/get","params":{"name":"x"}}\n'
    done = subprocess.run(
        [str(PROGRAM), "mcp"],
        input=HELLO + asked,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Unknown prompt" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("number", ["{}", "[1]", "null", "1.5", "true"])
def test_a_cancelling_of_what_is_no_number_ends_nothing(environment: dict[str, str], number: str) -> None:
    wrong = f'{{"jsonrpc":"2.0","method":"notifications/cancelled","params":{{"requestId":{number}}}}}\n'
    asked = f'{HELLO}{wrong}{{"jsonrpc":"2.0","id":2,"method":"tools/list"}}\n'
    done = subprocess.run(
        [str(PROGRAM), "mcp"], input=asked, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 2]
