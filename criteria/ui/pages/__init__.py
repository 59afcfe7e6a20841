"""Pages, each read like a storyboard."""
