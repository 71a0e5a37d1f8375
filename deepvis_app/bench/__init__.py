"""`deepvis bench`: how fast DeepVis is here, as ratios with plain passes and with other tools in one run."""
