"""Put a trained tagger and its tokenizer into a folder that `spacy.load` reads."""

import hashlib
import json
from pathlib import Path

import numpy as np
import spacy

from generator.ner.component import FACTORY, WEIGHTS
from tools.train.tokens import blank_pipeline

NAMES = {"de": "fundstelle_de", "en": "fundstelle_en"}


def quantise(data: np.ndarray) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    """Give vectors in eight bits and the step of each column; the rarest extremes are cut off."""
    steps = (np.quantile(np.abs(data), 0.9995, axis=0) / 127).astype(np.float32)
    return np.clip(np.round(data / steps), -127, 127).astype(np.int8), steps


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def write_pipeline(lang: str, weights: dict, out: Path, *, notes: dict) -> None:  # type: ignore[type-arg]
    """Write the folder: tokenizer, configuration, weights in half precision, and `meta.json` with where all comes from."""
    nlp = blank_pipeline(lang)
    nlp.add_pipe(FACTORY)
    nlp.meta["name"] = NAMES[lang]
    nlp.meta["version"] = "1.0.0"
    nlp.meta["description"] = (
        "Names of people, places and organisations in news: subword vectors, two-layer BiLSTM, CRF"
    )
    nlp.meta["license"] = "CC BY-SA 4.0"
    nlp.meta["labels"] = {FACTORY: ["LOC", "ORG", "PER"]}
    nlp.meta["training"] = notes
    out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    folder = out / FACTORY
    folder.mkdir(exist_ok=True)
    small = {k: v.astype(np.float16) if v.dtype == np.float32 and v.size > 400 else v for k, v in weights.items()}
    np.savez(folder / WEIGHTS, **small)
    # `labels` is what the components say of themselves; ours says it here.
    meta = json.loads((out / "meta.json").read_text("utf-8"))
    meta["labels"] = {FACTORY: ["LOC", "ORG", "PER"]}
    meta["spacy_version"] = ">=3.8.0,<4.0.0"
    meta["training"] = notes | {"spacy": spacy.__version__, "numpy": np.__version__}
    (out / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
