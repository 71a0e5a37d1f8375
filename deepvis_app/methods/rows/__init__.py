"""The rows of METHODS, by what they are for."""
