"""A small neural tagger in plain NumPy: words in, labelled spans with probabilities out.

The network is a two-layer bidirectional LSTM over features of each word's form, with a conditional random field on top
(Lample et al. 2016, "Neural Architectures for Named Entity Recognition"). It is trained by `tools/train` with another library;
here it only runs, because a product that carries a training library would be a hundred times the size of the model.
Everything of a word that does not depend on its neighbours is worked out once per word form and kept.
One article is one batch: what is found in it cannot depend, not even in the last bit, on which articles stood beside it.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Arrays = Mapping[str, NDArray[Any]]

TAGS = ("O", *(f"{move}-{label}" for label in ("PER", "LOC", "ORG") for move in "BILU"))
"""Begin, inside, last, unit: the order of the network's outputs."""
MEMORY = 100_000
"""Word forms whose embeddings are kept; when there are more, all are forgotten."""
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
class _Packing:
    """Words of several texts in the order of reading: all first words, all second words, …; the longest text first."""

    live: tuple[int, ...]
    """How many texts have a word at each position."""
    starts: tuple[int, ...]
    """Where each position's words begin."""
    ahead: NDArray[np.int64]
    """For each packed word its place when the texts stand one after another; texts read forwards."""
    back: NDArray[np.int64]
    """The same for texts read backwards."""
    last: NDArray[np.int64]
    """The packed place of each text's last word."""


def _pack(lengths: NDArray[np.int64]) -> _Packing:
    """Give the packing of texts of these lengths, longest first, none empty."""
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    position = np.concatenate([np.full(int((lengths > n).sum()), n) for n in range(int(lengths[0]))])
    live = np.bincount(position)
    starts = np.concatenate([[0], np.cumsum(live)[:-1]])
    text = np.arange(len(position)) - starts[position]
    return _Packing(
        live=tuple(live.tolist()),
        starts=tuple(starts.tolist()),
        ahead=begins[text] + position,
        back=begins[text] + lengths[text] - 1 - position,
        last=starts[lengths - 1] + np.arange(len(lengths)),
    )


