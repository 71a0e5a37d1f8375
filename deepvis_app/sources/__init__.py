"""Where frames come from: camera, video, pictures, screen, clipboard."""
