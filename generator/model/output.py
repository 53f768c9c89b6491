"""What a site is written from: pages as values and files as bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site as values, ready for its template."""

    path: str
    """Relative to the output folder, with `/`."""
    template: str
    view: object
    """A frozen dataclass; the template sees it as `view`. Its `repr` is complete: equal reprs render equal bytes."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site."""

    path: str
    """Relative to the output folder, with `/`."""
    content: bytes
    fingerprint: str = ""
    """Of the values it was made from; empty when its bytes say enough."""
