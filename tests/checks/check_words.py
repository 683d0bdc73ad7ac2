#!/usr/bin/env python3
"""Words of records are letters: what Qt draws as anything else is reached through ui/shared/words/plain_words alone.
Exit code 1: a file goes past that door."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOOR = {"plain_words.cpp", "plain_words.h"}
RULES = [
    (re.compile(r"\bsetTextFormat\("), "labels are plain; setMarkup for a sentence of ours"),
    (re.compile(r"\b(set|insert)(Html|Markdown)\("), "setMarkup takes the words as letters"),
    (re.compile(r"\bQTextDocument (?!&)\w+;|new QText(Document|Browser)\b"), "WordsDocument and WordsBrowser load nothing"),
    (re.compile(r"\bQTextEdit\b|\bQGraphicsTextItem\b|\bQErrorMessage\b"), "QPlainTextEdit, so that what is pasted is plain"),
    (re.compile(r"\bQWhatsThis\b|\bsetWhatsThis\("), "its text may be taken for HTML"),
    (re.compile(r"\bsetOpen(External)?Links\((true|!)|\bQDesktopServices\b"), "no address is opened because of text"),
    (re.compile(r"QMessageBox::(information|warning|critical|question|about)\("), "Dialogs::confirm or a Banner"),
    (re.compile(r"QStringLiteral\(\s*\"<[a-z]+[ >]|u\"<[a-z]+[ >]"), "Markup fills sentences with words as letters"),
]
# Documents whose builders escape every word themselves, which tests/ui and tests/unit/documents hold to it.
BUILDERS = {"needs_print.cpp", "shortlist_report.cpp"}
# In all but the last .arg() of a chain: a %2 in these words would be filled by the next one.
WORDS = re.compile(r"\btext\(|\bfact\(|[a-z]Name\b|\.name\b(?!\()|shown\(\)|\b(words|domain|title|household|file|folder)\b")
OURS = re.compile(r"Markup(?:\s+\w+)?\(\s*\Z")


def end_of_call(text, at):
    """Of the bracket at `at`, the place after its partner."""
    depth = 0
    for found in re.compile(r'"(?:\\.|[^"\\])*"|[()]').finditer(text, at):
        depth += {"(": 1, ")": -1}.get(found.group(), 0)
        if depth == 0:
            return found.end()
    return len(text)


def chained_words(text):
    for found in re.finditer(r"\.arg\(", text):
        end = end_of_call(text, found.end() - 1)
        if text[end:].lstrip().startswith(".arg(") and WORDS.search(text, found.start(), end):
            yield found.start(), text[found.start():end]


def faults(path):
    text = path.read_text(encoding="utf-8")
    for at, what in chained_words(text):
        yield text.count("\n", 0, at) + 1, " ".join(what.split()), "words come last, or all in one arg()"
    for rule, instead in RULES:
        for found in rule.finditer(text):
            if "<" in rule.pattern and path.name in BUILDERS:
                continue
            if found.group().startswith(("QStringLiteral", "u\"")) and OURS.search(text[:found.start()]):
                continue
            yield text.count("\n", 0, found.start()) + 1, found.group().split("\n")[0], instead


def main():
    bad = 0
    for path in sorted((ROOT / "ui").rglob("*")):
        if path.suffix not in {".cpp", ".h"} or path.name in DOOR:
            continue
        for line, what, instead in faults(path):
            print(f"{path.relative_to(ROOT)}:{line}: {what}: {instead}")
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
