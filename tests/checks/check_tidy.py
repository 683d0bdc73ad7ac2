#!/usr/bin/env python3
"""Reads sources with clang-tidy and the checks of .clang-tidy.

check_tidy.py COMPILE_COMMANDS [--seconds N] [--since COMMIT | --all | FILE...]: by default what differs from origin/main,
or from the commit before where that is where we stand. A header is read through one source that includes it. With
--seconds no file is begun after that time, and those left out are named. Exit code 1: a finding.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIDY = "clang-tidy-14"


def git(*words):
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True)


def base_of_changes():
    base = git("merge-base", "origin/main", "HEAD").stdout.strip()
    return base if base and base != git("rev-parse", "HEAD").stdout.strip() else "HEAD~1"


def changed_since(commit):
    differing = git("diff", "--name-only", "--diff-filter=d", commit)
    if differing.returncode:  # e.g. a clone without history
        print(f"tidy: nothing to compare with: {differing.stderr.strip()}")
        sys.exit(0)
    return differing.stdout.split("\n") + git("ls-files", "--others", "--exclude-standard").stdout.split("\n")


def source_with(header, compiled):
    """Its own source, else the first one that includes it; none: nothing compiled does."""
    own = pathlib.Path(header).with_suffix(".cpp")
    if str(own) in compiled:
        return str(own)
    name = header.removeprefix("src/")
    return next((source for source in sorted(compiled) if f'#include "{name}"' in (ROOT / source).read_text()), None)


def sources_for(names, compiled):
    wanted = set()
    for name in names:
        path = os.path.relpath(ROOT / name, ROOT)
        wanted.add(source_with(path, compiled) if path.endswith(".h") else path)
    return sorted(wanted & compiled)


def findings_in(source, folder):
    ran = subprocess.run(["nice", TIDY, "-p", folder, "--quiet", str(ROOT / source)], cwd=ROOT, capture_output=True, text=True)
    return ran.stdout.strip() if ran.returncode else ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("commands", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--since")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("files", nargs="*")
    asked = parser.parse_intermixed_args()

    compiled = {os.path.relpath(entry["file"], ROOT) for entry in json.loads(asked.commands.read_text())}
    # Not tests: each is one thread that may exit, and Catch's macros are not ours.
    compiled = {source for source in compiled if re.match(r"(src|ui)/", source)}
    names = compiled if asked.all else asked.files or changed_since(asked.since or base_of_changes())
    begun = time.monotonic()

    def read(source):
        if time.monotonic() - begun > asked.seconds:
            return None
        said = findings_in(source, asked.commands.parent)
        if said:
            print(said, flush=True)
        return said

    sources = sources_for(names, compiled)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = dict(zip(sources, pool.map(read, sources)))
    left_out = [source for source, said in results.items() if said is None]
    faults = sum(1 for said in results.values() if said)
    print(f"tidy: {len(sources) - len(left_out)} sources read, {faults} with findings, {time.monotonic() - begun:.0f} s")
    for source in left_out:
        print(f"not read for want of time: {source}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
