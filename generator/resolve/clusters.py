"""Names that are one: pairs that a rule calls the same, closed under "the same as the same"."""

from collections.abc import Callable, Iterable, Mapping

Same = Callable[[str, str], bool]


def clusters(
    names: Iterable[str],
    keys: Callable[[str], Iterable[str]],
    same: Same,
    apart: Callable[[str, str], bool] = lambda _a, _b: False,
    joined: Iterable[tuple[str, str]] = (),
) -> Mapping[str, str]:
    """Return for each name the first name, in alphabetical order, of the cluster it belongs to.

    Only names that share a key are compared. `joined` pairs are one without comparing; two clusters with names that are
    `apart` never become one. The order of `names` has no influence.
    """
    ordered = sorted(set(names))
    root = {name: name for name in ordered}
    members = {name: [name] for name in ordered}

    def find(name: str) -> str:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    def join(a: str, b: str) -> None:
        first, second = sorted((find(a), find(b)))
        if first == second or any(apart(x, y) for x in members[first] for y in members[second]):
            return
        root[second] = first
        members[first].extend(members.pop(second))

    for a, b in sorted(joined):
        if a in root and b in root:
            join(a, b)
    buckets: dict[str, list[str]] = {}
    for name in ordered:
        for key in keys(name):
            buckets.setdefault(key, []).append(name)
    for key in sorted(buckets):
        bucket = buckets[key]
        for index, a in enumerate(bucket):
            for b in bucket[index + 1 :]:
                if find(a) != find(b) and same(a, b):
                    join(a, b)
    return {name: find(name) for name in ordered}
