"""DeepVis shows what a convolutional network does, live."""

from deepvis_app.immortal import keep_constants_alive

__version__ = "0.1.0"

keep_constants_alive()