class Tagger:
    """The network with its weights; `tag` labels the token lists of one article."""

    def __init__(self, arrays: Arrays, vectors: Callable[[Sequence[str]], Floats]) -> None:
        """Take the weights by name and a function from words to their vectors (one row each)."""
        self._vectors = vectors
        packed = arrays["lists"].tobytes().decode()
        cells = packed.rstrip("\n").replace("\n", "\t").split("\t")
        self._gazetteer = dict(zip(cells[::2], map(int, cells[1::2]), strict=True))
        self._words = {w: n for n, w in enumerate(arrays["words"].tobytes().decode().split("\n"), 1)}
        self._weights = {k: np.asarray(v, dtype=np.float32) for k, v in arrays.items() if v.dtype.kind == "f"}
        self._layers = sum(k.startswith("lstm_in_") for k in self._weights)
        self._weights |= {k: _by_gate(v) for k, v in self._weights.items() if k.startswith("lstm_")}
        self._rows: dict[str, int] = {}
        self._table = np.zeros((0, self._weights["mix_bias"].shape[0]), dtype=np.float32)

    def tag(self, texts: Sequence[Sequence[str]]) -> list[tuple[list[int], Floats]]:
        """Give for each list of words its tags (indexes into `TAGS`) and each tag's probability, 0..1."""
        found: list[tuple[list[int], Floats]] = [([], np.zeros(0, dtype=np.float32)) for _ in texts]
        order = sorted((n for n, words in enumerate(texts) if words), key=lambda n: -len(texts[n]))
        if order:
            packing = _pack(np.asarray([len(texts[n]) for n in order]))
            scores = self._scores([w for n in order for w in texts[n]], packing)
            tags, chances = self._decode(scores, packing)
            at = 0
            for n in order:
                after = at + len(texts[n])
                found[n] = (tags[at:after].tolist(), chances[at:after])
                at = after
        return found

    def _embed(self, words: Sequence[str]) -> Floats:
        """Give the embedding of each word, looked up by form; new forms are worked out first."""
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
            mixed = np.concatenate(columns, axis=1) @ weights["mix"].T + weights["mix_bias"]
            mixed -= mixed.mean(axis=1, keepdims=True)
            mixed /= np.sqrt((mixed * mixed).mean(axis=1, keepdims=True) + 1e-5)
            start = len(self._rows)
            self._rows.update((w, start + n) for n, w in enumerate(new))
            if len(self._rows) > len(self._table):
                room = np.empty((2 * len(self._rows), mixed.shape[1]), dtype=np.float32)
                room[:start] = self._table[:start]
                self._table = room
            self._table[start : len(self._rows)] = mixed * weights["norm"] + weights["norm_bias"]
        return np.asarray(self._table[[self._rows[w] for w in words]])

    def _scores(self, words: Sequence[str], packing: _Packing) -> Floats:
        """Run the network: a row of scores for each word, in packed order."""
        x = self._embed(words)
        for layer in range(self._layers):
            into, across, bias = (self._weights[f"lstm_{part}_{layer}"] for part in ("in", "across", "bias"))
            drive = np.stack([x[packing.ahead], x[packing.back]])[:, None] @ into
            drive += bias
            out = _run(drive, across, packing)
            size = out.shape[2]
            x = np.empty((len(words), 2 * size), dtype=np.float32)
            x[packing.ahead, :size] = out[0]
            x[packing.back, size:] = out[1]
        scores = x @ self._weights["out"].T + self._weights["out_bias"]
        return np.asarray(scores[packing.ahead], dtype=np.float32)

    def _decode(self, scores: Floats, packing: _Packing) -> tuple[NDArray[np.int64], Floats]:
        """Find the best sequence of tags of each text and the marginal probability of each of its tags, word after word.

        Viterbi's and the forward-backward algorithm (Rabiner 1989), the latter scaled at each step.
        """
        moves, first, last = (self._weights[name] for name in ("moves", "moves_first", "moves_last"))
        go, end = np.exp(moves), np.exp(last)
        emit = np.exp(scores - scores.max(axis=1, keepdims=True))
        alpha, beta, scale = np.empty_like(emit), np.empty_like(emit), np.empty((len(emit), 1), dtype=np.float32)
        pointers = np.zeros(scores.shape, dtype=np.int64)
        best = scores[: packing.live[0]] + first
        state = emit[: packing.live[0]] * np.exp(first)
        ends = np.empty((packing.live[0], len(TAGS)), dtype=np.float32)
        for n, (live, at) in enumerate(zip(packing.live, packing.starts, strict=True)):
            here = slice(at, at + live)
            if n:
                options = best[:live, :, None] + moves
                pointers[here] = options.argmax(axis=1)
                best = options.max(axis=1) + scores[here]
                state = (state[:live] @ go) * emit[here]
            scale[here] = np.maximum(state.sum(axis=1, keepdims=True), 1e-30)
            state = state / scale[here]
            alpha[here] = state
            ends[:live] = best
        tags = np.zeros(len(scores), dtype=np.int64)
        current = (ends + last).argmax(axis=1)
        beta[packing.last] = end
        for n in range(len(packing.live) - 1, -1, -1):
            live, at = packing.live[n], packing.starts[n]
            if n + 1 < len(packing.live) and (more := packing.live[n + 1]):
                after = slice(packing.starts[n + 1], packing.starts[n + 1] + more)
                current[:more] = pointers[after][np.arange(more), current[:more]]
                beta[at : at + more] = ((emit[after] * beta[after]) @ go.T) / scale[after]
            tags[at : at + live] = current[:live]
        chances = alpha * beta
        chances /= np.maximum(chances.sum(axis=1, keepdims=True), 1e-30)
        in_order = np.empty_like(tags)
        in_order[packing.ahead] = tags
        sure = np.empty(len(tags), dtype=np.float32)
        sure[packing.ahead] = np.minimum(chances[np.arange(len(tags)), tags], 1.0)
        return in_order, sure


def _by_gate(weights: Floats) -> Floats:
    """Give the weights of an LSTM layer's four gates (direction, …, 4 × size) as four (direction, gate, …, size), those of i, f, o halved.

    Halved, so that one tanh serves all gates: sigmoid(x) = (tanh(x / 2) + 1) / 2. Four small products for a few texts take half
    the time of a large one, and more gates than one never share a row.
    """
    gates = np.stack(np.split(weights.reshape(2, -1, weights.shape[-1]), 4, axis=2), axis=1)
    gates[:, :3] *= 0.5
    return gates


def _run(drive: Floats, across: Floats, packing: _Packing) -> Floats:
    """Run both directions of one LSTM layer (Hochreiter & Schmidhuber 1997) side by side; gates in the order i, f, o, g."""
    size = across.shape[-1]
    state = np.zeros((2, packing.live[0], size), dtype=np.float32)
    memory = np.zeros((2, packing.live[0], size), dtype=np.float32)
    out = np.empty((2, drive.shape[2], size), dtype=np.float32)
    for live, at in zip(packing.live, packing.starts, strict=True):
        gates = state[:, None, :live] @ across
        gates += drive[:, :, at : at + live]
        np.tanh(gates, out=gates)
        soft = gates[:, :3]
        soft += 1.0
        soft *= 0.5
        memory = memory[:, :live] * soft[:, 1]
        memory += soft[:, 0] * gates[:, 3]
        state = np.tanh(memory)
        state *= soft[:, 2]
        out[:, at : at + live] = state
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
