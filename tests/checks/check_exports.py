#!/usr/bin/env python3
"""Finds every place in src/ and ui/ that could write a file, the clipboard or paper past the one door.
Exit code 1: there is one. A place that is right is named below with its reason."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = re.compile(
    r"\bo?fstream\b|\bstd::FILE\b|\bf(re)?open\s*\(|\bcreat\s*\(|O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)\b|"
    r"\bQ(SaveFile|TemporaryFile)\b|\b(WriteOnly|ReadWrite|NewOnly|QIODevice::Append)\b|"
    r"\bset(OutputFileName|FileName)\s*\(\s*(file|path)|\bQPdfWriter\s+\w+\s*\((?!&memory\))|"
    r"\b(save|grab\(\)\.save|toImage\(.*\)\.save)\s*\(\s*(file|path|name|target|folder)|"
    r"\b(replaceDurably|createDurably|moveDurably|writeStream)\s*\(|"
    r"\b(copy_file|QFile::(copy|rename|link))\b|\b(fs|std::filesystem)::(rename|copy|create_hard_link)\s*\(|"
    r"\bOpening::(?!Read)\w+|\bos::(rename|renameOnly)\s*\(|"
    r"(?<![\w.>:])(::)?(rename|link|symlink)\s*\(")
DOORS = re.compile(r"clipboard\(\)\s*->\s*set|\bQPrintDialog\b|\bQPrintPreview\w*")
# Where, and why it may.
MAY_WRITE = {
    "src/support/os/": "what the system gives",
    "src/support/files/durable_file.": "the primitive",
    "src/support/files/output_stream.": "pipes and devices that were named",
    "src/app/exchange/text_file.": "the door of the core",
    "src/storage/": "the files of the authority itself",
    "src/app/authority/authority_folder.": "the making of an authority",
    "src/app/authority/restore.": "a restored authority takes its place",
    "src/app/session/rescue.": "encrypted, in the person's own profile, where no authority is any more",
    "src/app/session/sign_in_failures.": "a file of the authority itself",
    "ui/shared/output/export_door.": "renders into memory for the door",
    "ui/shared/look/theme.cpp": "arrows of the style sheet, in a temporary folder of its own",
}
MAY_READ = {"src/cli/signing_in.cpp"}  # a passphrase
MAY_HAND_OUT = {"ui/shared/output/export_door.": "the door of the window",
                "ui/shared/output/clipboard.": "the clipboard itself, behind the door"}
READS = re.compile(r"\bifstream\b|<fstream>")


def code_of(line):
    return re.sub(r'"(\\.|[^"\\])*"', '""', line.split("//")[0])


def allowed(name, places):
    return any(name.startswith(place) for place in places)


def faults_in(name, text):
    for number, line in enumerate(text.splitlines(), 1):
        code = code_of(line)
        if FILES.search(code) and not READS.search(code) and not allowed(name, MAY_WRITE) and name not in MAY_READ:
            yield f"{name}:{number}: writes a file past app::writeTarget: {line.strip()}"
        if DOORS.search(code) and not allowed(name, MAY_HAND_OUT) and '"QPrintDialog"' not in line:
            yield f"{name}:{number}: hands something out past ExportDoor: {line.strip()}"


def self_test():
    """What the patterns have to find, and what they must not."""
    found = ["std::ofstream out(file);", "QFile f(p); f.open(QIODevice::WriteOnly);", "QSaveFile target(file);",
             "pixmap.save(file);", "picture.save(path, \"PNG\");", "std::fopen(name, \"w\");", "QPdfWriter pdf(file);",
             "::open(f, O_WRONLY | O_CREAT);", "replaceDurably(file, text);", "std::filesystem::rename(a, b);",
             "os::File out(file, os::Opening::Make);", "os::renameOnly(from, to);",
             "printer.setOutputFileName(file);", "svg.setFileName(file);", "QApplication::clipboard()->setText(t);",
             "QPrintDialog dialog(&printer, this);"]
    clean = ["std::ifstream in(file);", "os::File in(file, os::Opening::ReadOwn);", "painter.save();", "tab.save();", "// std::ofstream", "QPdfWriter pdf(&memory);",
             "m_history->setFileName(tr(\"x\"));", "QApplication::clipboard()->clear();", "QFile f; f.open(QIODevice::ReadOnly);"]
    return ([f"self test: not found: {line}" for line in found if not list(faults_in("ui/x.cpp", line))] +
            [f"self test: found in vain: {line}" for line in clean if list(faults_in("ui/x.cpp", line))])


def main():
    faults = self_test()
    for folder in ("src", "ui"):
        for path in sorted((ROOT / folder).glob("**/*.[hc]*")):
            faults += faults_in(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
    print("\n".join(faults) if faults else "exports: nothing leaves past the door")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
