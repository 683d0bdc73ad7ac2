#!/usr/bin/env python3
"""The catalogue of words and the sources fit together: no key is missing or unused, no place is filled by nothing,
every number has the forms of its language, every language has the keys and places of the first, and no sentence
stands in src/ instead. With arguments: more catalogues, compared with the first. Exit code 1: something does not fit."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIRST = "en"
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
PLACE = re.compile(r"\{(\w+)(?::([\w.-]+))?\}")
# Made of several facts while a sentence is filled.
MADE = {"Field", "ruleWords", "causeNext"}
# The number of a sentence that others place: "{days:count.days}".
COUNTED = "n"
OWN_TO_A_LANGUAGE = "plural."


def source(path):
    return re.sub(r"(?<![:\"/])//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def sources(*folders):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".cpp", ".h"}:
                yield path


def camel(column):
    """The name that a field goes by outside of the database: "needCode" for "need_code"."""
    return re.sub(r"_(\w)", lambda found: found.group(1).upper(), column)


def literals():
    written = {word for path in sources("src", "ui") for word in LITERAL.findall(source(path))}
    return written | {camel(word) for word in written if re.fullmatch(r"[a-z]+(?:_[a-z]+)+", word)}


def forms(sentence):
    """By name of the form: of a sentence without a number there is one."""
    return {"other": sentence} if isinstance(sentence, str) else {k: v for k, v in sentence.items() if k != "by"}


def places(sentence):
    """Names of places, and keys of the sentences that stand there."""
    return {place for form in forms(sentence).values() for place in PLACE.findall(form)}


def names(sentence):
    by = set() if isinstance(sentence, str) else {sentence["by"]}
    return {name for name, _ in places(sentence)} | by


def placed(messages):
    return {key for sentence in messages.values() for _, key in places(sentence) if key}


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
    parts = {part for word in words for part in re.split(r"[./]", word) if part}
    beginnings = [part for part in parts if part.endswith("-")]
    in_sentences = placed(messages)

    def written(part):
        return part in parts or part.isdigit() or any(
            part.startswith(begin) and part[len(begin):] in parts for begin in beginnings)
    for key in messages:
        if key.startswith(OWN_TO_A_LANGUAGE) or key in in_sentences:
            continue
        if key not in words and not all(map(written, re.split(r"[./]", key))):
            yield f"{key} is used nowhere"


def unfilled(messages, words):
    for key, sentence in messages.items():
        for name in names(sentence):
            if name not in words and name not in MADE and name != COUNTED:
                yield f"{key}: nothing fills {{{name}}}"


def malformed(messages, language):
    """Forms that a number does not have, or lacks; places of which only some forms have one."""
    told_apart = {key[len(OWN_TO_A_LANGUAGE):] for key in messages if key.startswith(OWN_TO_A_LANGUAGE)}
    for key in placed(messages):
        if isinstance(messages.get(key), str) or messages.get(key, {}).get("by") != COUNTED:
            yield f'{language}: {key} stands in a sentence, so it has forms by "{COUNTED}"'
    for key, sentence in messages.items():
        if isinstance(sentence, str):
            continue
        given = forms(sentence)
        for form in sorted(given.keys() - told_apart - {"other"}):
            if not form.isdigit():
                yield f"{language}: {key} has the form {form}, which no number has"
        for form in sorted((told_apart | {"other"}) - given.keys()):
            # Where every number of a form is named itself, the form is said of none.
            numbers = messages.get(OWN_TO_A_LANGUAGE + form, "?").split(",")
            if not set(numbers) <= given.keys():
                yield f"{language}: {key} lacks the form {form}"
        needed = names(sentence) - {sentence["by"]}
        for form, text in given.items():
            if {name for name, _ in PLACE.findall(text)} - {sentence["by"]} != needed:
                yield f"{language}: {key} has other places in its form {form}"


def differing(first, other, language):
    own = {key for key in first.keys() | other.keys() if key.startswith(OWN_TO_A_LANGUAGE)}
    for key in sorted((first.keys() ^ other.keys()) - own):
        yield f"{language}: {key} is in one language only"
    for key in sorted((first.keys() & other.keys()) - own):
        if names(first[key]) != names(other[key]):
            yield f"{language}: {key} has other places"


WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]")
TOLD = re.compile(r"[A-Z][a-z]|.*[.?!]( |$)")
# What an error, a transaction or a query is called in the log begins small and says no more than that.
LABELS = re.compile(r"ErrorCode::|\w*[eE]rror\w*\(|guarded\w*\(|(?:query|queryChild|write|read|commit)<|\w*[uU]nreadable\(|throw |fprintf|"
                    r"readSmall\w*\(|KeyedHash\(")
# Whose words are no sentences of ours.
ELSEWHERE = {
    "src/demonstration": "records that are invented",
    "src/app/authority/demonstration.cpp": "records that are invented",
    "src/exchange/json_problem.cpp": "what the checker of schemas says, to be told apart",
    "src/storage": "SQL",
    "src/support/files/folder_place.cpp": "names of products",
}


def sentences():
    """Words for people that stand in src/ and not in the catalogue."""
    for path in sources("src"):
        name = str(path.relative_to(ROOT))
        text = source(path)
        for found in LITERAL.finditer(text):
            word = found.group(1)
            if not WORDS.search(word) or any(name.startswith(place) for place in ELSEWHERE):
                continue
            begin = max(text.rfind(end, 0, found.start()) for end in (";", "{\n", "}\n"))
            if TOLD.match(word) or not LABELS.search(text, begin + 1, found.start()):
                yield f'{name}: "{word}" is a sentence: it belongs in the catalogue'


def once(pairs):
    keys = [key for key, _ in pairs]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        sys.exit(f"there twice: {', '.join(twice)}")
    return dict(pairs)


def read(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"), object_pairs_hook=once)


def main():
    catalogues = {path.stem: read(path) for path in sorted((ROOT / "resources/messages").glob("*.json"))}
    for more in sys.argv[1:]:
        catalogues[pathlib.Path(more).stem] = read(more)
    first, words = catalogues[FIRST], literals()
    faults = [*missing(first, words), *unused(first, words), *unfilled(first, words), *sentences()]
    for language, messages in catalogues.items():
        faults += malformed(messages, language)
        faults += differing(first, messages, language)
    print("\n".join(faults) if faults else f"messages: {len(first)} keys, each used and filled")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
