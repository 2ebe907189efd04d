"""Entry point: `peptide` and `python -m peptidecli`."""

import _signal as signal  # type: ignore[import-not-found]  # no enumerations: their import can be interrupted

# Until the commands are read an interrupt ends the program as it would end any other: without a word. Where whoever
# started it has interrupts ignored, they stay so.
_INTERRUPTED = signal.getsignal(signal.SIGINT)
if _INTERRUPTED is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

# A command lives for a tenth of a second: collecting garbage in it only costs time, and so does the last collection
# of the interpreter at its end, which passes over what is frozen.
import atexit  # noqa: E402
import gc  # noqa: E402

gc.disable()
atexit.register(gc.freeze)

import errno  # noqa: E402
import io  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402

TYPE_CHECKING = False  # what type checkers take for true; typing itself is long to import
if TYPE_CHECKING:
    from typing import Any

from . import __version__  # noqa: E402
from .calls.streams import closed, steady  # noqa: E402
from .errors import ExitCode, PeptideError  # noqa: E402

_DEBUG = bool(os.environ.get("PEPTIDE_DEBUG"))

_WIDEST = 1000
"""Columns and lines beyond which no terminal is: a larger number is a slip, and would take all memory."""

_OURS = os.getpid()
_HEARD: "list[int]" = []
"""The interrupt that was heard, if there was one."""

_NO_MEMORY = b"peptide: there is not enough memory for this\n"


def main() -> None:
    """Run the command line. A fault of our own is told in one line; PEPTIDE_DEBUG=1 shows where it happened."""
    try:
        _main()
    except MemoryError:
        if _DEBUG:
            raise
    else:
        return
    # The error and all it held is gone by here. To tell it in the common way takes memory all the same: the words and
    # the status are there, and the system is given them as they are.
    try:  # noqa: SIM105 - contextlib would be one more import before anything is answered
        os.write(2, _NO_MEMORY)
    except OSError:
        pass
    os._exit(2)


def _end_others() -> None:
    """End the processes that work for this one, whose answers nobody waits for any more."""
    running = sys.modules.get(f"{__package__}.audit.running")  # imported where there are any
    if running:
        running.end_all()


def _unraised(told: "sys.UnraisableHookArgs") -> None:
    """End at an interrupt that came where nothing can be raised, as while an object is let go, and would be lost."""
    if issubclass(told.exc_type, KeyboardInterrupt):
        _end_at_once()
    if "race condition" not in str(told.exc_value):  # a signal that came while what hears it was changed
        sys.__unraisablehook__(told)


def _interrupt(*_: object) -> None:
    """Hear the first interrupt as Python does; whoever sends a second one while all is put away is not kept waiting."""
    if os.getpid() != _OURS or not _has_begun():
        os._exit(130)  # one that works for this, and has only begun, or nothing has
    _HEARD.append(signal.SIGINT)
    signal.signal(signal.SIGINT, _end_at_once)
    raise KeyboardInterrupt


def _has_begun() -> bool:
    """Tell whether what records are is known, before which nothing is read or written.

    An interrupt that breaks into that is lost in msgspec, which crashes later, for it has no dates (seen with 0.22).
    """
    spec = getattr(sys.modules.get(f"{__package__}.dataset.model"), "__spec__", None)
    return spec is not None and not getattr(spec, "_initializing", False)


def _end_at_once(*_: object) -> None:
    if os.getpid() == _OURS:
        _end_others()
    os._exit(130)


def _main() -> None:
    """Run the command line, and tell what ended it."""
    _open_streams()
    if "_PEPTIDE_COMPLETE" in os.environ and not _DEBUG:
        sys.stderr = _nothing("w")
    _speak_every_script()
    for name in ("COLUMNS", "LINES"):
        _bound(name)
    try:
        sys.unraisablehook = _unraised
        signal.signal(signal.SIGINT, _interrupt if _INTERRUPTED is signal.default_int_handler else _INTERRUPTED)
        try:
            _run(sys.argv[1:])
        except BaseException:
            _end_others()
            raise
        finally:
            sys.stdout.flush()
            if _INTERRUPTED is signal.default_int_handler and not _HEARD:
                # All is said; while Python ends an interrupt would be a signal's end.
                signal.signal(signal.SIGINT, signal.SIG_IGN)
    except (KeyboardInterrupt, SystemExit) as ended:
        if _HEARD or isinstance(ended, KeyboardInterrupt):  # Typer makes an end of its own of it
            os._exit(130)  # at once: while Python ends, another interrupt would end it as a signal does
        raise
    except BrokenPipeError:
        _end("", int(ExitCode.READER_GONE))
    except PeptideError as error:
        sys.stdout.flush()
        _end(f"peptide: {error}", int(error.exit_code))
    except Exception as error:
        if _HEARD:  # of which Python or a library has made an error
            os._exit(130)
        if _DEBUG:
            raise
        _end(_told(error), int(ExitCode.USAGE if _of_the_machine(error) else ExitCode.NOT_FOUND))


def _of_the_machine(error: Exception) -> bool:
    """Tell whether what was asked cannot be done here, as where a file, a folder or memory lacks: no fault of ours."""
    of_system = isinstance(error, OSError) or _of_memory(error) or _of_the_clock(error) or _of_threads(error)
    return of_system or type(error).__module__ == "sqlite3"


def _of_the_clock(error: Exception) -> bool:
    """Tell whether the clock is at fault: Python counts from 1677 to 2262, and so does what it imports, as logging."""
    return isinstance(error, OverflowError) and "timestamp" in str(error)


