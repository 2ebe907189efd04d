"""Fuzz the parsers: `python -m fuzz --seconds 60` shares the time out over all targets; `--target article` is one.

Needs the extra `fuzz` (atheris, for Linux and macOS); where it is not installed the corpus alone is gone through.
An input that breaks something is left in `fuzz/found/` and ends the run with status 1; give it to `--input FILE`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run what the command line asks for; return the status."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=int, default=60, help="how long in all (60)")
    options.add_argument("--target", help="only this one")
    options.add_argument("--input", type=Path, help="go through this file alone, with --target")
    options.add_argument("--seed", type=int, default=1, help="of the mutations (1), printed in the log")
    options.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        return _fuzz(asked.target, asked.seconds, asked.seed)
    from .targets import TARGETS  # noqa: PLC0415 - a child imports it with atheris watching

    names = [asked.target] if asked.target else list(TARGETS)
    if asked.input:
        TARGETS[names[0]](asked.input.read_bytes())
        return 0
    for name in names:
        for path in sorted((HERE / "corpus" / name).iterdir()):
            TARGETS[name](path.read_bytes())
    try:
        import atheris  # noqa: F401, PLC0415
    except ImportError:
        print("atheris is not installed here (extra fuzz): the corpus holds, nothing was fuzzed")
        return 0
    failed = []
    for name in names:
        command = [sys.executable, "-m", "fuzz", "--child", "--target", name, "--seed", str(asked.seed)]
        command += ["--seconds", str(max(1, asked.seconds // len(names)))]
        done = subprocess.run(
            command, cwd=HERE.parent, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        if done.returncode:
            failed.append(name)
            print(done.stdout)
    print(f"fuzzed with seed {asked.seed}: {', '.join(names)}; {'broken: ' + ', '.join(failed) if failed else 'held'}")
    return 1 if failed else 0


def _fuzz(name: str, seconds: int, seed: int) -> int:
    import atheris  # noqa: PLC0415

    with atheris.instrument_imports(include=["peptidecli", "fuzz"]):
        from .targets import TARGETS  # noqa: PLC0415

    found = HERE / "found"
    found.mkdir(exist_ok=True)
    # libFuzzer writes what is new into the first folder: not into the corpus, which is in the repository.
    (found / name).mkdir(exist_ok=True)
    atheris.Setup(
        [
            sys.argv[0],
            str(found / name),
            str(HERE / "corpus" / name),
            f"-max_total_time={seconds}",
            f"-seed={seed}",
            "-timeout=10",
            "-max_len=4096",
            "-rss_limit_mb=1000",
            f"-artifact_prefix={found}/{name}-",
            "-verbosity=0",
        ],
        TARGETS[name],
    )
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
