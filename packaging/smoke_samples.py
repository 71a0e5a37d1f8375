"""What the smoke run opens: pictures, a video, networks."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import skimage
import torch
from PIL import Image
from safetensors.torch import load_file

NETWORK = Path(__file__).resolve().parent.parent / "resources" / "models" / "embedded.safetensors"


def make_samples(folder: Path) -> None:
    """coffee.png, a folder `pictures`, square.mp4 (a bright square moves over the coffee), and the network
    that DeepVis carries as network.safetensors, network.pth and network.pt.
    """
    with Image.open(Path(skimage.__file__).parent / "data" / "coffee.png") as photo:
        picture = photo.convert("RGB").resize((480, 320))
    picture.save(folder / "coffee.png")
    (folder / "pictures").mkdir()
    picture.save(folder / "pictures" / "coffee.jpg")
    film(picture, folder / "square.mp4")
    (folder / "network.safetensors").write_bytes(NETWORK.read_bytes())
    for name in ("network.pth", "network.pt"):
        torch.save(load_file(NETWORK), folder / name)


def film(picture: Image.Image, path: Path) -> None:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 30, picture.size)
    for number in range(300):
        frame = picture.copy()
        place = 60 + number % 300
        frame.paste((255, 240, 40), (place, 100, place + 60, 160))
        writer.write(np.asarray(frame)[:, :, ::-1])
    writer.release()
