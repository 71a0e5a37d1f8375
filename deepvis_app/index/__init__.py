"""One pass over a folder of pictures: top patches and codes."""
