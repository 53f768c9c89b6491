"""Train the tagger of one language on its gold files and write the weights."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.tokenizer import Tokenizer

from generator.ner.tagger import MAX_GRAMS, TAGS, Tagger, spans, word_features, word_grams, word_key
from tools.train.augment import Changer
from tools.train.gold import Unit, read_units
from tools.train.lists import COUNTRY, EVERYDAY
from tools.train.network import NEVER, Network
from tools.train.score import Predict, read_gold, score
from tools.train.tokens import blank_pipeline

GOLD = {
    "de": {"germeval2014_train": 1, "wikinews_train": 3, "newsroom_train": 2, "smartdata_train": 1},
    "en": {"en_uner_ewt_train": 1, "en_wikinews_train": 4, "en_wikigold_train": 2, "en_gum_silver_train": 1},
}
"""Files and how often an epoch goes through each."""
DEV = {"de": ("germeval2014_dev", "wikinews_dev", "smartdata_dev"), "en": ("en_wikinews_dev", "en_uner_ewt_dev")}
Arrays = dict[str, np.ndarray]
LONGEST = 180
"""Words in one piece of training text."""
WORDS = 1200
"""Words in a batch."""
RARE = 3
"""Words seen less often than this in the gold files have no row of their own …"""
RARE_SILVER = 30
"""… unless they are seen so often in the teacher's texts."""
SILVER_SHARE = 0.8
"""Words of the teacher's texts in an epoch for each word of gold."""


class Forms:
    """Tables of the different words met so far: vector, own row, letter pieces, features."""

    def __init__(
        self, vectors: Callable[[Sequence[str]], np.ndarray], scale: float, known: dict[str, int], lists: dict[str, int]
    ) -> None:
        self.vectors, self.scale, self.known, self.lists = vectors, scale, known, lists
        self.rows: dict[str, int] = {}
        self.tables: list[torch.Tensor] = []

    def index(self, words: Iterable[str]) -> None:
        """Take up words not met before."""
        new = [w for w in dict.fromkeys(words) if w not in self.rows]
        if not new:
            return
        grams = np.zeros((len(new), MAX_GRAMS), dtype=np.int64)
        for n, w in enumerate(new):
            rows = word_grams(w)
            grams[n, : len(rows)] = rows
        fresh = [
            torch.from_numpy(self.vectors(new) * np.float32(self.scale)),
            torch.tensor([self.known.get(word_key(w), 0) for w in new]),
            torch.from_numpy(grams),
            torch.tensor([word_features(w, self.lists) for w in new]),
        ]
        start = len(self.rows)
        self.rows.update((w, start + n) for n, w in enumerate(new))
        self.tables = [torch.cat(p) for p in zip(self.tables, fresh, strict=True)] if self.tables else fresh

    def batch(self, texts: list[Unit]) -> tuple[list[torch.Tensor], torch.Tensor, torch.Tensor, torch.Tensor]:
        """Give the tables of a batch's different words, the words' rows in them, the allowed tags (0 or `NEVER`), the lengths."""
        rows = [torch.tensor([self.rows[w] for w in t.words]) for t in texts]
        padded = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
        unique, index = torch.unique(padded, return_inverse=True)
        lengths = torch.tensor([len(t.words) for t in texts])
        mask = np.full((*padded.shape, len(TAGS)), NEVER, dtype=np.float32)
        places = [(n, m, tag) for n, t in enumerate(texts) for m, allowed in enumerate(t.tags) for tag in allowed]
        mask[tuple(np.asarray(places).T)] = 0
        mask = torch.from_numpy(mask)
        return [t[unique] for t in self.tables], index, mask, lengths


def join(units: Sequence[Unit]) -> Unit:
    return Unit(sum((u.words for u in units), ()), sum((u.tags for u in units), ()), units[0].source)


def cut(unit: Unit) -> list[Unit]:
    """Cut a text into pieces of at most `LONGEST` words, never inside a name."""
    pieces = []
    while len(unit.words) > LONGEST:
        at = LONGEST
        while at > 1 and any(TAGS[t][0] in "IL" for t in unit.tags[at]):
            at -= 1
        pieces.append(Unit(unit.words[:at], unit.tags[:at], unit.source))
        unit = Unit(unit.words[at:], unit.tags[at:], unit.source)
    return [*pieces, unit]


