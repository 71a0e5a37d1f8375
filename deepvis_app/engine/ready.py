"""Making a loaded network ready to be shown: its fast copy, its threads, what the window is told."""

from __future__ import annotations

import torch

from deepvis_app.engine.answers import Shown
from deepvis_app.engine.messages import LayerInfo, NetworkReady, NetworkSpec, Precision
from deepvis_app.engine.threads import Threads
from deepvis_app.errors import UsageError
from deepvis_app.i18n import Text
from deepvis_app.index.planning import identity
from deepvis_app.methods.map_layer import default_layer
from deepvis_app.nets import capture, live, receptive, rules
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.network import Network


def show(spec: NetworkSpec, network: Network, threads: Threads, precision: Precision = "auto") -> Shown:
    """`network` in `precision` ("auto": the faster of float32 and bf16), and with the number of threads that
    suits it.
    """
    example = network.example()
    if precision == "auto":
        copy = live.fastest(network, example)
    else:
        dtype = {"float32": torch.float32, "bfloat16": torch.bfloat16}[precision]
        copy = live.choose(network, dtype, packed=True)
    x = copy.prepare(example)

    def run() -> None:
        with torch.inference_mode():
            capture.forward(copy, x)

    threads.measure(run, torch.set_num_threads)
    return Shown(spec, network, copy)


def describe(shown: Shown, threads: int) -> NetworkReady:
    network = shown.network
    useless = rules.warning(network, "guided")
    return NetworkReady(
        spec=shown.spec,
        title=network.title,
        layers=layer_infos(network),
        labels=tuple(network.labels),
        preprocessing=network.preprocessing,
        device=str(network.device),
        precision=str(shown.live.dtype).removeprefix("torch."),
        threads=threads,
        parameters=network.parameters,
        explained_by=_explained_by(network),
        warnings=network.warnings + ((useless,) if useless else ()),
        card=dict(network.card),
        fingerprint=identity(network),
        weights=network.weights_hash(),
    )


def layer_infos(network: Network) -> tuple[LayerInfo, ...]:
    """Its layers as the window lists them."""
    return tuple(_info(network, layer) for layer in network.layers)


def _explained_by(network: Network) -> tuple[str, Text] | None:
    try:
        return default_layer(network)
    except UsageError:
        return None


def _info(network: Network, layer: Layer) -> LayerInfo:
    seen = receptive.fields(network).get(layer.name)
    return LayerInfo(
        name=layer.name,
        title=layer.title,
        kind=layer.kind,
        shape=layer.shape,
        units=layer.units,
        drawable=layer.drawable,
        main=layer.main,
        has_weights=layer.has_weights,
        field=seen.size if seen else None,
        sees=seen,
    )
