"""A small neural tagger in plain NumPy: words in, labelled spans with probabilities out.

The network is a two-layer bidirectional LSTM over features of each word's form, with a conditional random field on top
(Lample et al. 2016, "Neural Architectures for Named Entity Recognition"). It is trained by `tools/train` with another library;
here it only runs, because a product that carries a training library would be a hundred times the size of the model.
Everything of a word that does not depend on its neighbours is worked out once per word form and kept.
Texts run side by side, because that is faster, but what is found in one cannot depend on those beside it, not even in the last
bit: the shape of a matrix decides how a product is summed up, so every product always has the same shape, filled up with nothing.
"""

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Arrays = Mapping[str, NDArray[Any]]

TAGS = ("O", *(f"{move}-{label}" for label in ("PER", "LOC", "ORG") for move in "BILU"))
"""Begin, inside, last, unit: the order of the network's outputs."""
MEMORY = 100_000
"""Word forms whose embeddings are kept; when there are more, all are forgotten."""
ROWS = 16
"""Texts that run side by side …"""
LONG = 300
"""… when they have at most so many words; a longer one runs alone."""
LONGEST = 5000
"""Words of one paragraph that are read at once: what stands further on is read as another, or memory might not do."""
BLOCK = 128
"""Rows that are multiplied at once."""
GRAM_ROWS = 6000
MAX_GRAMS = 24
LISTS = 15
"""Bits of the gazetteer: first name, surname, place, large place, country or region, part of a place's name, small place, everyday
word; then what the word was in raw text, by the labels of an earlier tagger: person often, now and then, place often, now and then,
organisation often, now and then, hardly ever a name."""
GENITIVE_LISTS = 7
"""Bits that are also looked up without a genitive -s."""


def word_features(word: str, gazetteer: Mapping[str, int]) -> list[float]:
    """Describe the form of a word and the lists it stands in by numbers 0 or 1."""
    bare = word.rstrip("'’")
    entry = gazetteer.get(bare, 0)
    form = bare
    if not entry and bare.isupper() and len(bare) > 3:
        form = bare.title()
        entry = gazetteer.get(form, 0)
    genitive = gazetteer.get(form[:-1], 0) if not entry % (1 << GENITIVE_LISTS) and form.endswith("s") else 0
    letters = [c for c in word if c.isalpha()]
    first, last = word[:1], word[-1:]
    shape = (
        first.isupper(),
        first.islower(),
        bool(letters) and len(letters) > 1 and all(c.isupper() for c in letters),
        any(c.isupper() for c in word[1:]),
        any(c.islower() for c in word),
        any(c.isdigit() for c in word),
        word.isdigit(),
        "-" in word or "–" in word,
        not letters and not any(c.isdigit() for c in word),
        word.isspace(),
        last == "." and len(word) > 1,
        len(word) == 1,
        len(word) > 12,
        word in {"„", "“", "”", '"', "»", "«", "'", "‚", "‘", "’"},
        any(c in "'’" for c in word),
        any(c in "@#/_&+" for c in word),
    )
    lists = (*(entry >> n & 1 for n in range(LISTS)), *(genitive >> n & 1 for n in range(GENITIVE_LISTS)))
    return [float(x) for x in (*shape, *lists)]


FEATURES = len(word_features("Wort", {}))


