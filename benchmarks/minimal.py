"""The yardstick: a minimal Typer and Rich application that prints one table of ten rows."""

import typer

app = typer.Typer()


@app.command()
def show(name: str) -> None:
    """Print the table."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table("Number", name)
    for number in range(10):
        table.add_row(str(number), "a cell of the table")
    Console().print(table)


@app.command()
def other() -> None:
    """Make it an application with commands."""


if __name__ == "__main__":
    app()
