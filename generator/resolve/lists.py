"""Word lists of the resolver, read once from the package's data."""

import functools
import tomllib
from importlib.resources import files
from types import MappingProxyType


@functools.cache
def _table(name: str) -> MappingProxyType[str, str]:
    text = files("generator").joinpath("data", f"{name}.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


@functools.cache
def words(key: str, table: str = "names") -> frozenset[str]:
    """Return the words of one list of `data/<table>.toml`, in lower case."""
    return frozenset(_table(table)[key].split())


@functools.cache
def groups(key: str, table: str = "names") -> MappingProxyType[str, tuple[int, ...]]:
    """Return for each form the numbers of the groups it stands in; forms of one group mean the same.

    Groups are separated by semicolons; forms by spaces, or by `|` in a table where forms have spaces themselves.
    """
    found: dict[str, list[int]] = {}
    for number, group in enumerate(_table(table)[key].split(";")):
        forms = group.split("|") if "|" in group else group.split()
        for form in forms:
            if (name := " ".join(form.split())) and number not in found.setdefault(name, []):
                found[name].append(number)
    return MappingProxyType({form: tuple(numbers) for form, numbers in found.items()})
