"""The sub-commands: each file is one, but for the parsers and values that they share."""
