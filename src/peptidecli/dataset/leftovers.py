"""What lies beside a file while it is written, and what a writer that was killed has left there."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from pathlib import Path

PART, OLD = ".peptide-part", ".peptide-old"
"""How the names end of what is written, and of what is put aside: as no name ends that a person has given."""


def beside(path: Path, ending: str = PART) -> Path:
    """Return where a file, or a folder, is written before it takes its place: its name tells who writes it."""
    return path.with_name(f".{path.name}.{os.getpid()}{ending}")


def sweep(path: Path, *, folders: bool = True) -> None:
    """Take away what writers of a file, or a folder, have left beside it that are no more; of a file no `folders`.

    What has been put aside comes back where nothing has taken its place.
    """
    named = re.compile(rf"\.{re.escape(path.name)}\.(\d+)(?:-\w+)?(?:{re.escape(PART)}|{re.escape(OLD)})")
    with contextlib.suppress(OSError):
        for entry in os.scandir(path.parent):
            found = named.fullmatch(entry.name)
            if found and not lives(int(found[1][:20])) and (folders or not entry.is_dir(follow_symlinks=False)):
                if entry.name.endswith(OLD) and not os.path.lexists(path):
                    os.rename(entry.path, path)  # noqa: PTH104
                else:
                    remove(Path(entry.path))


def lives(number: int) -> bool:
    """Tell whether the process of that number may still live."""
    try:
        if os.name == "posix":  # elsewhere signal 0 is no question
            os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # another user's
        pass
    return True


def remove(path: Path) -> None:
    """Take away a file, or a folder with all that is in it, where it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
