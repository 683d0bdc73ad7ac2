#!/usr/bin/env python3
"""The catalogue of words and the sources fit together: no key is missing or unused, no place is filled by nothing,
and every language has the keys and places of the first. Exit code 1: something does not."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIRST = "en"
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
PLACE = re.compile(r"\{(\w+)\}")
# Made of several facts while a sentence is filled.
MADE = {"Field", "ruleWords", "causeNext"}


def literals():
    found = set()
    for folder in ("src", "ui"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in {".cpp", ".h"}:
                text = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
                found.update(LITERAL.findall(text))
    return found


def parts_of(words):
    return {part for word in words for part in word.split(".") if part}


def missing(messages, words):
    """Literals that name a key there is not: "rule.requird"."""
    groups = {key.split(".")[0] for key in messages if "." in key}
    shape = re.compile(r"(?:%s)\.[a-z][\w-]*(?:\.[\w-]+)*\.?" % "|".join(map(re.escape, sorted(groups))))
    for word in sorted(words):
        known = any(key.startswith(word) or key.endswith("." + word) for key in messages)
        if shape.fullmatch(word) and not known:
            yield f'"{word}" is in no catalogue'


def unused(messages, words):
    """A key is used where it is written, or where each of its parts is, as "rule." + rule does."""
    parts = parts_of(words)
    beginnings = [part for part in parts if part.endswith("-")]

    def written(part):
        return part in parts or part.isdigit() or any(
            part.startswith(begin) and part[len(begin):] in parts for begin in beginnings)
    for key in messages:
        if key not in words and not all(map(written, key.split("."))):
            yield f"{key} is used nowhere"


def unfilled(messages, words):
    for key, sentence in messages.items():
        for place in PLACE.findall(sentence):
            if place not in words and place not in MADE:
                yield f"{key}: nothing fills {{{place}}}"


def differing(first, other, language):
    for key in sorted(first.keys() ^ other.keys()):
        yield f"{language}: {key} is in one language only"
    for key in sorted(first.keys() & other.keys()):
        if set(PLACE.findall(first[key])) != set(PLACE.findall(other[key])):
            yield f"{language}: {key} has other places"


def main():
    folder = ROOT / "resources/messages"
    catalogues = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    first, words = catalogues[FIRST], literals()
    faults = [*missing(first, words), *unused(first, words), *unfilled(first, words)]
    for language, messages in catalogues.items():
        faults += differing(first, messages, language)
    print("\n".join(faults) if faults else f"messages: {len(first)} keys, each used and filled")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
