"""Class activation maps against captum and pytorch-grad-cam."""

from __future__ import annotations

import copy
import warnings
from typing import Any

import cv2
import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.methods import Target
from deepvis_app.methods.backward import guided_backprop
from deepvis_app.methods.cam import grad_cam
from deepvis_app.nets.network import Network
from deepvis_app.nets.torchvision_import import torchvision
from tests import networks
from tests.methods.cams import (
    LAYERS,
    assert_same,
    at,
    image_of,
    known,
    run,
    speaking,
)

PEERS = {
    "grad_cam": "GradCAM",
    "grad_cam_plus_plus": "GradCAMPlusPlus",
    "layer_cam": "LayerCAM",
    "hires_cam": "HiResCAM",
}
families = pytest.mark.parametrize("name", LAYERS)


def peer(name: str, network: Network, image: Tensor, index: int, layer: str) -> Tensor:
    """What pytorch-grad-cam gives: rectified, here without being stretched from 0 to 1."""
    torchvision()  # in its own way, before grad-cam imports it in the plain one
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pytorch_grad_cam
        from pytorch_grad_cam import base_cam
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
    module = copy.deepcopy(network.module)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base_cam, "scale_cam_image", enlarged_by_opencv)
        patch.setattr(nn, "UpsamplingBilinear2d", bilinear)  # Score-CAM's aligns corners, nothing else does
        patch.setattr("tqdm.tqdm", lambda steps: steps)
        with getattr(pytorch_grad_cam, name)(module, [module.get_submodule(layer)]) as method:
            asked = image.clone().requires_grad_()
            heat = method(input_tensor=asked, targets=[ClassifierOutputTarget(index)])[0]
    return torch.from_numpy(heat)


def enlarged_by_opencv(heats: Any, size: tuple[int, int] | None = None) -> Any:
    return np.stack([heat if size is None else cv2.resize(heat, size) for heat in heats])


def bilinear(size: tuple[int, int]) -> nn.Module:
    return nn.Upsample(size=size, mode="bilinear", align_corners=False)


@families
def test_grad_cam_is_captums(name: str) -> None:
    from captum.attr import LayerGradCam

    network, layer = known(name), LAYERS[name]
    image = image_of(network)
    index = speaking(network, image, layer)
    module = copy.deepcopy(network.module)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        small = LayerGradCam(module, module.get_submodule(layer)).attribute(
            image.clone().requires_grad_(), target=index, relu_attributions=True
        )
    theirs = F.interpolate(small.detach(), image.shape[2:], mode="bilinear", align_corners=False)[0, 0]
    assert_same(run("grad_cam", network, image, index, layer), theirs)


@families
@pytest.mark.parametrize("method", PEERS)
def test_the_family_is_that_of_pytorch_grad_cam(method: str, name: str) -> None:
    network, layer = known(name), LAYERS[name]
    image = image_of(network)
    index = speaking(network, image, layer)
    if method == "hires_cam":  # shown there without what speaks against
        ours = enlarged_part(network, image, index, layer)
    else:
        ours = run(method, network, image, index, layer)
    assert_same(ours, peer(PEERS[method], network, image, index, layer))


def enlarged_part(network: Network, image: Tensor, index: int, layer: str) -> Tensor:
    maps, gradients = at(network, image, index, layer)
    small = (maps * gradients).sum(1, keepdim=True).relu()
    return F.interpolate(small, image.shape[2:], mode="bilinear", align_corners=False)[0, 0]


@pytest.mark.parametrize("name", ["squeezenet1_1", "mobilenet_v3_small", "plain"])
def test_score_cam_is_that_of_pytorch_grad_cam(name: str) -> None:
    network = networks.plain() if name == "plain" else networks.family(name, 64)
    layer = {"squeezenet1_1": "features.12", "plain": "conv2b"}.get(name) or LAYERS[name]
    image = image_of(network)
    assert_same(run("score_cam", network, image, 3, layer), peer("ScoreCAM", network, image, 3, layer))


@pytest.mark.parametrize("name", ["alexnet", "vgg16", "embedded"])
def test_guided_grad_cam_is_captums(name: str) -> None:
    from captum.attr import GuidedGradCam

    network, layer = known(name), LAYERS[name]
    image = image_of(network)
    index = speaking(network, image, layer)
    module = copy.deepcopy(network.module)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        guided = GuidedGradCam(module, module.get_submodule(layer))
        asked = image.clone().requires_grad_()
        theirs = guided.attribute(asked, target=index, interpolate_mode="bilinear")[0].detach()
    assert_same(run("guided_grad_cam", network, image, index, layer), theirs)


def test_guided_grad_cam_knows_functional_rectifiers_which_captum_does_not() -> None:
    network, image = networks.wrap(networks.Functional()), networks.picture()
    index = speaking(network, image, "relu#2")
    target = Target(class_index=index)
    expected = guided_backprop(network, image, target, None) * grad_cam(network, image, target, None)
    assert_same(run("guided_grad_cam", network, image, index, None), expected)
