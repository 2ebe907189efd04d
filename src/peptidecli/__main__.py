"""Entry point: `peptide` and `python -m peptidecli`."""

# A command lives for a tenth of a second: collecting garbage in it only costs time.
import gc

gc.disable()

from .cli.app import app  # noqa: E402


def main() -> None:
    """Run the command line."""
    app(prog_name="peptide")


if __name__ == "__main__":
    main()
