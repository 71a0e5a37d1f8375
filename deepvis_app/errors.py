"""Every error that a user may see, as one sentence: what, where, what to do.

DeepVisError
├── UsageError          something named that does not exist (exit code 2)
│   ├── UnknownNameError     a method, network, layer, class, panel ... of that name
│   └── OutOfRangeError      a unit, neuron or parameter outside its range
├── InputError          something given that cannot be used (exit code 1)
│   ├── PictureError    a picture, video or folder
│   ├── CheckpointError a file of weights
│   └── DownloadError   a network that could not be fetched
│       └── DownloadCancelled
└── RunError            a computation that failed (exit code 1)
"""

from __future__ import annotations

from deepvis_app.i18n import Text, text


class DeepVisError(Exception):
    """An expected failure; `text` is the sentence that the user reads."""

    exit_code = 1

    def __init__(self, key: str, /, **args: object) -> None:
        self.text: Text = text(key, **args)
        super().__init__(str(self.text))


class UsageError(DeepVisError):
    exit_code = 2


class UnknownNameError(UsageError):
    pass


class OutOfRangeError(UsageError):
    pass


class InputError(DeepVisError):
    pass


class PictureError(InputError):
    pass


class CheckpointError(InputError):
    pass


class DownloadError(InputError):
    pass


class DownloadCancelled(DownloadError):  # noqa: N818  # the user's wish, yet it ends the loading
    pass


class RunError(DeepVisError):
    pass
