#!/usr/bin/env python3
"""check_translations.py LUPDATE: what the window says can be translated. Every sentence is found under the name that
tr() asks for at run time, and every one with %n has forms. Exit code 1: one does not."""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Of ours, and of what ui/shared/words/toolkit_words.h lists of Qt.
CONTEXT = re.compile(r"homeward::ui::\w+|main|headless|Q\w+")


def found(lupdate):
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "all.ts"
        subprocess.run([lupdate, "-silent", "-locations", "relative", "-source-language", "en", "-target-language", "en",
                        "-I", ROOT, "-I", ROOT / "src", "-recursive", ROOT / "ui", "-ts", target],
                       check=True, stderr=subprocess.DEVNULL)
        return ElementTree.parse(target)


def faults(tree):
    for context in tree.iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            words = message.findtext("source")
            if not CONTEXT.fullmatch(name or ""):
                yield f'"{words}" stands under "{name}", where nothing looks for it: say Class::tr() in full'
            if re.search(r"%L?n\b", words) and message.get("numerus") != "yes":
                yield f'"{words}" has no forms: give tr() its number'


def main():
    tree = found(sys.argv[1])
    bad = list(faults(tree))
    print("\n".join(bad) if bad else f"translations: {sum(1 for _ in tree.iter('message'))} texts, each found")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
