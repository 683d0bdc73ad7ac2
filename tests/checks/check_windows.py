#!/usr/bin/env python3
"""Reads src/ with a compiler for Windows, syntax only: the sources of the core, and those of support/os for Windows.

check_windows.py [PART...]: only sources with one of these in their path. The libraries' headers are Debian's, from a
folder that holds nothing else: in /usr/include a header of this system would be found too, and nobody would notice.
Exit code 1: a source does not compile, 3: there is no such compiler.
"""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMPILER = "x86_64-w64-mingw32-g++-posix"
LIBRARIES = ["boost", "csv.h", "kainjow", "nlohmann", "sodium", "sodium.h", "soci", "utf8proc.h", "valijson"]
OPTIONS = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wshadow", "-Werror", "-D_WIN32_WINNT=0x0A00", "-DUNICODE",
           "-DSQLITE_HAS_CODEC", "-Isrc", "-isystem", "/usr/include/sqlcipher"]


def compiled(source, headers):
    """What the compiler said; empty: the source is right."""
    done = subprocess.run([COMPILER, *OPTIONS, "-isystem", headers, "-isystem", f"{headers}/soci", str(source)],
                          cwd=ROOT, capture_output=True, text=True)
    return done.stderr or "no message" if done.returncode else ""


def main():
    if not shutil.which(COMPILER):
        print(f"no {COMPILER}: Debian's g++-mingw-w64-x86-64-posix", file=sys.stderr)
        return 3
    begun = time.monotonic()
    sources = [path.relative_to(ROOT) for path in sorted(ROOT.glob("src/**/*.cpp")) if not path.stem.endswith("_posix")]
    if parts := sys.argv[1:]:
        sources = [source for source in sources if any(part in str(source) for part in parts)]
    faults = 0
    with tempfile.TemporaryDirectory() as headers, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name in LIBRARIES:
            pathlib.Path(headers, name).symlink_to(f"/usr/include/{name}")
        for source, said in zip(sources, pool.map(lambda one: compiled(one, headers), sources)):
            if said:
                faults += 1
                print(f"{source}:\n{said}", flush=True)
    print(f"windows: {len(sources) - faults} of {len(sources)} sources compile, {time.monotonic() - begun:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
