"""The recipes that made every file in resources/models."""
