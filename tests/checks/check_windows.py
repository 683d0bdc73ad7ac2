#!/usr/bin/env python3
"""Reads src/ with a compiler for Windows, syntax only: the sources of the core, and those of support/os for Windows.

check_windows.py [PART...]: only sources with one of these in their path. The libraries' headers are Debian's, from a
folder that holds nothing else: in /usr/include a header of this system would be found too, and nobody would notice.
The sources of a folder are read together, as cmake/Unity.cmake does, for their headers take longer than they do.
Exit code 1: a source does not compile, 3: there is no such compiler.
"""
import concurrent.futures
import itertools
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
GROUP = 8
OPTIONS = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wshadow", "-Werror", "-Wno-subobject-linkage",
           "-D_WIN32_WINNT=0x0A00", "-DUNICODE", "-DSQLITE_HAS_CODEC", "-Isrc", "-isystem", "/usr/include/sqlcipher"]


def groups(sources):
    """Of one folder each, at most GROUP; those of support/os alone: what one of them defines another must not see."""
    for folder, members in itertools.groupby(sources, key=lambda source: source.parent):
        members = list(members)
        size = 1 if folder.name == "os" else GROUP
        yield from (members[at:at + size] for at in range(0, len(members), size))


def compiled(group, headers):
    """What the compiler said; empty: the sources are right."""
    done = subprocess.run([COMPILER, *OPTIONS, "-isystem", headers, "-isystem", f"{headers}/soci", "-x", "c++", "-"],
                          cwd=ROOT, capture_output=True, text=True,
                          input="".join(f'#include "{ROOT / source}"\n' for source in group))
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
        together = list(groups(sources))
        for group, said in zip(together, pool.map(lambda one: compiled(one, headers), together)):
            if said:
                faults += len(group)
                print(f"{', '.join(str(source) for source in group)}:\n{said}", flush=True)
    print(f"windows: {len(sources) - faults} of {len(sources)} sources compile, {time.monotonic() - begun:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
