"""What a site is written from: pages as values and files as bytes.

Pages and the files of single articles are not made at once: each holds all that it is made from as one value, and a function
that makes it from this value alone. So a page whose value did not change need not be made to know that it did not change, and
nothing it depends on can be forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def _itself(value: object) -> object:
    return value


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site as values, ready for its template."""

    path: str
    """Relative to the output folder, with `/`."""
    template: str
    parts: object
    """All that the view is made from: a value (`fingerprints`)."""
    make: Callable[[Any], object] = _itself
    """What makes the view from the parts and nothing else: a function of a module, without memory of anything around it."""

    @property
    def view(self) -> object:
        """A frozen dataclass; the template sees it as `view`. Made anew each time it is asked for."""
        return self.make(self.parts)


@dataclass(frozen=True, slots=True)
class Twin:
    """A file of the site that is not made yet."""

    path: str
    """Relative to the output folder, with `/`."""
    parts: object
    make: Callable[[Any], str | bytes]
    """Both as in `Page`."""

    @property
    def content(self) -> bytes:
        """The file's bytes, made anew each time they are asked for."""
        made = self.make(self.parts)
        return made if isinstance(made, bytes) else made.encode()


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site."""

    path: str
    """Relative to the output folder, with `/`."""
    content: bytes
    fingerprint: str = ""
    """Of the values it was made from; empty when its bytes say enough."""
