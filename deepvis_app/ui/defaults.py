"""What the preferences say of a camera, before one is opened."""

from __future__ import annotations

from dataclasses import dataclass

from deepvis_app.settings import Settings

CAMERA, CAMERA_SIZE, MIRRORED = "camera.name", "camera.size", "camera.mirrored"  # names of settings
SIZES = ((320, 240), (640, 480), (1280, 720), (1920, 1080))
USUAL_SIZE = (640, 480)


@dataclass(frozen=True)
class CameraDefaults:
    """`name`: "" for the system's default; `size`: width and height."""

    name: str
    size: tuple[int, int]
    mirrored: bool


def camera_defaults(settings: Settings) -> CameraDefaults:
    saved = settings.get(CAMERA_SIZE, "")
    size = next((size for size in SIZES if size_name(size) == saved), USUAL_SIZE)
    return CameraDefaults(settings.get(CAMERA, ""), size, settings.get(MIRRORED, True))


def size_name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"
