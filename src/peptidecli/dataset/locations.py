"""Where the data lie: the bundled dataset, the user's own folders, the cache."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ..errors import DatasetError

DATA_VARIABLE = "PEPTIDE_DATA"
"""Environment variable with folders of own data, separated as in PATH."""

CACHE_VARIABLE = "PEPTIDE_CACHE"
"""Environment variable with the folder of the cache; empty switches the cache off."""


def bundled() -> Path:
    """Return the folder of the bundled dataset: inside the package, or beside it in a checkout.

    Raises DatasetError when neither is there, as where the program is imported from a ZIP.
    """
    package = Path(__file__).parent.parent
    inside = package / "data"
    if inside.is_dir():
        return inside
    checkout = package.parent.parent
    # Without its pyproject.toml a folder called data two levels up is somebody else's.
    if (checkout / "pyproject.toml").is_file() and (checkout / "data").is_dir():
        return checkout / "data"
    if not package.is_dir():
        raise DatasetError(
            package, "the program runs out of an archive, and needs its data as files: unpack it, or install peptidecli"
        )
    raise DatasetError(inside, "the bundled dataset is missing; install peptidecli again")


def own(options: Sequence[Path] = (), *, user_data: bool = True) -> tuple[Path, ...]:
    """Return the folders of own data, in the order they are laid over the bundled dataset.

    First the platform's user data folder if it exists, then those of PEPTIDE_DATA (both only with `user_data`), then
    `options` (--data). A folder that was named and is not there raises DatasetError; the platform's own may be missing,
    but where something stands in its place that is no folder, or cannot be reached, that raises it as well.
    """
    named = [Path(part) for part in os.environ.get(DATA_VARIABLE, "").split(os.pathsep) if part] if user_data else []
    named += options
    for folder in named:
        if not _is_folder(folder):
            raise DatasetError(folder, "no such folder of own data; make it, or name another")
    folders = [*((home,) if user_data and (home := _home()) else ()), *named]
    last = {folder.resolve(): place for place, folder in enumerate(folders)}  # one named twice counts where it is last
    return tuple(folder for place, folder in enumerate(folders) if last[folder.resolve()] == place)


def home_of_own(options: Sequence[Path] = ()) -> Path:
    """Return the folder into which own data are written: the first of --data, of PEPTIDE_DATA, else the user's own.

    It need not exist.
    """
    named = [*options, *(Path(part) for part in os.environ.get(DATA_VARIABLE, "").split(os.pathsep) if part)]
    return named[0] if named else user_data_folder()


def make(folder: Path) -> list[Path]:
    """Make a folder of own data where it is not there, and return what was made, the innermost first.

    Raises DatasetError where it cannot be made.
    """
    if folder == _NO_HOME:
        raise DatasetError(
            Path("HOME"), "is not set, or is no path from the root, and you have no home here; "
            "name a folder: peptide --data DIR ...",
        )  # fmt: skip
    try:
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        nowhere = next((place for place in (folder, *folder.parents) if _leads_nowhere(place)), None)
        if nowhere:
            raise DatasetError(nowhere, "is a link to what is not there; mend it, or name another folder") from error
        raise DatasetError(folder, f"cannot be made: {error.strerror or error}") from error
    return missing


def _leads_nowhere(place: Path) -> bool:
    try:
        return place.is_symlink() and not place.exists()
    except OSError as error:  # one that leads to itself; into a folder that is closed nobody sees
        return error.errno == errno.ELOOP


def unmake(folders: Sequence[Path]) -> None:
    """Take away folders that were made and into which nothing was written after all."""
    with contextlib.suppress(OSError):  # one that is not empty stays, and what it lies in
        for folder in folders:
            folder.rmdir()


def _home() -> Path | None:
    """Return the platform's folder of own data, None where there is none."""
    home = user_data_folder()
    if _is_folder(home):
        return home
    try:
        os.lstat(home)
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno != errno.EACCES or _is_of_another(os.path.expanduser("~")):  # noqa: PTH111
            return None  # a home that is none, or another's, as in a container: nobody has data there
        raise DatasetError(home, f"cannot be looked into for own data: {error.strerror}") from error
    except ValueError:
        return None
    raise DatasetError(home, "is to be the folder of your own data, and is no folder")


def _is_of_another(home: str) -> bool:
    """Tell whether a home may not be entered and is not one's own."""
    if os.access(home, os.X_OK):
        return False
    try:
        return os.stat(home).st_uid != os.geteuid()  # noqa: PTH116 - where there is no such errno there is no such call
    except OSError:
        return True


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that is too long, or holds what no name can
        return False


def user_data_folder() -> Path:
    """Return the platform's folder for the user's own data; it need not exist, and without a home it cannot."""
    if sys.platform == "linux" or os.environ.get("XDG_DATA_HOME"):  # who sets it means it, on macOS too
        base = by_xdg("XDG_DATA_HOME", ".local/share")
        return base / "peptide" if base else _NO_HOME
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("peptide", appauthor=False)


_NO_HOME = Path(os.devnull, "no-home")
"""Stands for the folder of a user without a home: nothing is in it, and nothing can be put there."""


def by_xdg(variable: str, otherwise: str) -> Path | None:
    """Return a folder that the XDG Base Directory Specification names; None where the user has no home.

    The same that platformdirs gives, on every way to an answer: its import took 3 ms of 95.
    """
    base = os.environ.get(variable, "").strip()
    if os.path.isabs(base):  # noqa: PTH117 - the specification has others ignored
        return Path(base)
    # An empty HOME is none, where Python has it stand for the root of all folders.
    home = os.path.expanduser("~") if os.environ.get("HOME") != "" else ""  # noqa: PTH111
    # Who has neither HOME nor an entry in the system's list has no home: a folder called ~ here would be none.
    return Path(home, otherwise) if os.path.isabs(home) else None  # noqa: PTH117


def cache() -> Path | None:
    """Return the folder for the parsed dataset, or None when the cache is switched off."""
    chosen = os.environ.get(CACHE_VARIABLE)
    if chosen is not None:
        return Path(chosen) if chosen else None
    if sys.platform == "linux" or os.environ.get("XDG_CACHE_HOME"):
        base = by_xdg("XDG_CACHE_HOME", ".cache")
        return base / "peptide" if base else None
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("peptide", appauthor=False)
