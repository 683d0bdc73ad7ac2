#!/usr/bin/env python3
"""Names by one rule: sources of tests, and object names of widgets. Prints what is named otherwise; exit code 1 then.

A source with test cases is called <subject>_test.cpp. An object name is what the widget is for and its kind
("endDateEdit"), so that a test says what it looks for; of several alike each has its key behind a dash ("ratingRow-health").
The button that does what a dialog asks is its Proceed. What asks for one field of a record is called by the field
("onlySex"). A dot makes it the name of an action ("edit.undo").
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = ("Action Area Band Banner Bar Box Brand Button Calendar Card Chart Check Choice Combo Echo Edit Editor Field Filter"
         " Label List Menu Note Page Panel Picker Popup Proceed Row Scroll Search Spin State Summary Table Tabs Text Tree Toast View Window").split()
LITERAL = r'(?:QStringLiteral\(|QLatin1String\(|QString::fromLatin1\(|u)?"([^"]*)"'
FIELD = re.compile(r'\bfield\("([a-z_]+)"')
NAMED = re.compile(r"\b(?:setObjectName|addAction|addSearch|addChoice|addCheck|addClear)\(\s*" + LITERAL)


def fields_of_records():
    for path in (ROOT / "src/domain").rglob("*.h"):
        for column in FIELD.findall(path.read_text(encoding="utf-8")):
            first, *others = column.split("_")
            yield first + "".join(word.capitalize() for word in others)


def of_one_rule(name, fields):
    if "." in name or name in fields:
        return True
    stem = name.split("-")[0]
    return re.fullmatch(r"[a-z]+(?:[A-Z][a-z]*)*", stem) and any(stem == kind.lower() or stem.endswith(kind) for kind in KINDS)


def sources(folder):
    return sorted((ROOT / folder).rglob("*.cpp"))


def faults():
    for path in sources("tests"):
        if re.search(r"^TEST_CASE\(", path.read_text(encoding="utf-8"), re.MULTILINE) and not path.stem.endswith("_test"):
            yield f"{path.relative_to(ROOT)}: call it {path.stem.removeprefix('test_')}_test.cpp"
    fields = set(fields_of_records())
    for path in sources("ui"):
        for name in NAMED.findall(path.read_text(encoding="utf-8")):
            if not of_one_rule(name, fields):
                yield f"{path.relative_to(ROOT)}: \"{name}\" does not end with its kind ({', '.join(KINDS[:4])}, ...)"


def main():
    found = list(faults())
    print("\n".join(found) if found else "names: one rule")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
