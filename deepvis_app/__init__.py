"""DeepVis shows what a convolutional network does, live."""

from deepvis_app.immortal import keep_singletons_alive

__version__ = "0.1.0"

keep_singletons_alive()
