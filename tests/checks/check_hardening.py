#!/usr/bin/env python3
"""Reads back from the binaries what cmake/Hardening.cmake asks for. Exit code 1: something is missing.

check_hardening.py [--commands compile_commands.json] [--layer libhomeward_x.a]... PROGRAM...
"""
import argparse
import fcntl
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import time

WRITABLE_PLACES = ("/tmp", "/var/tmp", "/dev/shm", "/home", "/run/user")
COMPILED_WITH = ("-fstack-protector-strong", "-fstack-clash-protection", "-D_FORTIFY_SOURCE=3")


def readelf(option, path):
    return subprocess.run(["readelf", "-W", option, str(path)], check=True, capture_output=True, text=True).stdout


def program_faults(path):
    header, segments, dynamic = (readelf(option, path) for option in ("-h", "-l", "-d"))
    symbols = readelf("--dyn-syms", path)
    if not (re.search(r"Type:\s+DYN", header) and "INTERP" in segments and re.search(r"FLAGS_1\).*\bPIE\b", dynamic)):
        yield "not position independent (PIE)"
    if "GNU_RELRO" not in segments:
        yield "no GNU_RELRO"
    if not re.search(r"BIND_NOW|\bNOW\b", dynamic):
        yield "relocations are not all done at the start (BIND_NOW)"
    stack = re.search(r"GNU_STACK(?:\s+0x[0-9a-f]+){5}\s+([RWE ]+?)\s+0x", segments)
    if not stack:
        yield "no GNU_STACK"
    elif "E" in stack.group(1):
        yield "executable stack"
    for kind, flags in re.findall(r"^\s*(\w+)(?:\s+0x[0-9a-f]+){5}\s+([RWE ]+?)\s+0x", segments, re.MULTILINE):
        if "W" in flags and "E" in flags:
            yield f"segment {kind} is writable and executable"
    if "TEXTREL" in dynamic:
        yield "text relocations"
    if not re.search(r"UND __stack_chk_fail\b", symbols):
        yield "no stack protector (__stack_chk_fail)"
    if not re.search(r"UND __\w+_chk\b", symbols):
        yield "no checked library calls (FORTIFY_SOURCE)"
    for places in re.findall(r"\((?:RPATH|RUNPATH)\).*\[(.*)\]", dynamic):
        for place in places.split(":"):
            if not place.startswith("/") or place.startswith(WRITABLE_PLACES):
                yield f"looks for libraries in {place or 'the current folder'}"


def layer_faults(path):
    """The programs also hold libraries of the system, whose protector must not stand in for ours."""
    if "__stack_chk_fail" not in readelf("-s", path):
        yield "no stack protector (__stack_chk_fail)"


def command_faults(path):
    seen = 0
    for entry in json.loads(path.read_text(encoding="utf-8")):
        name = entry["file"]
        if not re.search(r"/(src|ui)/[^ ]+\.(cpp|cxx)$", name) or "autogen" in name:
            continue
        seen += 1
        missing = [flag for flag in COMPILED_WITH if flag not in entry["command"]]
        if not re.search(r"-fPI[CE]\b", entry["command"]):
            missing.append("-fPIC or -fPIE")
        if missing:
            yield f"{pathlib.Path(name).name} is compiled without {', '.join(missing)}"
    if seen == 0:
        yield "no source of ours among the compile commands"


def core_faults(program):
    """Runs --help into a full pipe, so that the program waits in the middle, and reads its limits."""
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    os.set_blocking(writer, False)
    try:
        while True:
            os.write(writer, b" " * 4096)
    except BlockingIOError:
        os.set_blocking(writer, True)
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    if hard == 0:
        print("core dumps are off here for every program: not checked")
        return
    child = subprocess.Popen([str(program), "--help"], stdout=writer, stderr=subprocess.DEVNULL,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (hard, hard)))
    try:
        limits = pathlib.Path(f"/proc/{child.pid}/limits")
        deadline = time.monotonic() + 20
        while True:
            found = re.search(r"Max core file size\s+(\S+)\s+(\S+)", limits.read_text())
            if found and found.groups() == ("0", "0"):
                return
            if child.poll() is not None or time.monotonic() > deadline:
                yield "core dumps are not off"
                return
            os.sched_yield()
    except FileNotFoundError:
        yield "ended before its limits could be read"
    finally:
        child.kill()
        child.wait()
        os.close(reader)
        os.close(writer)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--commands", type=pathlib.Path)
    parser.add_argument("--layer", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--runs-help", type=pathlib.Path, action="append", default=[],
                        help="a program whose --help is run to see that core dumps are off")
    parser.add_argument("programs", type=pathlib.Path, nargs="+")
    arguments = parser.parse_args()
    faults = [f"{path.name}: {fault}" for path in arguments.programs for fault in program_faults(path)]
    faults += [f"{path.name}: {fault}" for path in arguments.layer for fault in layer_faults(path)]
    if arguments.commands:
        faults += command_faults(arguments.commands)
    faults += [f"{path.name}: {fault}" for path in arguments.runs_help for fault in core_faults(path)]
    print("\n".join(faults) if faults else
          f"hardening: {', '.join(path.name for path in arguments.programs)} as asked for")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
