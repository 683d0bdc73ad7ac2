#!/usr/bin/env python3
"""Lists files and functions over the sizes at which docs/architecture.md asks for a second look.

A list, not a gate: exit code 0 unless a file is over twice the size.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMITS = {".h": 250, ".cpp": 500}
FUNCTION_LINES = 60


def long_functions(path):
    """Functions by their opening brace in column 0, as .clang-format lays them out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line.startswith("}") and start is not None:
            if number - start > FUNCTION_LINES:
                yield start - 1, number - start, lines[start - 2].strip()
            start = None


def main():
    over = []
    gross = 0
    for folder in ("src", "ui", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            limit = LIMITS.get(path.suffix)
            if limit is None:
                continue
            count = len(path.read_text(encoding="utf-8").splitlines())
            name = path.relative_to(ROOT)
            if count > limit:
                over.append(f"{name}: {count} lines (look again at {limit})")
                gross += count > 2 * limit
            if path.suffix == ".cpp" and folder != "tests":
                over += [f"{name}:{at}: function of {length} lines: {head}"
                         for at, length, head in long_functions(path)]
    print("\n".join(over) if over else "sizes: nothing to look at again")
    return 1 if gross else 0


if __name__ == "__main__":
    sys.exit(main())
