"""Films read back by another's reader."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np


def frames_in(path: Path) -> list[np.ndarray]:
    """Each (h, w, 3), red first."""
    reader = cv2.VideoCapture(str(path))
    assert reader.isOpened()
    frames = []
    while (read := reader.read())[0]:
        frames.append(np.ascontiguousarray(read[1][..., ::-1]))
    reader.release()
    return frames
