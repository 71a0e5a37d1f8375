"""Every text that users see, gathered from the code into Qt Linguist's table of each language.

    python3 packaging/texts.py          # bring resources/i18n/*.ts up to date with the code
    python3 packaging/texts.py --check  # name what is missing, left over or not translated, and fail

A text is a literal given to tr(), text(), marked() or an error, or in a row of actions, panels or examples.
"""

from __future__ import annotations

import argparse
import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "resources" / "i18n"
CONTEXT = "DeepVis"
MARKERS = frozenset({"tr", "text", "Text", "marked"})
ERRORS = frozenset(
    node.name
    for node in ast.parse((ROOT / "deepvis_app" / "errors.py").read_text(encoding="utf-8")).body
    if isinstance(node, ast.ClassDef)
)


@cache
def texts() -> Mapping[str, str]:
    """Text -> the file that shows it, in the order of the files."""
    found: dict[str, str] = {}
    for file in sorted((ROOT / "deepvis_app").rglob("*.py")):
        where = file.relative_to(ROOT).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for key in _marked(tree):
            found.setdefault(key, where)
    return found


def _marked(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "Action":
            yield from _literals(node.args[1])
            yield from _literals(node.args[4])
        elif name == "Sub":
            yield from _literals(node.args[0])
        elif name == "Panel":
            yield from _literals(node.args[1])
        elif name == "Example":
            yield from [*_literals(node.args[1]), *_literals(node.args[2])]
        elif name in MARKERS | ERRORS:
            yield from _literals(node.args[0])


def _literals(node: ast.AST) -> Iterator[str]:
    """The literals among which a condition chooses, or the one that is there."""
    if isinstance(node, ast.IfExp):
        yield from [*_literals(node.body), *_literals(node.orelse)]
    elif isinstance(node, ast.BoolOp):
        yield from (key for value in node.values for key in _literals(value))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


@dataclass(frozen=True)
class Table:
    """A language's translations; "" where there is none yet."""

    file: Path
    words: Mapping[str, str]

    @classmethod
    def read(cls, file: Path) -> Table:
        messages = ET.parse(file).getroot().iter("message")
        return cls(file, {m.findtext("source", ""): m.findtext("translation", "") for m in messages})

    def problems(self) -> Iterator[str]:
        wanted = texts()
        for key, where in wanted.items():
            if not self.words.get(key):
                yield f"not translated, from {where}: {key!r}"
            elif fields(key) != fields(self.words[key]):
                yield f"other fields than in English, from {where}: {key!r}"
        yield from (f"no longer in the code: {key!r}" for key in self.words if key not in wanted)

    def write(self) -> None:
        """With all the texts of the code, and no other."""
        root = ET.Element("TS", version="2.1", language=self.file.stem, sourcelanguage="en")
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = CONTEXT
        for key, where in texts().items():
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "location", filename=f"../../{where}")
            ET.SubElement(message, "source").text = key
            words = self.words.get(key, "")
            ET.SubElement(message, "translation", {} if words else {"type": "unfinished"}).text = words
        ET.indent(root, " " * 4)
        xml = ET.tostring(root, encoding="unicode", short_empty_elements=False)
        head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        self.file.write_text(f"{head}{xml}\n", encoding="utf-8")


def fields(words: str) -> list[str]:
    """The names in braces, sorted."""
    return sorted(name for _, name, _, _ in Formatter().parse(words) if name is not None)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    tables = [Table.read(file) for file in sorted(TABLES.glob("*.ts"))]
    if not check:
        for table in tables:
            table.write()
        tables = [Table.read(table.file) for table in tables]
    problems = [f"{table.file.name}: {problem}" for table in tables for problem in table.problems()]
    print("\n".join(problems) or f"All {len(texts())} texts are there.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
