"""The window. Knows the session, pictures, messages and METHODS; never torch."""
