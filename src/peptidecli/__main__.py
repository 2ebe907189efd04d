"""Entry point: `peptide` and `python -m peptidecli`."""

# A command lives for a tenth of a second: collecting garbage in it only costs time, and so does the last collection
# of the interpreter at its end, which passes over what is frozen.
import atexit
import gc

gc.disable()
atexit.register(gc.freeze)

import io  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402

from .cli.app import app  # noqa: E402


def main() -> None:
    """Run the command line. A fault of our own is told in one line; PEPTIDE_DEBUG=1 shows where it happened."""
    if "_PEPTIDE_COMPLETE" in os.environ:
        from .cli.completion import keep_rich_out  # noqa: PLC0415 - only for the shell's Tab key

        keep_rich_out()
    _speak_every_script()
    try:
        app(prog_name="peptide")
    except Exception as error:
        if os.environ.get("PEPTIDE_DEBUG"):
            raise
        print(f"peptide: a fault in the program: {type(error).__name__}: {error}", file=sys.stderr)
        print("Please report it, with what PEPTIDE_DEBUG=1 prints.", file=sys.stderr)
        sys.exit(1)


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
