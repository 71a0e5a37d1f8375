"""The same pictures by other tools: captum and pytorch-grad-cam, where the `bench` extra is installed."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any

import torch
from torch import Tensor

from deepvis_app.bench.plain import Start
from deepvis_app.bench.timing import Work
from deepvis_app.methods import integrated_gradients, smoothgrad
from deepvis_app.methods.baselines import baseline
from deepvis_app.methods.batches import BACKWARD, fitting
from deepvis_app.methods.map_layer import default_layer
from deepvis_app.methods.params import IntegratedGradientsParams, SmoothGradParams
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.network import Network
from deepvis_app.nets.torchvision_import import torchvision

Make = Callable[[Network, Tensor, Start], Work]


def of(method: str, network: Network, x: Tensor, start: Start) -> Mapping[str, Work]:
    """Tool name -> what it does for `method`'s picture of `x`; the module is a copy of its own."""
    makers: dict[tuple[str, bool], dict[str, Make]] = {
        ("activations", True): {"captum": _captum_activation},
        ("gradient", False): {"captum": _captum("Saliency", abs=False)},
        ("saliency", False): {"captum": _captum("Saliency")},
        ("smoothgrad", False): {"captum": _captum_smoothgrad},
        ("integrated_gradients", False): {"captum": _captum_integrated},
        ("deconvnet", False): {"captum": _captum("Deconvolution")},
        ("guided_backprop", False): {"captum": _captum("GuidedBackprop"), "grad-cam": _grad_cam_guided},
        ("grad_cam", False): {"captum": _captum_grad_cam, "grad-cam": _grad_cam("GradCAM")},
        ("grad_cam_plus_plus", False): {"grad-cam": _grad_cam("GradCAMPlusPlus")},
        ("layer_cam", False): {"grad-cam": _grad_cam("LayerCAM")},
        ("hires_cam", False): {"grad-cam": _grad_cam("HiResCAM")},
        ("score_cam", False): {"grad-cam": _grad_cam("ScoreCAM")},
        ("gradient", True): {"captum": _captum_neuron("NeuronGradient")},
        ("saliency", True): {"captum": _captum_neuron("NeuronGradient")},
        ("deconvnet", True): {"captum": _captum_neuron("NeuronDeconvolution")},
        ("guided_backprop", True): {"captum": _captum_neuron("NeuronGuidedBackprop")},
    }
    modules = {"captum": "captum", "grad-cam": "pytorch_grad_cam"}
    found = makers.get((method, start.layer is not None), {})
    return {tool: make(network, x, start) for tool, make in found.items() if find_spec(modules[tool])}


def _captum(kind: str, **options: Any) -> Make:
    def make(network: Network, x: Tensor, start: Start) -> Work:
        from captum import attr

        attribution = getattr(attr, kind)(copy.deepcopy(network.module))
        assert start.neuron is not None
        return lambda: attribution.attribute(_asking(x), target=start.neuron[0], **options)  # type: ignore[index]

    return make


def _captum_smoothgrad(network: Network, x: Tensor, start: Start) -> Work:
    from captum import attr

    tunnel = attr.NoiseTunnel(attr.Saliency(copy.deepcopy(network.module)))
    usual, index = SmoothGradParams(), _class(start)
    deviation = usual.noise / 100 * float(x.max() - x.min())
    return lambda: tunnel.attribute(
        _asking(x),
        nt_samples=usual.samples,
        nt_samples_batch_size=fitting(x, BACKWARD, smoothgrad.BATCH),
        stdevs=deviation,
        target=index,
        abs=False,
    )


def _captum_integrated(network: Network, x: Tensor, start: Start) -> Work:
    """By as many steps, in batches as large; alone, the peer takes all at once."""
    from captum import attr

    integrated = attr.IntegratedGradients(copy.deepcopy(network.module))
    usual, index = IntegratedGradientsParams(), _class(start)
    black = baseline(network, x, usual.baseline)
    return lambda: integrated.attribute(
        x,
        black,
        target=index,
        n_steps=usual.steps,
        method="riemann_middle",
        internal_batch_size=fitting(x, BACKWARD, integrated_gradients.BATCH),
    )


def _captum_neuron(kind: str) -> Make:
    def make(network: Network, x: Tensor, start: Start) -> Work:
        from captum import attr

        module = copy.deepcopy(network.module)
        attribution = getattr(attr, kind)(module, module.get_submodule(_layer(start).module))
        return lambda: attribution.attribute(_asking(x), neuron_selector=start.neuron)

    return make


def _captum_activation(network: Network, x: Tensor, start: Start) -> Work:
    from captum import attr

    module = copy.deepcopy(network.module)
    activation = attr.LayerActivation(module, module.get_submodule(_layer(start).module))
    return lambda: activation.attribute(x)


def _grad_cam_guided(network: Network, x: Tensor, start: Start) -> Work:
    torchvision()  # in its own way, before grad-cam imports it in the plain one
    from pytorch_grad_cam import GuidedBackpropReLUModel

    guided = GuidedBackpropReLUModel(model=copy.deepcopy(network.module), device=torch.device("cpu"))
    assert start.neuron is not None
    return lambda: guided(_asking(x), target_category=start.neuron[0])  # type: ignore[index]


def _captum_grad_cam(network: Network, x: Tensor, start: Start) -> Work:
    from captum import attr

    module = copy.deepcopy(network.module)
    assert start.neuron is not None
    index = start.neuron[0]
    attribution = attr.LayerGradCam(module, module.get_submodule(_body(network)))

    def work() -> object:
        small = attribution.attribute(_asking(x), target=index, relu_attributions=True)
        return attr.LayerAttribution.interpolate(small, x.shape[2:], "bilinear")

    return work


def _grad_cam(kind: str) -> Make:
    def make(network: Network, x: Tensor, start: Start) -> Work:
        torchvision()  # in its own way, before grad-cam imports it in the plain one
        import pytorch_grad_cam
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

        module = copy.deepcopy(network.module)
        assert start.neuron is not None
        targets = [ClassifierOutputTarget(start.neuron[0])]
        method = getattr(pytorch_grad_cam, kind)(module, [module.get_submodule(_body(network))])
        return lambda: method(input_tensor=_asking(x), targets=targets)

    return make


def _body(network: Network) -> str:
    """The last module with the maps that the class is explained by."""
    layer = network.layer(default_layer(network)[0])
    return next(
        each.module for each in reversed(network.layers) if not each.function and each.shape == layer.shape
    )


def _class(start: Start) -> int:
    assert start.neuron is not None
    return start.neuron[0]


def _layer(start: Start) -> Layer:
    assert start.layer is not None
    return start.layer


def _asking(x: Tensor) -> Tensor:
    return x.detach().clone().requires_grad_()
