"""Every text that users see, gathered from the code into Qt Linguist's table of each language.

    python3 packaging/texts.py          # bring resources/i18n/*.ts up to date with the code
    python3 packaging/texts.py --check  # name what is missing, left over or not translated, and fail

A text is a literal given to tr(), tooltip(), text(), marked() or an error, in a row of actions, menus,
panels or examples, or words in one of the TABLES_OF_TEXTS.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "resources" / "i18n"
CONTEXT = "DeepVis"
MARKERS = frozenset({"tr", "tooltip", "text", "Text", "marked"})
ROWS = {"Action": (1, 4), "Sub": (0,), "Panel": (1,), "Example": (1, 2)}  # places of texts
WORDS = re.compile(r"[A-Z−].*[a-z]|.* ", re.DOTALL)  # what is not a name in the code
TABLES_OF_TEXTS = {
    "ui/dialogs/index_form.py": ("_THERE", "_LAYERS"),
    "ui/dialogs/indexing.py": ("_ABOUT",),
    "ui/dialogs/preprocessing.py": ("PRESETS", "_FITS", "_ORDERS", "_RANGES", "_SMOOTHINGS"),
    "ui/dialogs/sanity.py": ("ABOUT",),
    "ui/explained_words.py": (
        "DELETION",
        "INSERTION",
        "FIT",
        "FACTS",
        "AT_ONCE",
        "SOON",
        "LATE",
        "UNCHANGED",
    ),
    "ui/menus.py": ("MENUS",),
    "ui/networking.py": ("DEVICES",),
    "ui/panels/compare.py": ("_SAME", "_EMPTY"),
    "ui/panels/input.py": ("_EMPTY",),
    "ui/panels/inspector.py": ("_RULES",),
    "ui/panels/intervene.py": ("_EMPTY",),
    "ui/panels/style.py": ("_EMPTY",),
    "ui/panels/unit_patches.py": ("_RULES",),
    "ui/patch_words.py": ("_TOP",),
    "ui/toolbar.py": ("_KINDS",),
    "ui/widgets/made_tiles.py": ("CHANGE",),
}
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
        for key in [*_marked(tree), *_tabled(tree, TABLES_OF_TEXTS.get(where.partition("/")[2], ()))]:
            found.setdefault(key, where)
    return found


def _marked(tree: ast.AST) -> Iterator[str]:
    named = {node: _named(node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for function, values in ((tree, {}), *named.items()):
        for node in ast.walk(function):
            for argument in _arguments(node):
                yield from _literals(argument)
                if isinstance(argument, ast.Name):
                    yield from (key for value in values.get(argument.id, ()) for key in _literals(value))


def _arguments(node: ast.AST) -> Sequence[ast.expr]:
    """What of a call is a text."""
    if not isinstance(node, ast.Call) or not node.args:
        return ()
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name in ROWS:
        return [node.args[place] for place in ROWS[name]]
    return node.args[:1] if name in MARKERS | ERRORS else ()


def _named(function: ast.FunctionDef) -> Mapping[str, list[ast.expr]]:
    """What the names in a function stand for."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
    return found


def _tabled(tree: ast.Module, names: Collection[str]) -> Iterator[str]:
    """The words in the constants `names` at the top of a file, but for what is marked there already."""
    for node in tree.body:
        target = node.target if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [None])[0]
        if getattr(target, "id", None) in names:
            for inner in ast.walk(node):
                if (
                    isinstance(inner, ast.Constant)
                    and isinstance(inner.value, str)
                    and WORDS.match(inner.value)
                ):
                    yield inner.value


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
