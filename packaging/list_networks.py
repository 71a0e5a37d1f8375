"""Write resources/models/torchvision.json: what the window lists without importing torch.

Run it again after torchvision is updated: `python packaging/list_networks.py`; a test compares the two.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from deepvis_app.nets.torchvision_import import torchvision

FILE = Path(__file__).parent.parent / "resources" / "models" / "torchvision.json"

TITLES = (
    (r"alexnet", "AlexNet"),
    (r"convnext_(\w+)", "ConvNeXt {0}"),
    (r"densenet(\d+)", "DenseNet-{0}"),
    (r"efficientnet_(b\d)", "EfficientNet-{0}"),
    (r"efficientnet_v2_(\w)", "EfficientNetV2-{0}"),
    (r"googlenet", "GoogLeNet"),
    (r"inception_v3", "Inception v3"),
    (r"maxvit_(\w)", "MaxViT-{0}"),
    (r"mnasnet(\S+)", "MNASNet {0}"),
    (r"mobilenet_(v\d)", "MobileNet {0}"),
    (r"mobilenet_(v3)_(\w+)", "MobileNet {0} {1}"),
    (r"regnet_([xy])_(\S+)", "RegNet{0} {1}"),
    (r"resnet(\d+)", "ResNet-{0}"),
    (r"resnext(\d+)_(\w+)", "ResNeXt-{0} {1}"),
    (r"shufflenet_v2_x(\S+)", "ShuffleNet V2 x{0}"),
    (r"squeezenet(\S+)", "SqueezeNet {0}"),
    (r"swin_(\w)", "Swin-{0}"),
    (r"swin_v2_(\w)", "Swin V2-{0}"),
    (r"vgg(\d+)", "VGG-{0}"),
    (r"vgg(\d+)_(bn)", "VGG-{0} {1}"),
    (r"vit_(\w)_(\d+)", "ViT-{0}/{1}"),
    (r"wide_resnet(\d+)_(\d)", "Wide ResNet-{0}-{1}"),
)


def rows() -> list[dict[str, Any]]:
    """One row a classification network, by name; `size` is the side of its input in pixels."""
    models = torchvision().models
    return [row(name, models.get_model_weights(name).DEFAULT) for name in models.list_models(module=models)]


def row(name: str, weights: Any) -> dict[str, Any]:
    return {
        "name": name,
        "title": title(name),
        "parameters": weights.meta["num_params"],
        "megabytes": weights.meta["_file_size"],
        "top1": weights.meta["_metrics"]["ImageNet-1K"]["acc@1"],
        "size": weights.transforms().crop_size[0],
        "file": weights.url.rpartition("/")[2],
    }


def title(name: str) -> str:
    """The name as its paper writes it. Raises LookupError for a family that TITLES lacks."""
    for pattern, shape in TITLES:
        if match := re.fullmatch(pattern, name):
            return shape.format(*map(_spoken, match.groups()))
    raise LookupError(f"{name} has no row in TITLES")


def _spoken(part: str) -> str:
    decimal = re.sub(r"(?<=\d)_(?=\d)", ".", part)
    if re.fullmatch(r"\d\S*x\S+", decimal):
        return decimal
    return decimal.upper() if len(decimal) <= 2 or decimal[-2:] in ("gf", "mf") else decimal.capitalize()


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(one) for one in rows())
    FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
