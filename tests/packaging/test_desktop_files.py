"""What tells the desktop about DeepVis is whole and agrees with the program."""

from __future__ import annotations

import configparser
import importlib.util
import re
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PIL import Image

from deepvis_app import __version__
from deepvis_app.commands import parsers
from deepvis_app.pictures.videos import VIDEOS
from deepvis_app.ui.known_networks import PROGRAMS, WEIGHTS
from deepvis_app.ui.state_files import SUFFIX

FILE = Path(__file__).resolve().parents[2] / "packaging" / "package.py"
NETWORKS = (WEIGHTS | PROGRAMS) - {".bin", ".ckpt"}  # whose files are seldom networks
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def package() -> ModuleType:
    spec = importlib.util.spec_from_file_location("package", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def desktop(package: ModuleType) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(package.filled("deepvis.desktop"))
    return parser["Desktop Entry"]


@pytest.mark.parametrize("file", sorted((FILE.parent / "debian").iterdir()), ids=lambda file: file.name)
def test_nothing_is_left_to_fill_in(package: ModuleType, file: Path) -> None:
    assert not re.search(r"\{[a-z]+\}", package.filled(file.name, kilobytes=1))


def test_every_kind_of_weights_has_a_type_that_opens_here(
    package: ModuleType, desktop: configparser.SectionProxy
) -> None:
    kinds = ElementTree.fromstring(package.filled("deepvis-mime.xml")).findall(f"{MIME}mime-type")
    known = {glob.attrib["pattern"] for kind in kinds for glob in kind.findall(f"{MIME}glob")}
    assert {f"*{suffix}" for suffix in NETWORKS | {SUFFIX}} <= known
    assert {kind.attrib["type"] for kind in kinds} <= set(desktop["MimeType"].split(";"))


def test_the_menu_starts_the_program_with_what_is_opened(desktop: configparser.SectionProxy) -> None:
    assert desktop["Exec"] == "deepvis %u"
    assert desktop["Icon"] == "deepvis"
    assert {"video/mp4", "image/jpeg", "x-scheme-handler/deepvis"} <= set(desktop["MimeType"].split(";"))


def test_windows_and_macos_open_the_same_networks_and_videos_that_play() -> None:
    setup = (FILE.parent / "windows" / "deepvis.iss").read_text("utf-8-sig")
    bundle = (FILE.parent / "deepvis.spec").read_text("utf-8")
    for suffix in NETWORKS:
        assert f"Software\\Classes\\{suffix}\\OpenWithProgids" in setup
        assert f'"{suffix[1:]}"' in bundle
    offered = set(re.findall(r'SupportedTypes"; ValueType: string; ValueName: "(\.\w+)"', setup))
    assert offered - VIDEOS <= {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif"}


def test_the_metadata_names_this_version(package: ModuleType) -> None:
    root = ElementTree.fromstring(package.filled("io.github.deepvis.DeepVis.metainfo.xml"))
    release = root.find("releases/release")
    assert release is not None
    assert release.attrib["version"] == __version__


def test_the_man_page_has_every_command_and_option(package: ModuleType) -> None:
    page = package.filled("deepvis.1").replace("\\-", "-")
    listed = parsers.window().format_help()
    for option in re.findall(r"^ +(--[a-z-]+)", listed, re.MULTILINE):
        assert option in page
    for command in parsers.COMMANDS:
        assert f"\\fB{command}\\fR" in page


def test_the_icon_is_drawn_in_every_size(package: ModuleType, tmp_path: Path) -> None:
    for side in package.ICON_SIDES:
        package.draw_icon(side, tmp_path / f"{side}.png")
        with Image.open(tmp_path / f"{side}.png") as icon:
            assert icon.size == (side, side)
            assert icon.getpixel((0, 0))[3] < 64, "the corners are round"  # type: ignore[index]
            assert icon.getpixel((side * 3 // 4, side // 2))[0] > 200, "one map is lit"  # type: ignore[index]
