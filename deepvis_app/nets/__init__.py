"""Networks: loading, layers, capture, backward rules, preprocessing. Pure torch, no Qt."""
