"""Make a pipeline that ships a little better: short trainings on gold from its weights with several seeds, and the mean of all.

    python -m tools.train.refine de --corpora CORPORA --work WORK --out FOLDER

Wortsman et al. 2022, "Model soups": networks that began as one may be averaged, and the mean is often better than each; it costs
nothing when it runs. Each training and each mean is scored on the dev sets; written is the mean of the old weights and the new ones
into `--out`, with the old pipeline's `meta.json` and a note of what was done.
"""

import argparse
import json
from functools import partial
from pathlib import Path

import numpy as np

from generator.ner import MODELS
from generator.ner.component import FACTORY, WEIGHTS, floret_vectors
from generator.ner.tagger import Tagger
from tools.train.__main__ import load, log, look_up_in, mean
from tools.train.fit import GOLD, fit, on_dev
from tools.train.lists import make_lists
from tools.train.package import write_pipeline


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.train.refine", description=__doc__.partition("\n")[0])
    parser.add_argument("lang", choices=sorted(GOLD))
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made on the way")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="+", default=[2, 3])
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=8e-4)
    options = parser.parse_args()
    lang, work, gold = options.lang, options.work, options.corpora / "ner"
    work.mkdir(parents=True, exist_ok=True)
    shipped = load(MODELS / lang / FACTORY / WEIGHTS)
    packed = {name: shipped.pop(name) for name in list(shipped) if name.startswith("vectors")}
    shipped = {k: v.astype(np.float32) if v.dtype.kind == "f" else v for k, v in shipped.items()}
    look_up = partial(look_up_in, floret_vectors(packed))
    lists_file = work / f"{lang}.lists.json"
    if not lists_file.is_file():
        lists_file.write_text(json.dumps(make_lists(lang, options.corpora), ensure_ascii=False), "utf-8")
    lists = json.loads(lists_file.read_text("utf-8"))
    cells = (line.rpartition("\t") for line in shipped["lists"].tobytes().decode().splitlines())
    lists["bits"] = {word: int(bits) for word, _, bits in cells}
    log(f"shipped: {on_dev(lang, gold, Tagger(shipped, look_up))}")
    members = [shipped]
    for seed in options.seeds:
        file = work / f"{lang}.refined.{seed}.npz"
        if not file.is_file():
            weights = fit(
                lang, gold, lists, look_up, seed=seed, epochs=options.epochs, lr=options.rate, shape={}, log=log, start=shipped
            )  # fmt: skip
            np.savez(file, **weights)
        members.append(load(file))
        log(f"mean of {len(members)}: {on_dev(lang, gold, Tagger(mean(members), look_up))}")
    meta = json.loads((MODELS / lang / "meta.json").read_text("utf-8"))
    notes = meta["training"] | {"refined": {"seeds": options.seeds, "epochs": options.epochs, "lr": options.rate}}
    write_pipeline(lang, mean(members) | packed, options.out, notes=notes)


if __name__ == "__main__":
    main()
