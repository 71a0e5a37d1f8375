"""A whole video painted into a film of its own frame rate, frame by frame."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from torch import Tensor

from deepvis_app.engine.messages import Filmed, Pixels, Reel
from deepvis_app.engine.painting_params import FilmParams
from deepvis_app.errors import PictureError, RunError
from deepvis_app.i18n import Text, text
from deepvis_app.nets import style_file
from deepvis_app.nets.brush import Brush
from deepvis_app.nets.network import Network
from deepvis_app.nets.painting import faster
from deepvis_app.pictures.film import Film, film

Step = tuple[float, Pixels | None, Filmed]
PATIENCE = 0.05  # seconds for which a step waits for a frame
TRIAL = (120, 160)  # height and width of the frame with which the fastest way is found


def paint_video(
    network: Network,
    image: Tensor,  # noqa: ARG001  # all jobs have the same arguments
    target: Any,  # noqa: ARG001
    layer: str | None,  # noqa: ARG001
    params: FilmParams,
) -> Iterator[Step]:
    """As `painted_film`, as a job."""
    assert params.reel is not None
    styles = style_file.load(params.styles or style_file.default_file())
    dtype = faster(styles.network, network.device, TRIAL)
    brush = Brush(styles, params.painting, dtype, network.device)
    return painted_film(params.reel, params.path, brush)


def painted_film(reel: Reel, path: Path, brush: Brush) -> Iterator[Step]:
    """Each frame of `reel` painted, into `path`; sound is left out. A Step after each frame.

    Left early, nothing is written. Of a video that is cut off, what there is. Raises PictureError where
    there is no frame at all, RunError where the film cannot be written.
    """
    with ExitStack() as stack:
        strip: Film | None = None
        painted: Pixels | None = None
        note: Text | None = None
        while note is None and not reel.over:
            frame = reel.take(PATIENCE)
            if frame is not None:
                painted = brush.paint(frame.rgb())
                strip = strip or stack.enter_context(film(path, reel.rate))
                if not strip.add_fitted(painted):
                    note = text(
                        "{path} is as large as a film can be; what comes after {seconds} s is left out.",
                        path=path.name,
                        seconds=round(strip.frames / reel.rate),
                    )
            frames = strip.frames if strip else 0
            yield min(frames / max(reel.length, frames + 1), 0.999), painted, Filmed(path, frames)
        if strip is None:
            raise _nothing(reel)
        frames = strip.frames
    yield 1.0, painted, Filmed(path, frames, finished=True, note=note or reel.about)


def _nothing(reel: Reel) -> PictureError | RunError:
    if reel.about is None:
        return RunError("There is no frame in the video.")
    return PictureError(reel.about.key, **reel.about.args)
