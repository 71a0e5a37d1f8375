"""When the papers of families of networks came out; a name is of the first family that it begins with."""

from __future__ import annotations

import re

_YEARS = (
    (r"alexnet", 2012),
    (r"vgg|googlenet", 2014),
    (r"inception_v3|inception_resnet", 2015),
    (r"resnetv2|resnext|squeezenet|wide_resnet|densenet|xception|inception_v4", 2016),
    (r"seresnet|seresnext|senet|dpn|mobilenetv?_?1|legacy_se|nasnet|pnasnet", 2017),
    (r"mobilenet_?v2|mnasnet|shufflenet|mixnet|ese_vovnet|dla", 2018),
    (r"efficientnet_v2|tf_efficientnetv2|efficientnetv2|mobilenet_v4|coat|cait|deit|levit|pit_|swin", 2021),
    (
        r"efficientnet|tf_efficientnet|mobilenet_?v3|tf_mobilenetv3|res2net|skresnet|selecsls|hrnet|fbnet",
        2019,
    ),
    (r"lambda|convmixer|crossvit|twins|visformer|xcit|mixer|gmlp|resmlp|beit_|convit|nfnet|dm_nfnet", 2021),
    (r"regnet|resnest|rexnet|vit_|flexivit|vit$|ghostnet|tresnet|cspresnet|cspdarknet|tinynet", 2020),
    (r"convnext_?v2|convnextv2|eva02|fastvit|hiera|repvit|inception_next|edgenext|efficientvit", 2023),
    (r"convnext|maxvit|maxxvit|mobilevit|poolformer|volo|davit|gcvit|swinv2|swin_v2|eva_|mvitv2", 2022),
    (r"efficientformer|deit3|beitv2|nextvit|mambaout|caformer|convformer|focalnet|pvt_v2", 2022),
    (r"mobilenetv4|hgnetv2|starnet|mobileclip|rdnet|aimv2|swiftformer", 2024),
    (r"resnet|resnetaa|resnetrs|repvgg|tv_resnet|gluon_resnet|ssl_resn|swsl_resn", 2015),
)


def year(name: str) -> int | None:
    """None for a family that is not known here."""
    newest = {"swin_v2": 2022, "swinv2": 2022, "repvgg": 2021, "resnetrs": 2021}
    for start, of_that in newest.items():
        if name.startswith(start):
            return of_that
    return next((when for pattern, when in _YEARS if re.match(pattern, name)), None)