def _of_memory(error: Exception) -> bool:
    """Tell whether the system had no memory to give: for a file, a folder, or a library to be loaded."""
    refused = isinstance(error, OSError) and error.errno == errno.ENOMEM
    return (
        refused or isinstance(error, MemoryError) or (isinstance(error, ImportError) and "failed to map" in str(error))
    )


def _of_threads(error: Exception) -> bool:
    """Tell whether the system had no thread to give, which Python tells by its words alone."""
    return isinstance(error, RuntimeError) and "start new thread" in str(error)


def _run(arguments: list[str]) -> None:
    """Answer a command line: the plainest without Typer, which takes as long to import as most answers."""
    if arguments == ["--version"]:
        print(f"peptide {__version__}")
        return
    if "_PEPTIDE_COMPLETE" in os.environ:
        from .cli.completion import answer_tab, keep_rich_out  # noqa: PLC0415 - only for the shell's Tab key

        told = answer_tab(os.environ)
        if told is not None:
            sys.stdout.write(told)
            return
        keep_rich_out()
    else:
        from .cli.plain import plain_call  # noqa: PLC0415 - nothing of it for --version

        call = plain_call(arguments, os.environ)
        if call:
            call()
            return
    from .cli.app import app  # noqa: PLC0415

    app(prog_name="peptide")


def _bound(name: str) -> None:
    """Bound the size of the terminal that the environment gives; what is no number there, or none, is taken out."""
    size = os.environ.get(name, "")
    if size and (not size.isdecimal() or not int(size[:9])):
        del os.environ[name]  # Rich takes ² for a number, and draws nothing on no columns
    elif len(size) > 3:
        os.environ[name] = str(min(int(size[:9]), _WIDEST))


def _told(error: Exception) -> str:
    """Return what a person should hear of an error that nothing else has caught."""
    if isinstance(error, FileNotFoundError) and not error.filename:
        return "peptide: the folder you are working in is no longer there; change to another"
    if isinstance(error, OSError) and error.errno in {errno.EMFILE, errno.ENFILE}:
        return "peptide: too many files are open; this needs a few more than the limit (ulimit -n) allows"
    if _of_memory(error):
        return "peptide: there is not enough memory for this"
    if isinstance(error, OSError):
        where = f"{error.filename}:" if error.filename else "the answer could not be written:"
        return f"peptide: {where} {error.strerror or error}"
    if _of_threads(error):
        return "peptide: no further thread can be begun; this needs one more than the limit (ulimit -u) allows"
    if _of_the_clock(error):
        return "peptide: the clock of this machine tells a year that cannot be reckoned with; set it right"
    if isinstance(error, EOFError | ValueError) and "marshal data" in str(error):
        # Python leaves them so on a full disk: https://github.com/python/cpython/issues/126606
        return (
            "peptide: a compiled file of the program is cut short or damaged; delete the folders __pycache__ below "
            f"{__file__.rpartition(os.sep)[0]}, or install it again"
        )
    if type(error).__module__ == "sqlite3":
        return f"peptide: a database could not be read or written: {error}"
    # Whoever may write into the store may have written what no program would, and the checksum that fits.
    store = sys.modules.get(f"{__package__}.dataset.store")
    wrong = "What was kept of the data is not what its files say, and is thrown away: try again. If it comes again, "
    again = f"{wrong}please" if store and store.forget() else "Please"
    return (
        f"peptide: a fault in the program: {type(error).__name__}: {error}\n"
        f"{again} report it, with what PEPTIDE_DEBUG=1 prints."
    )


def _end(message: str, status: int = 1) -> None:
    """Say what went wrong and end; what is left in a stream that takes nothing is let go."""
    try:
        from .notation.visible import told  # noqa: PLC0415 - only for what went wrong

        text = f"{told(message, sys.argv)}\n" if message else ""
    except MemoryError:
        text, status = "peptide: there is not enough memory\n", int(ExitCode.USAGE)
    for stream, said in ((sys.stdout, ""), (sys.stderr, text)):
        try:
            stream.write(said)
            stream.flush()
        except OSError:
            # Only now: it may be too many open files that ends the program.
            with _nothing("w") as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())
    sys.exit(status)


def _nothing(mode: str) -> "Any":
    """Open a file of nothing to read from or to write to, for as long as the program lives."""
    return open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123 - pathlib takes longer to import than this


def _open_streams() -> None:
    """Open what the shell has closed (`>&-`) on nothing, so that the others work as ever; steady what is not."""
    if sys.stdin is None:
        sys.stdin = closed()
    if sys.stderr is None:
        sys.stderr = _nothing("w")
    if sys.stdout is None:
        sys.stdout = _nothing("w")
        _end("peptide: standard output is closed; there is nowhere to write the answer to", int(ExitCode.USAGE))
    for name in ("stdin", "stdout", "stderr") if os.name == "posix" else ():
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper) and (name == "stderr" or not _waits(stream)):
            setattr(sys, name, steady(stream, name))


def _waits(stream: io.TextIOWrapper) -> bool:
    """Tell whether a stream takes all that is written to it, waiting where it must; an unbuffered one takes a part."""
    return os.get_blocking(stream.fileno()) and not stream.write_through


def _speak_every_script() -> None:
    """Let stdout and stderr carry any letter: UTF-8 in files and pipes, what a terminal cannot show as `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in {"utf-8", "utf8"}:
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    main()
