"""The network that says what style and texture are: the one that is loaded, or another one beside it."""

from __future__ import annotations

from deepvis_app.errors import UsageError
from deepvis_app.methods.style_params import Judge
from deepvis_app.nets import catalog
from deepvis_app.nets.network import Network

VGG = "torchvision:vgg19"  # Gatys's own


def judge(network: Network, which: Judge) -> Network:
    """`network`, or that other one, trained and on the same device. Nothing is downloaded.

    Raises UsageError where its weights are not on this computer.
    """
    if which == "this":
        return network
    spec = "embedded" if which == "embedded" else VGG
    row = next(row for row in catalog.rows() if row.spec == spec)
    if not row.downloaded:
        raise UsageError(
            "{title} is not on this computer; download it ({megabytes:.0f} MB) among the networks, or with: "
            "deepvis models download {name}.",
            title=row.title,
            megabytes=row.megabytes,
            name=spec.rpartition(":")[2],
        )
    return Network.load(spec, device=str(network.device))
