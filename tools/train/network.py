"""The tagger's network in PyTorch, for training only; `generator.ner.tagger` runs the weights it exports."""

import numpy as np
import torch
from torch import nn

from generator.ner.tagger import FEATURES, GRAM_ROWS, TAGS
from tools.train.lstm import BothWays, Packing

Context = torch.autograd.function.FunctionCtx
NEVER = -1e4
FORM = 144
"""Numbers that say of a word's form what the LSTMs get to know; more when these are wider."""


def allowed_moves() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Give 0 or `NEVER` for each pair of tags in a row, each first and each last tag."""
    count = len(TAGS)
    moves, first, last = torch.full((count, count), NEVER), torch.zeros(count), torch.zeros(count)
    for a, before in enumerate(TAGS):
        opens = before[0] in "BI"
        for b, after in enumerate(TAGS):
            continues = after[0] in "IL"
            if (opens and continues and before[2:] == after[2:]) or (not opens and not continues):
                moves[a, b] = 0
        if before[0] in "IL":
            first[a] = NEVER
        if opens:
            last[a] = NEVER
    return moves, first, last


class _Field(torch.autograd.Function):
    """Sum of log partition functions of linear chains; the gradient is what forward and backward pass give (Rabiner 1989)."""

    @staticmethod
    def forward(  # noqa: PLR0917 (PyTorch's form)
        ctx: Context,
        scores: torch.Tensor,
        moves: torch.Tensor,
        first: torch.Tensor,
        last: torch.Tensor,
        lengths: torch.Tensor,
    ) -> torch.Tensor:
        batch, longest, _ = scores.shape
        top = scores.max(2, keepdim=True).values
        emit, go = torch.exp(scores - top), torch.exp(moves)
        inside = torch.arange(longest)[None] < lengths[:, None]
        alpha, scale = torch.zeros_like(emit), torch.ones(batch, longest)
        live = [int((lengths > n).sum()) for n in range(longest)]  # texts come longest first
        state = emit[:, 0] * torch.exp(first)
        for n in range(longest):
            if n:
                state = (state[: live[n]] @ go) * emit[: live[n], n]
            total = state.sum(1, keepdim=True).clamp(min=1e-30)
            state = state / total
            alpha[: live[n], n] = state
            scale[: live[n], n] = total[:, 0]
        rows = torch.arange(batch)
        end = torch.exp(last)
        final = (alpha[rows, lengths - 1] * end).sum(1).clamp(min=1e-30)
        value = ((scale.log() + top[:, :, 0]) * inside).sum() + final.log().sum()
        beta = torch.zeros_like(emit)
        beta[rows, lengths - 1] = end / final[:, None]
        for n in range(longest - 2, -1, -1):
            k = live[n + 1]
            beta[:k, n] = ((emit[:k, n + 1] * beta[:k, n + 1]) @ go.T) / scale[:k, n + 1, None]
        gamma = alpha * beta * inside[:, :, None]
        size = alpha.shape[2]
        after = (emit * beta * inside[:, :, None] / scale[:, :, None])[:, 1:].reshape(-1, size)
        pairs = (alpha[:, :-1].reshape(-1, size).T @ after) * go
        ctx.save_for_backward(gamma, pairs, gamma[:, 0].sum(0), gamma[rows, lengths - 1].sum(0))
        return value

    @staticmethod
    def backward(ctx: Context, grad: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        return *(grad * t for t in ctx.saved_tensors), None


class Network(nn.Module):
    """Features of words → two BiLSTMs → scores of tags → a linear chain."""

    def __init__(
        self, vector_width: int, words: int, *, word_width: int = 48, gram_width: int = 40, size: int = 128, layers: int = 2,
        drop: float = 0.35,
    ) -> None:  # fmt: skip
        """Make a network with random weights for vectors of a width and so many known words; `size` is that of an LSTM."""
        super().__init__()
        width = max(size, FORM)
        self.word_table = nn.Embedding(words + 1, word_width)
        self.gram_table = nn.Embedding(GRAM_ROWS, gram_width, padding_idx=0)
        nn.init.normal_(self.word_table.weight, std=0.3)
        nn.init.normal_(self.gram_table.weight, std=0.5)
        with torch.no_grad():
            self.gram_table.weight[0] = 0
        self.mix = nn.Linear(vector_width + word_width + gram_width + FEATURES, width)
        self.norm = nn.LayerNorm(width)
        self.lstms = nn.ModuleList(BothWays(width if n == 0 else 2 * size, size) for n in range(layers))
        self.out = nn.Linear(2 * size, len(TAGS))
        moves, first, last = allowed_moves()
        self.register_buffer("moves_fixed", moves)
        self.register_buffer("first_fixed", first)
        self.register_buffer("last_fixed", last)
        self.moves = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.first = nn.Parameter(torch.zeros(len(TAGS)))
        self.last = nn.Parameter(torch.zeros(len(TAGS)))
        self.drop = drop

    def embed(
        self, vectors: torch.Tensor, words: torch.Tensor, grams: torch.Tensor, features: torch.Tensor
    ) -> torch.Tensor:
        """Give a row for each different word."""
        filled = (grams > 0).sum(1, keepdim=True).clamp(min=1)
        g = self.gram_table(grams).sum(1) / filled
        w = self.word_table(words)
        if self.training:  # a word of its own is hidden now and then, so that its form must do
            w = torch.where(torch.rand(len(words), 1) < 0.15, self.word_table.weight[0][None], w)
            features = torch.cat([features[:, :16], features[:, 16:] * (torch.rand(len(words), 1) > 0.15)], 1)
            vectors = nn.functional.dropout(vectors, 0.1)
            w, g = nn.functional.dropout(w, 0.3), nn.functional.dropout(g, 0.2)
        return self.norm(self.mix(torch.cat([vectors, w, g, features], 1)))

    def locked(self, x: torch.Tensor) -> torch.Tensor:
        """Drop the same columns at every word of a text (Gal & Ghahramani 2016)."""
        if not self.training:
            return x
        mask = torch.rand(x.shape[0], 1, x.shape[2]) > self.drop
        return x * mask / (1 - self.drop)

    def scores(self, forms: list[torch.Tensor], index: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """`forms` are the tables of the batch's different words, `index` (text, position) points into them."""
        x = self.embed(*forms)[index]
        packing = Packing(lengths)
        for lstm in self.lstms:
            x = lstm(self.locked(x), packing)
        return self.out(self.locked(x))

    def transitions(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Give the scores of pairs, first and last tags; those of sequences that make no sense far below all others."""
        return self.moves + self.moves_fixed, self.first + self.first_fixed, self.last + self.last_fixed

    def loss(self, scores: torch.Tensor, mask: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Negative log likelihood of all tag sequences the gold allows; `mask` is 0 or `NEVER` per text, position, tag."""
        free = _Field.apply(scores, *self.transitions(), lengths)
        gold = _Field.apply(scores + mask, *self.transitions(), lengths)
        return free - gold

    def export(self) -> dict[str, np.ndarray]:
        """Give the weights under the names `generator.ner.tagger` knows."""
        moves, first, last = (t.detach().clamp(min=NEVER).numpy() for t in self.transitions())
        arrays = {
            "word_table": self.word_table.weight, "gram_table": self.gram_table.weight, "mix": self.mix.weight, "mix_bias": self.mix.bias,
            "norm": self.norm.weight, "norm_bias": self.norm.bias, "out": self.out.weight, "out_bias": self.out.bias,
        }  # fmt: skip
        found = {k: v.detach().numpy() for k, v in arrays.items()}
        found |= {"moves": moves, "moves_first": first, "moves_last": last}
        for n, lstm in enumerate(self.lstms):
            found |= {f"lstm_{part}_{n}": weight.detach().numpy() for part, weight in lstm.named_parameters()}
        return {k: np.ascontiguousarray(v, dtype=np.float32) for k, v in found.items()}

    def load(self, arrays: dict[str, np.ndarray]) -> None:
        """Take the weights `export` gave, to go on from them."""
        with torch.no_grad():
            for name in ("word_table", "gram_table", "mix", "norm", "out"):
                getattr(self, name).weight.copy_(torch.from_numpy(arrays[name].astype(np.float32)))
            for name in ("mix", "norm", "out"):
                getattr(self, name).bias.copy_(torch.from_numpy(arrays[f"{name}_bias"].astype(np.float32)))
            for name, fixed in (("moves", self.moves_fixed), ("first", self.first_fixed), ("last", self.last_fixed)):
                array = torch.from_numpy(arrays["moves" if name == "moves" else f"moves_{name}"].astype(np.float32))
                getattr(self, name).copy_(torch.where(fixed < 0, 0.0, array))
            for n, lstm in enumerate(self.lstms):
                for part, weight in lstm.named_parameters():
                    weight.copy_(torch.from_numpy(arrays[f"lstm_{part}_{n}"].astype(np.float32)))
