"""Placeholder."""

from collections.abc import Iterable, Mapping
from generator.model import Article, Role


def collect_roles(articles: tuple[Article, ...], ids: Iterable[str]) -> Mapping[str, tuple[Role, ...]]:
    """Return."""
    return {}