def word_grams(word: str) -> list[int]:
    """Give the rows (1 …) of a word's one to three letter pieces in the table of pieces; at most `MAX_GRAMS`."""
    padded = f"^{word[:30]}$"
    pieces = [padded[i : i + n] for n in (3, 2) for i in range(len(padded) - n + 1)]
    if len(pieces) > MAX_GRAMS:  # both ends say most about a long word
        pieces = pieces[: MAX_GRAMS // 2] + pieces[-MAX_GRAMS // 2 :]
    return [1 + zlib.crc32(piece.encode()) % (GRAM_ROWS - 1) for piece in pieces]


def word_key(word: str) -> str:
    """Give the form under which a word is looked up in the table of known words."""
    return "".join("0" if c.isdigit() else c for c in word.lower())


@dataclass(frozen=True, slots=True)
class _Grid:
    """Texts side by side: the n-th word of a text has the n-th cell of its column."""

    lengths: NDArray[np.int64]
    """Of each column's text; 0 for a column without one."""
    back: NDArray[np.int64]
    """For each cell the row of the word that comes there when the text is read backwards; cells after a text stay what they are."""
    columns: NDArray[np.int64]


def _grid(lengths: Sequence[int], width: int) -> _Grid:
    """Give a grid that many columns wide for texts of these lengths."""
    filled = np.asarray([*lengths, *[0] * (width - len(lengths))])
    rows = np.arange(filled.max())[:, None]
    return _Grid(filled, np.where(rows < filled, filled - 1 - rows, rows), np.arange(width))


def _product(rows: Floats, weights: Floats) -> Floats:
    """Multiply rows by weights, `BLOCK` of them at a time."""
    blocks = np.zeros((-(-len(rows) // BLOCK), BLOCK, rows.shape[1]), dtype=np.float32)
    blocks.reshape(-1, rows.shape[1])[: len(rows)] = rows
    product: Floats = (blocks @ weights).reshape(-1, weights.shape[1])
    return product[: len(rows)]


class Tagger:
    """The network with its weights; `tag` labels lists of words."""

    def __init__(self, arrays: Arrays, vectors: Callable[[Sequence[str]], Floats]) -> None:
        """Take the weights by name and a function from words to their vectors (one row each)."""
        self._vectors = vectors
        packed = arrays["lists"].tobytes().decode()
        cells = packed.rstrip("\n").replace("\n", "\t").split("\t")
        self._gazetteer = dict(zip(cells[::2], map(int, cells[1::2]), strict=True))
        self._words = {w: n for n, w in enumerate(arrays["words"].tobytes().decode().split("\n"), 1)}
        self._weights = {k: np.asarray(v, dtype=np.float32) for k, v in arrays.items() if v.dtype.kind == "f"}
        self._layers = sum(k.startswith("lstm_in_") for k in self._weights)
        for name in ("mix", "out"):
            self._weights[name] = np.ascontiguousarray(self._weights[name].T)
        for layer in range(self._layers):
            for part in ("in", "across", "bias"):
                self._weights[f"lstm_{part}_{layer}"] = _halved(self._weights[f"lstm_{part}_{layer}"])
            self._weights[f"lstm_across_{layer}"] = _by_gate(self._weights[f"lstm_across_{layer}"])
            self._weights[f"lstm_bias_{layer}"] = _by_gate(self._weights[f"lstm_bias_{layer}"][:, None])
        self._rows: dict[str, int] = {}
        self._table = np.zeros((0, self._weights["mix_bias"].shape[0]), dtype=np.float32)

    def tag(self, texts: Sequence[Sequence[str]]) -> list[tuple[list[int], Floats]]:
        """Give for each list of words its tags (indexes into `TAGS`) and each tag's probability, 0..1."""
        pieces = [[words[at : at + LONGEST] for at in range(0, len(words), LONGEST)] for words in texts]
        found = iter(self._tag(list(chain.from_iterable(pieces))))
        nothing: tuple[list[int], Floats] = ([], np.zeros(0, dtype=np.float32))
        results = [zip(nothing, *islice(found, len(some)), strict=True) for some in pieces]
        return [(list(chain.from_iterable(tags)), np.concatenate(chances)) for tags, chances in results]

    def _tag(self, texts: Sequence[Sequence[str]]) -> list[tuple[list[int], Floats]]:
        """Do the same for lists that are neither empty nor longer than `LONGEST`."""
        order = sorted(range(len(texts)), key=lambda n: -len(texts[n]))
        long = [n for n in order if len(texts[n]) > LONG]
        others = order[len(long) :]
        found: dict[int, tuple[list[int], Floats]] = {}
        for group in [*([n] for n in long), *(others[at : at + ROWS] for at in range(0, len(others), ROWS))]:
            words = [texts[n] for n in group]
            grid = _grid([len(w) for w in words], 1 if len(words[0]) > LONG else ROWS)
            tags, chances = self._decode(self._scores(words, grid), grid)
            for column, n in enumerate(group):
                length = len(texts[n])
                found[n] = tags[:length, column].tolist(), chances[:length, column].copy()
        return [found[n] for n in range(len(texts))]

    def _learn(self, words: Iterable[str]) -> None:
        """Work out the embeddings of forms not met before."""
        if len(self._rows) > MEMORY:
            self._rows = {}
        new = [w for w in dict.fromkeys(words) if w not in self._rows]
        if new:
            weights = self._weights
            grams = np.zeros((len(new), MAX_GRAMS), dtype=np.int64)
            for n, word in enumerate(new):
                rows = word_grams(word)
                grams[n, : len(rows)] = rows
            filled = np.maximum((grams > 0).sum(axis=1, keepdims=True), 1)
            columns = (
                self._vectors(new) * weights["vector_scale"],
                weights["word_table"][[self._words.get(word_key(w), 0) for w in new]],
                weights["gram_table"][grams].sum(axis=1) / filled,
                np.asarray([word_features(w, self._gazetteer) for w in new], dtype=np.float32),
            )
            mixed = _product(np.concatenate(columns, axis=1, dtype=np.float32), weights["mix"]) + weights["mix_bias"]
            mixed -= mixed.mean(axis=1, keepdims=True)
            mixed /= np.sqrt((mixed * mixed).mean(axis=1, keepdims=True) + 1e-5)
            start = len(self._rows)
            self._rows.update((w, start + n) for n, w in enumerate(new))
            if len(self._rows) > len(self._table):
                room = np.empty((2 * len(self._rows), mixed.shape[1]), dtype=np.float32)
                room[:start] = self._table[:start]
                self._table = room
            self._table[start : len(self._rows)] = mixed * weights["norm"] + weights["norm_bias"]

    def _scores(self, texts: Sequence[Sequence[str]], grid: _Grid) -> Floats:
        """Run the network: the scores of the tags for each cell; those of cells without a word mean nothing."""
        self._learn(word for words in texts for word in words)
        forms = np.zeros(grid.back.shape, dtype=np.int64)
        for column, words in enumerate(texts):
            forms[: len(words), column] = [self._rows[word] for word in words]
        x = self._table[forms]
        for layer in range(self._layers):
            into, across, bias = (self._weights[f"lstm_{part}_{layer}"] for part in ("in", "across", "bias"))
            read = (x, x[grid.back, grid.columns])
            drive = np.stack([_product(way.reshape(-1, way.shape[2]), w) for way, w in zip(read, into, strict=True)])
            ahead, back = _run(drive.reshape(2, *forms.shape, 4, -1), across, bias)
            x = np.concatenate([ahead, back[grid.back, grid.columns]], axis=2)
        scores = _product(x.reshape(-1, x.shape[2]), self._weights["out"]) + self._weights["out_bias"]
        return np.asarray(scores.reshape(*forms.shape, -1), dtype=np.float32)

    def _decode(self, scores: Floats, grid: _Grid) -> tuple[NDArray[np.int64], Floats]:
        """Find the best sequence of tags of each text and the marginal probability of each of its tags, by cell.

        Viterbi's and the forward-backward algorithm (Rabiner 1989), the latter scaled at each step.
        """
        moves, first, last = (self._weights[name] for name in ("moves", "moves_first", "moves_last"))
        go, end = np.exp(moves), np.exp(last)
        emit = np.exp(scores - scores.max(axis=2, keepdims=True))
        alpha, beta = np.empty_like(emit), np.empty_like(emit)
        scale = np.empty((*grid.back.shape, 1), dtype=np.float32)
        pointers = np.zeros(scores.shape, dtype=np.int64)
        bests = np.empty_like(scores)
        for n, (score, chance) in enumerate(zip(scores, emit, strict=True)):
            if n:
                options = bests[n - 1][:, :, None] + moves
                pointers[n] = options.argmax(axis=1)
                bests[n] = options.max(axis=1) + score
                state = (alpha[n - 1] @ go) * chance
            else:
                bests[n] = score + first
                state = chance * np.exp(first)
            scale[n] = np.maximum(state.sum(axis=1, keepdims=True), 1e-30)
            alpha[n] = state / scale[n]
        tags = np.zeros(grid.back.shape, dtype=np.int64)
        current = tags[0]
        for n in range(len(scores) - 1, -1, -1):
            ends = grid.lengths == n + 1
            best = (bests[n] + last).argmax(axis=1)
            if n + 1 < len(scores):
                best = np.where(ends, best, pointers[n + 1][grid.columns, current])
                ahead = ((emit[n + 1] * beta[n + 1]) @ go.T) / scale[n + 1]
                beta[n] = np.where(ends[:, None], end, ahead)
            else:
                beta[n] = end
            tags[n] = current = best
        chances = alpha * beta
        chances /= np.maximum(chances.sum(axis=2, keepdims=True), 1e-30)
        rows = np.arange(len(scores))[:, None]
        return tags, np.minimum(chances[rows, grid.columns, tags], 1.0)


def _halved(weights: Floats) -> Floats:
    """Give an LSTM's weights with those of the gates i, f and o halved, so that one tanh serves all four: sigmoid(x) = (tanh(x / 2) + 1) / 2."""
    halved = weights.copy()
    halved[..., : 3 * weights.shape[-1] // 4] *= 0.5
    return halved


def _by_gate(weights: Floats) -> Floats:
    """Give weights (direction, …, 4 × size) as (direction, gate, …, size): four small products take two thirds of the time of a large one."""
    return np.stack(np.split(weights, 4, axis=2), axis=1)


def _run(drive: Floats, across: Floats, bias: Floats) -> Floats:
    """Run both directions of one LSTM layer (Hochreiter & Schmidhuber 1997) side by side; gates in the order i, f, o, g.

    `drive` is what comes from the words: (direction, row, column, gate, size).
    """
    size = across.shape[-1]
    state = memory = np.zeros((2, drive.shape[2], size), dtype=np.float32)
    out = np.empty((*drive.shape[:3], size), dtype=np.float32)
    for row in range(drive.shape[1]):
        gates = state[:, None] @ across
        gates += drive[:, row].swapaxes(1, 2)
        gates += bias
        np.tanh(gates, out=gates)
        soft = gates[:, :3]
        soft += 1.0
        soft *= 0.5
        memory = memory * soft[:, 1]
        memory += soft[:, 0] * gates[:, 3]
        state = np.tanh(memory)
        state *= soft[:, 2]
        out[:, row] = state
    return out


def spans(tags: Sequence[int], chances: Floats) -> list[tuple[int, int, str, float]]:
    """Turn tags into disjoint spans (first word, word after the last, label, probability of the weakest tag)."""
    found: list[tuple[int, int, str, float]] = []
    start = 0
    for n, tag in enumerate(tags):
        move, _, label = TAGS[tag].partition("-")
        if move in "BU":
            start = n
        if move in "LU" and label:
            found.append((start, n + 1, label, float(min(chances[start : n + 1]))))
    return found
