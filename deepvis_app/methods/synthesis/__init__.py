"""What methods that make pictures share: how a picture is held, moved about, kept tidy and improved."""
