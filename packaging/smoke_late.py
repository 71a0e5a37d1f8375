"""A network for the installed program, which first uses what that imports late: `smoke_late.py:network`."""

from __future__ import annotations

import io
import sqlite3
import ssl

import cv2
import numpy as np
import torch
from openTSNE import TSNE
from scipy.cluster.hierarchy import linkage
from scipy.optimize import linear_sum_assignment
from skimage.metrics import structural_similarity
from torch import nn

from deepvis_app.nets.torchvision_import import torchvision


def network() -> nn.Module:
    """A small one. Whatever is missing raises here."""
    noise = np.random.default_rng(0).random((60, 60))
    TSNE(perplexity=5, n_iter=10, neighbors="exact").fit(noise)
    linkage(noise)
    linear_sum_assignment(noise)
    structural_similarity(noise, noise[::-1], data_range=1.0)
    grey = (255 * noise).astype(np.uint8)
    cv2.inpaint(grey, grey // 255, 3, cv2.INPAINT_TELEA)
    for name in ("resnet18", "vit_b_16", "googlenet"):
        torchvision().models.get_model_weights(name).DEFAULT.transforms()
    layers = nn.Sequential(
        nn.Conv2d(3, 8, 3, 2), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 10)
    )
    through_a_file(layers)
    ssl.create_default_context()
    sqlite3.connect(":memory:").close()
    return layers


def through_a_file(layers: nn.Module) -> None:
    """As a program that torch.export wrote."""
    file = io.BytesIO()
    example = torch.zeros(1, 3, 32, 32)
    torch.export.save(torch.export.export(layers, (example,)), file)
    file.seek(0)
    torch.export.unflatten(torch.export.load(file))(example)
