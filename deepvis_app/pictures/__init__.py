"""Pictures as numpy arrays: decoding, colour maps, tiling, saving. No torch, no Qt."""
