#!/usr/bin/env python3
"""Every source stands in the format of .clang-format. Prints those that do not; exit code 1 then."""
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMATTER = "clang-format-14"
BATCH = 40


def sources():
    return sorted(str(path.relative_to(ROOT)) for folder in ("src", "ui", "tests") for path in (ROOT / folder).rglob("*")
                  if path.suffix in {".cpp", ".h"})


def badly_formatted(batch):
    ran = subprocess.run([FORMATTER, "--dry-run", *batch], cwd=ROOT, capture_output=True, text=True)
    return {line.split(":")[0] for line in ran.stderr.splitlines() if "[-Wclang-format-violations]" in line}


def main():
    files = sources()
    batches = [files[i:i + BATCH] for i in range(0, len(files), BATCH)]
    with ThreadPoolExecutor(2) as pool:
        bad = sorted(set().union(*pool.map(badly_formatted, batches)))
    for file in bad:
        print(f"{file}: {FORMATTER} -i {file}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
