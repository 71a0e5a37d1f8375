"""One worker thread owns the network; frozen messages go in and finished pictures come out."""
