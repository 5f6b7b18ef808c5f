"""wanbao: a newspaper's archive as a static site."""

__version__ = "0.1.0"
