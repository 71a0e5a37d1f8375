"""Writing the picture of a method for the newest frame: in float32, as `deepvis render` does."""

from __future__ import annotations

import torch
from torch import Tensor

from deepvis_app.engine.messages import Pixels, SavePictures
from deepvis_app.methods import Method, Need, Target, find
from deepvis_app.methods.answer import answer, image_for
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.picture import metadata, to_pixels
from deepvis_app.nets.network import Network
from deepvis_app.pictures.saving import save_npy, save_png


def save(network: Network, pixels: Pixels, command: SavePictures) -> None:
    """Compute `command.method` for the frame `pixels` (H, W, 3), and write its .png or .npy.

    Raises UsageError for a layer, unit or class that is missing or does not exist, RunError where the file
    cannot be written.
    """
    method = find(command.method)
    image = image_for(method, network, pixels)
    target = _target(network, method, image, command)
    params = command.params or method.params()
    array = outcome(answer(method, network, image, target, command.layer, params)).result.numpy()
    if command.path.suffix.lower() == ".npy":
        save_npy(command.path, array)
        return
    bgr = network.preprocessing.channels == "BGR"
    picture = to_pixels(method, array, bgr=bgr, transparent=True, labels=network.labels)
    facts = metadata(network.spec, method, target, command.layer, params, labels=network.labels)
    save_png(command.path, picture, facts)


def _target(network: Network, method: Method, image: Tensor, command: SavePictures) -> Target | None:
    """What is asked for, written out: the winner by its index."""
    if Need.TARGET not in method.needs:
        return None
    of_class = Need.MAPS in method.needs
    winner = None
    if (command.layer is None or of_class) and command.class_index is None:
        with torch.inference_mode():
            winner = int(network.module(image.clone())[0].argmax())
    index = winner if command.class_index is None else command.class_index
    return Target(index) if of_class else Target(index, command.unit, command.neuron)
