"""What the packaged program starts with."""

import os
import runpy
import sys
from multiprocessing import freeze_support

from deepvis_app.__main__ import main


def speak_to_nobody() -> None:
    """Windows gives a program without a console no streams; what is said to those goes nowhere."""
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


if __name__ == "__main__":
    freeze_support()
    speak_to_nobody()
    if sys.argv[1:2] == ["-m"]:  # `bench` starts fresh processes as one starts a module with Python
        del sys.argv[:2]
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    else:
        main()