def sentences(unit: Unit) -> list[Unit]:
    """Cut roughly at full stops; good enough for variety."""
    pieces, start = [], 0
    for n, w in enumerate(unit.words):
        if (
            w in (".", "!", "?")
            and n + 1 < len(unit.words)
            and n + 1 - start > 5
            and unit.words[n + 1][0].isupper()
            and unit.tags[n] == (0,)
        ):
            pieces.append(Unit(unit.words[start : n + 1], unit.tags[start : n + 1], unit.source))
            start = n + 1
    return [*pieces, Unit(unit.words[start:], unit.tags[start:], unit.source)]


def epoch_units(documents: dict[str, list[list[Unit]]], times: dict[str, int], changer: Changer) -> list[Unit]:
    """Give the texts of one epoch: sentences, paragraphs, and articles without paragraphs, changed a little."""
    rng, texts = changer.rng, []
    for name, articles in documents.items():
        for _ in range(times[name]):
            for article in articles:
                draw = rng.random()
                if draw < 0.15:
                    pieces = [join(article)]
                elif draw < 0.5 and len(article) > 0:
                    pieces = [s for u in article for s in sentences(u)]
                else:
                    pieces = article
                texts += [c for p in pieces for c in cut(changer.change(p))]
    texts += [changer.template() for _ in range(len(texts) // 60)]
    return texts


def batches(texts: list[Unit], rng: random.Random) -> list[list[Unit]]:
    """Sort texts of like length together, shuffle the batches."""
    texts = sorted(texts, key=lambda t: len(t.words) + rng.random() * 4, reverse=True)
    found: list[list[Unit]] = []
    size = 0
    for text in texts:
        if not found or size + len(text.words) > WORDS:
            found.append([])
            size = 0
        found[-1].append(text)
        size += len(text.words)
    rng.shuffle(found)
    return [sorted(b, key=lambda t: -len(t.words)) for b in found]


def name_stock(
    documents: dict[str, list[list[Unit]]], lists: dict[str, Any], rng: random.Random
) -> dict[str, list[tuple[str, ...]]]:
    """Gather names to swap in: those of the training texts and as many from the lists."""
    seen: dict[str, set[tuple[str, ...]]] = {"PER": set(), "LOC": set(), "ORG": set()}
    for articles in documents.values():
        for unit in (u for a in articles for u in a):
            start = 0
            for n, tags in enumerate(unit.tags):
                tag = TAGS[tags[0]] if len(tags) == 1 else "O"
                if tag[0] in "BU":
                    start = n
                if tag[0] in "LU":
                    seen[tag[2:]].add(unit.words[start : n + 1])
    stock = {label: sorted(names) for label, names in seen.items()}
    people = []
    for _ in range(len(stock["PER"])):
        _, first, last = rng.choice(lists["persons"])
        surname = tuple(rng.choice(last).split())
        people.append(surname if rng.random() < 0.4 else (*rng.choice(first).split(), *surname))
    stock["PER"] += people
    places = [tuple(p.split()) for p in lists["places"]]
    stock["LOC"] += [rng.choice(places) for _ in range(len(stock["LOC"]) // 2)]
    countries = [(w,) for w, bits in lists["bits"].items() if bits & COUNTRY and not bits & EVERYDAY]
    stock["LOC"] += [rng.choice(countries) for _ in range(len(stock["LOC"]) // 3)]
    return stock


def predictor(tagger: Tagger, tokenizer: Tokenizer) -> Predict:
    """Give a function that finds names by the tagger alone, without agreement within an article."""

    def predict(articles: Iterable[tuple[str, ...]]) -> Iterator[list[list[tuple[int, int, str, bool]]]]:
        for article in articles:
            docs = [[t for t in tokenizer(line) if not t.is_space] for line in article]
            found = tagger.tag([[t.text for t in doc] for doc in docs])
            yield [
                [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1]), label, p > 0.9) for a, b, label, p in spans(*result)]
                for doc, result in zip(docs, found, strict=True)
            ]

    return predict


def on_dev(lang: str, gold: Path, tagger: Tagger) -> str:
    """Say how a tagger does on the dev sets, without agreement within an article."""
    tokenizer, line = blank_pipeline(lang).tokenizer, []
    for name in DEV[lang]:
        result = score(predictor(tagger, tokenizer), read_gold(gold / f"{name}.jsonl"))
        precision, recall, f1 = result.f1()
        each = " ".join(f"{label} {result.f1(label)[2]:.3f}" for label in ("PER", "LOC", "ORG"))
        line.append(f"{name} {f1:.4f} (P {precision:.3f} R {recall:.3f}; {each})")
    return "; ".join(line)


def fit(
    lang: str, gold: Path, lists: dict[str, Any], vectors: Callable[[Sequence[str]], np.ndarray], *, epochs: int, seed: int,
    width: int, lr: float, log: Callable[[str], None], silver: Sequence[Unit] = (), start: Arrays | None = None,
) -> Arrays:  # fmt: skip
    """Train a network of a width and return the weights as arrays, words and lists included.

    `silver` are texts labelled by a teacher; each epoch takes the next of them. `start` are weights of the same lists to go on from.
    """
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    tokenizer = blank_pipeline(lang).tokenizer
    documents = {name: read_units(gold / f"{name}.jsonl", tokenizer) for name in GOLD[lang]}
    counts = Counter(word_key(w) for articles in documents.values() for a in articles for u in a for w in u.words)
    silver_counts = Counter(word_key(w) for unit in silver for w in unit.words)
    known = {w for w, c in counts.items() if c >= RARE} | {w for w, c in silver_counts.items() if c >= RARE_SILVER}
    words = sorted(w for w in known if "\n" not in w)
    if start:
        words = start["words"].tobytes().decode().split("\n")
    bits = lists["bits"]
    sample = vectors(sorted({w for a in documents.values() for d in a[:300] for u in d for w in u.words}))
    scale = 1 / float(sample.std())
    network = Network(sample.shape[1], len(words), size=width)
    if start:
        network.load(start)
        scale = float(start["vector_scale"][0])
    forms = Forms(vectors, scale, {w: n for n, w in enumerate(words, 1)}, bits)
    fixed = {
        "words": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        "lists": np.frombuffer("\n".join(f"{w}\t{b}" for w, b in sorted(bits.items())).encode(), dtype=np.uint8),
        "vector_scale": np.asarray([scale], dtype=np.float32),
    }
    log(f"{lang}: {sum(p.numel() for p in network.parameters())} weights, {len(words)} words, {len(bits)} list entries")
    changer = Changer(lang, name_stock(documents, lists, rng), rng)
    average = {k: v.detach().clone() for k, v in network.named_parameters()}
    optimizer = torch.optim.Adam(network.parameters(), lr=lr, betas=(0.9, 0.98), fused=True)
    total = step = taken = 0
    arrays = {}
    for epoch in range(epochs):
        started, seen, loss_sum = time.time(), 0, 0.0
        network.train()
        texts = epoch_units(documents, GOLD[lang], changer)
        wanted = SILVER_SHARE * sum(len(t.words) for t in texts)
        while silver and wanted > 0:
            pieces = cut(changer.change(silver[taken % len(silver)]))
            wanted -= sum(len(p.words) for p in pieces)
            texts += pieces
            taken += 1
        forms.index(w for t in texts for w in t.words)
        plan = batches(texts, rng)
        total = total or len(plan) * epochs
        for texts_of_batch in plan:
            rate = lr * min(1, (step + 1) / 200) * max(0.02, 1 - step / total)
            for group in optimizer.param_groups:
                group["lr"] = rate
            tables, index, mask, lengths = forms.batch(texts_of_batch)
            scores = network.scores(tables, index, lengths)
            loss = network.loss(scores, mask, lengths)
            size = int(lengths.sum())
            optimizer.zero_grad()
            (loss / size * 20).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            step += 1
            decay = min(0.999, step / (step + 20))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.values()), list(network.parameters()), 1 - decay)
            seen += size
            loss_sum += float(loss.detach())
            if step % 100 == 0:
                log(f"  step {step}/{total} loss {loss_sum / seen:.4f} {seen / (time.time() - started):.0f} words/s")
        own = {k: v.detach().clone() for k, v in network.named_parameters()}
        network.load_state_dict(average, strict=False)
        network.eval()
        arrays = {**network.export(), **fixed}
        network.load_state_dict(own, strict=False)
        log(f"epoch {epoch + 1}: {time.time() - started:.0f} s; {on_dev(lang, gold, Tagger(arrays, vectors))}")
    return arrays
