"""Fundstelle: static, annotated article websites from a folder of articles."""

__version__ = "0.1.0"
