"""DeepVis shows what a convolutional network does, live."""

from deepvis_app.immortal import keep_none_alive

__version__ = "0.1.0"

keep_none_alive()
