#!/usr/bin/env python3
"""long_language.py ENGLISH.ts ENGLISH.json LONG.ts LONG.json: a language that nobody speaks, for tests and pictures.
Each sentence is the English one with an accent on every letter, about 40 % longer and in brackets, so that a person
and a program see at once what is not translated, what is put together of pieces, and what does not fit. Places, keys,
tags and names of files stay as they are."""
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "àƀčđéƒğĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁČĐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
LETTERS = str.maketrans(PLAIN, ACCENTED)
# %1 %L1 %n %Ln, {place}, {place:key}, <tag>, &entity;, (*.csv)
KEPT = re.compile(r"%L?(?:\d+|n)|\{[^}]*\}|<[^<>]+>|&\w+;|\(\*[^)]*\)|\*?\.\w{2,5}\b")
LONGER = 0.4
# The catalogue says of itself what it is; a program reads that.
OWN = {"language": "long", "language.name": "Long"}


def long(words):
    if not any(letter in PLAIN for letter in KEPT.sub("", words)):
        return words
    end = len(words.rstrip())
    begin = len(words) - len(words.lstrip())
    said, at = "", begin
    for kept in KEPT.finditer(words, begin, end):
        said += words[at:kept.start()].translate(LETTERS) + kept.group()
        at = kept.end()
    said += words[at:end].translate(LETTERS)
    more = max(1, round(LONGER * (end - begin)) - 2)
    # Of words that a line can break between, as any language has them.
    padding = "".join(" " if i % 8 == 7 and i < more - 1 else "~" for i in range(more))
    return words[:begin] + "[" + said + padding + "]" + words[end:]


def form(words, one):
    """Of "%n place(s) (is|are) free", as ui/shared/words/english_plurals does it."""
    words = re.sub(r"\((\w+)\|(\w+)\)", r"\1" if one else r"\2", words)
    return re.sub(r"(?<=\w)\((\w+)\)", "" if one else r"\1", words)


def translate(source, target):
    tree = ElementTree.parse(source)
    for message in tree.iter("message"):
        words = message.findtext("source")
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        if forms:
            for number, one in enumerate(forms):
                one.text = long(form(words, number == 0))
        else:
            translation.text = long(words)
    tree.write(target, encoding="utf-8", xml_declaration=True)


def sentence(key, words):
    if key in OWN or key.startswith("plural."):
        return OWN.get(key, words)
    if isinstance(words, dict):
        return {name: text if name == "by" else long(text) for name, text in words.items()}
    return long(words)


def main():
    english, messages, target, catalogue = sys.argv[1:]
    translate(english, target)
    with open(messages, encoding="utf-8") as file:
        words = json.load(file)
    with open(catalogue, "w", encoding="utf-8") as file:
        json.dump({key: sentence(key, text) for key, text in words.items()}, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
