"""Widgets that draw; they know nothing of the session."""
