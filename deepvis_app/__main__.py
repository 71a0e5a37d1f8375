"""`deepvis` and `python -m deepvis_app`."""

from __future__ import annotations

import sys
import warnings

from deepvis_app import cli
from deepvis_app.engine.threads import prepare_environment


def main() -> None:
    prepare_environment()  # before anything imports numpy or torch
    if not sys.warnoptions and "--debug" not in sys.argv:
        warnings.simplefilter("ignore")  # what libraries tell developers is nothing for users
    sys.exit(cli.main())


if __name__ == "__main__":
    main()
