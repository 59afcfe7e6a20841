"""One table as people keep it: found in its file, its rows and columns understood, the rest asked."""
