#!/usr/bin/env python3
"""Holds every #include against the layers of docs/architecture.md. Exit code 1: one crosses a layer."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORE = {
    "support": set(),
    "domain": {"support"},
    "matching": {"support", "domain"},
    "demonstration": {"support", "domain"},
    "analytics": {"support", "domain"},
    "documents": {"support", "domain", "matching", "analytics"},
    "exchange": {"support", "domain", "matching"},
    "storage": {"support", "domain"},
    "app": {"support", "domain", "matching", "demonstration", "analytics", "documents", "exchange", "storage"},
    "cli": {"support", "domain", "matching", "analytics", "documents", "app"},
}
FRONT = {"support", "domain", "matching", "analytics", "documents", "app"}
QT_CORE = re.compile(r"^(Q(Abstract\w*Model|SortFilterProxyModel|Object|String|StringList|Variant|Coreapp\w*|"
                     r"CoreApplication|Date|DateTime|Time|Locale|Hash|Map|Set|List|Vector|Pointer|ModelIndex|Timer|"
                     r"MimeData|Collator|RegularExpression|Flags|Settings|Byte\w*|FileInfo|Thread|Promise|Future\w*|"
                     r"MetaObject|Url|Debug|JsonDocument|JsonObject|JsonArray|Json\w*|Point|Size|Rect|Char)|Qt\w*)$")
# Pages stand alone: what two of them need lives in ui/shared. The shell registers them, headless prints what they make.
PAGES = {"mywork", "children", "carers", "matching", "insight", "admin"}
UI_USES = {"shared": set(), "shell": PAGES, "headless": PAGES | {"shell"}, "main.cpp": {"shell", "headless"}}
# What the system gives stands in src/support/os alone, one source per system.
SYSTEM = re.compile(r"(sys|linux|arpa|net|netinet)/|(unistd|fcntl|termios|dlfcn|dirent|poll|pthread|pwd|grp|sched|signal|"
                    r"malloc|io|direct|process|windows|winsock2|shlobj|shellapi|sddl)\.h$|csignal$")
OF_SYSTEM = re.compile(r"src/support/os/(\w+_(posix|windows)\.cpp|windows_calls\.h)")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1), found.group(2)


def fault_of_system(path, kind, name):
    if kind == "<" and SYSTEM.match(name) and not OF_SYSTEM.fullmatch(path.relative_to(ROOT).as_posix()):
        return "headers of a system only in src/support/os"
    return None


def fault_in_core(layer, kind, name):
    if kind == "<":
        if re.match(r"Q[A-Z]|Qt", name):
            return "no Qt in src/"
        if name.startswith("soci") and layer != "storage":
            return "soci only in storage"
        return None
    target = name.split("/")[0]
    if target in CORE and target != layer and target not in CORE[layer]:
        return f"{layer} may not use {target}"
    if target == "ui":
        return "src/ may not use ui/"
    return None


def fault_in_ui(path, kind, name):
    if kind == "<":
        if "_model." in path.name and re.match(r"Q[A-Z]", name) and not QT_CORE.match(name):
            return "models use Qt Core only"
        if name == "QClipboard" and path.stem != "clipboard":
            return "what is copied goes through ui/shared/output/clipboard.h"
        if name.startswith("soci"):
            return "soci only in storage"
        return None
    target = name.split("/")[0]
    if target in CORE and target not in FRONT:
        return f"ui may not use {target}"
    here, there = path.relative_to(ROOT / "ui").parts[0], name.split("/")
    if there[0] == "ui" and len(there) > 2 and there[1] not in {here, "shared"} | UI_USES.get(here, set()):
        return f"ui/{here} may not use ui/{there[1]}; what both need belongs in ui/shared"
    return None


def main():
    faults = []
    for path in sorted(ROOT.glob("src/**/*.[hc]*")):
        layer = path.relative_to(ROOT / "src").parts[0]
        for number, kind, name in includes(path):
            if fault := fault_of_system(path, kind, name) or fault_in_core(layer, kind, name):
                faults.append(f"{path.relative_to(ROOT)}:{number}: {fault}: {name}")
    for path in sorted(ROOT.glob("ui/**/*.[hc]*")):
        for number, kind, name in includes(path):
            if fault := fault_of_system(path, kind, name) or fault_in_ui(path, kind, name):
                faults.append(f"{path.relative_to(ROOT)}:{number}: {fault}: {name}")
    print("\n".join(faults) if faults else "layers: every include stays within its layer")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
