"""Trains the weights of `src/article/scorer/weights.rs`, and says how they do on pages not trained on.

usage: train.py DATA --work FOLDER [--write]

DATA holds the unpacked sets (`gold.jsonl`, `gold.json`, `pages/`), FOLDER what the crate measures of their pages:
`pages.py DATA > FOLDER/pages.jsonl`, `cargo run --release -p training FOLDER/features.f32 < FOLDER/pages.jsonl >
FOLDER/blocks.jsonl`. Needs numpy
and scikit-learn. The sets, from which nothing but numbers over many pages is kept:
scrapinghub/article-extraction-benchmark (MIT), flairNLP/fundus' test pages (MIT),
Murrough-Foley/web-content-extraction-benchmark (CC BY 4.0, Murrough Foley 2026), trafilatura's evaluation set (Apache-2.0).

A block's label is whether the marked text holds it; where a set marks only segments, what the rules keep is the label
of the rest. Both layers are logistic regressions over standardised features, their weights in whole steps of a byte;
folds are over domains, those of all sets together.
"""
import argparse, json, os, re, unicodedata
from collections import Counter, defaultdict
from urllib.parse import urlparse

import numpy as np
from sklearn.linear_model import LogisticRegression

from pages import rows

HERE = os.path.dirname(os.path.abspath(__file__))
KEPT = "part of the article"
# Steps of a byte to a standard deviation: three of them are as far as it goes.
STEPS = 42


# What people marked

def words(text):
    return re.findall(r"\w+", (text or "").lower())


def shingles(tokens, n=4):
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]


def squash(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text or "").replace("\u00ad", "").replace("\u00a0", " "))


def labels_of_text(texts, gold):
    """1 where the marked text holds the block, 0 where it doesn't."""
    tokens = words(gold)
    known = set(shingles(tokens))
    lines = {" ".join(words(line)) for line in gold.split("\n")} - {""}
    joined = " " + " ".join(tokens) + " "
    of = [words(text) for text in texts]
    labels = []
    for i, own in enumerate(of):
        if len(own) >= 8:
            found = shingles(own)
            labels.append(int(sum(one in known for one in found) >= .6 * len(found)))
        elif not own:
            labels.append(-1)
        else:
            line = " ".join(own)
            is_in = line in lines
            if not is_in and f" {line} " in joined:
                before = of[i - 1][-3:] if i else []
                after = of[i + 1][:3] if i + 1 < len(of) else []
                is_in = (len(before) >= 2 and f" {' '.join(before + own)} " in joined) or (len(after) >= 2 and f" {' '.join(own + after)} " in joined)
            labels.append(int(is_in))
    for i, label in enumerate(labels):
        if label == -1:
            labels[i] = int(0 < i < len(labels) - 1 and labels[i - 1] == 1 == labels[i + 1])
    return labels


def labels_of_segments(texts, row):
    """The same where only segments are marked; -1 where nothing is known."""
    labels = [-1] * len(texts)
    folded = [squash(text) for text in texts]
    for value, name in ((0, "without"), (1, "with")):
        for segment in map(squash, row.get(name, [])):
            if len(segment) >= 3:
                for i, text in enumerate(folded):
                    if segment in text:
                        labels[i] = value if labels[i] in (-1, value) else -2
    return [-1 if label == -2 else label for label in labels]


# Pages

class Page:
    def __init__(self, row, line, features):
        self.row, self.file, self.set, self.type = row, row["file"], row["set"], row["type"]
        self.domain = ".".join((urlparse(row["url"]).hostname or row["url"]).split(".")[-2:])
        self.refused, self.about = line["refused"], np.array(line["page"], dtype=np.float32)
        self.texts = [block[0] for block in line["blocks"]]
        self.verdicts = [block[1] for block in line["blocks"]]
        self.words = np.array([block[2] for block in line["blocks"]], dtype=np.float32)
        self.lists = [block[3] for block in line["blocks"]]
        self.x = features
        self.kept = np.array([verdict == KEPT for verdict in self.verdicts])
        self.is_article = self.type in ("article", "documentation")

    def label(self):
        """Labels and weights of the blocks."""
        if self.set == "segments":
            known = np.array(labels_of_segments(self.texts, self.row))
            self.y = np.where(known >= 0, known, self.kept)
            self.w = np.where(known >= 0, 2., 0. if self.refused else .4) * (self.words + 8) / 600
        else:
            self.y = np.array(labels_of_text(self.texts, self.row["text"]))
            gold = (self.words * self.y).sum() + 8 * self.y.sum()
            self.w = (self.words + 8) / gold if gold else np.zeros(len(self.y))
        self.w = np.minimum(self.w, .3)


def load(data, work):
    gold = {row["file"]: row for row in rows(data)}
    pages, place = [], 0
    numbers = np.fromfile(os.path.join(work, "features.f32"), dtype="<f4")
    with open(os.path.join(work, "blocks.jsonl"), encoding="utf-8") as lines:
        head = json.loads(next(lines))
        numbers = numbers.reshape(-1, len(head["features"]))
        for line in map(json.loads, lines):
            count = len(line["blocks"])
            page = Page(gold[line["file"]], line, numbers[place:place + count])
            place += count
            pages.append(page)
    return pages


# Scoring, as the sets' own scorers do

def overlap(found, gold):
    same = sum((found & gold).values())
    f, g = sum(found.values()), sum(gold.values())
    p, r = (same / f if f else 0.), (same / g if g else 0.)
    return p, r, 2 * p * r / (p + r) if p + r else 0.


def counted(page, text):
    tokens = words(text)
    return Counter(shingles(tokens) or ([tuple(tokens)] if tokens else [])) if page.set == "zyte" else Counter(tokens)


def page_score(page, text):
    if not hasattr(page, "gold"):
        page.gold = counted(page, page.row["text"])
    return overlap(counted(page, text), page.gold)


def score(pages, kept):
    """F1 by set of `kept`: file to flags of blocks, or None where refused."""
    of = defaultdict(list)
    segments = [0, 0, 0]
    for page in pages:
        flags = kept.get(page.file)
        text = "" if flags is None else "\n".join(text for text, keep in zip(page.texts, flags) if keep)
        if page.set == "segments":
            text = squash(text)
            for one in page.row.get("with", []):
                segments[0 if squash(one) in text else 2] += 1
            segments[1] += sum(squash(one) in text for one in page.row.get("without", []))
        else:
            name = page.type if page.set == "wcxb" else page.set
            of[name].append((bool(text),) + page_score(page, text))
    out = {}
    for name in ("zyte", "article", "documentation", "news"):
        if name not in of:
            continue
        answered, p, r, f = (np.array(column, dtype=float) for column in zip(*of[name]))
        if name == "zyte":
            p, r = p[answered > 0].mean(), r.mean()
            f = 2 * p * r / (p + r)
        out[name] = (float(np.mean(p)), float(np.mean(r)), float(np.mean(f)), float(answered.mean()))
    tp, fp, fn = segments
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    out["segments"] = (p, r, 2 * p * r / max(1e-9, p + r), 1.)
    for name in ("listing", "collection", "forum", "product", "service"):
        if name in of:
            out[name] = float(np.mean([row[0] for row in of[name]]))
    return out


def told(name, figures):
    short = dict(zyte="zyte", article="wcxb", documentation="docs", news="news", segments="360")
    text = "  ".join(f"{short[key]} {v[2]:.3f} ({v[0]:.3f}/{v[1]:.3f}, {v[3]:.3f})" for key, v in figures.items() if isinstance(v, tuple))
    rest = " ".join(f"{key[:4]} {v:.2f}" for key, v in figures.items() if not isinstance(v, tuple))
    print(f"{name:32s} {text}  {rest}", flush=True)


# The model

def short(values):
    """As floats of 16 bits (bfloat16), the way the table holds them."""
    bits = np.asarray(values, dtype=np.float32).view(np.uint32)
    return ((bits + 0x8000) & 0xffff0000).astype(np.uint32).view(np.float32)


class Layer:
    """Linear over standardised features in steps of a byte."""

    def __init__(self, c=.05):
        self.c = c

    def steps(self, x):
        # No number is no step.
        return np.nan_to_num(np.clip(np.trunc((x - self.mean) * self.scale), -127, 127))

    def fit(self, x, y, w):
        self.mean, self.scale = short(np.nanmean(x, 0)), short(STEPS / (np.nanstd(x, 0) + 1e-6))
        line = LogisticRegression(C=self.c, max_iter=1000, tol=1e-3).fit(self.steps(x) / STEPS, y, sample_weight=w)
        weights = line.coef_[0] / STEPS
        self.step = np.abs(weights).max() / 127
        self.weights, self.bias = np.round(weights / self.step), float(line.intercept_[0])
        return self

    def odds(self, x):
        return self.steps(x) @ self.weights * self.step + self.bias


def fitted(pages):
    x, y, w = (np.concatenate([getattr(page, name) for page in pages]) for name in "xyw")
    some = w > 0
    return Layer().fit(x[some], y[some], w[some] * some.sum() / w.sum())


def pooled(page, odds):
    """In lists and tables each item is judged with the others."""
    z = odds.astype(np.float64).copy()
    places = defaultdict(list)
    for i, one in enumerate(page.lists):
        if one:
            places[one].append(i)
    for one in places.values():
        z[one] = .7 * (z[one] * page.words[one]).sum() / page.words[one].sum() + .3 * z[one]
    return 1 / (1 + np.exp(-z))


RULES_OWN = {"the title", "byline or date", "a picture's credit", "a credit by its name", "before the title"}


def arbitrated(page, p, unlikely=.3, likely=.4, sure=.85):
    """As `body::arbitrate` does."""
    free = np.array([verdict in RULES_OWN for verdict in page.verdicts], dtype=bool)
    alone = (p >= likely) & ~free
    both = ((page.kept & (p >= unlikely)) | (p >= sure)) & ~free
    if (page.words * both).sum() < .5 * (page.words * alone).sum():
        both = alone
    return page.kept if max((page.words * both).sum(), (page.words * alone).sum()) < 25 else both


# What the crate gets

def table(name, weights, model):
    upper = lambda value: int(np.asarray(value, dtype=np.float32).view(np.uint32)) >> 16
    out = [f"pub(super) const {name}: [Weight; {len(weights)}] = ["]
    for mean, scale, weight in zip(model.mean, model.scale, weights):
        out.append(f"    ({upper(mean)}, {upper(scale)}, {int(weight)}),")
    return out + ["];"]


def write(block, page, to):
    out = ["//! Made by `training/train.py`: how much each feature says.", "// Figures of a fit are no figures to read.",
           "#![allow(clippy::unreadable_literal, clippy::excessive_precision)]", "", "use super::Weight;", ""]
    for name, value in (("BLOCK_BIAS", block.bias), ("BLOCK_STEP", block.step), ("PAGE_BIAS", page.bias), ("PAGE_STEP", page.step)):
        out.append(f"pub(super) const {name}: f32 = {round(float(value), 8)!r};")
    out += [""] + table("BLOCK", block.weights, block) + [""] + table("PAGE", page.weights, page) + [""]
    with open(to, "w", encoding="utf-8") as file:
        file.write("\n".join(out))


def folds(pages, count=5, seed=0):
    domains = sorted({page.domain for page in pages})
    np.random.RandomState(seed).shuffle(domains)
    return {domain: i % count for i, domain in enumerate(domains)}


def crossed(pages, also=(), seed=0):
    """Probabilities of the blocks of pages, each by a layer that has seen no page of its domain."""
    fold = folds(list(pages) + list(also), seed=seed)
    found = {}
    for number in range(5):
        layer = fitted([page for page in pages if fold[page.domain] != number])
        for page in list(pages) + list(also):
            if fold[page.domain] == number and page.file not in found:
                found[page.file] = pooled(page, layer.odds(page.x))
    return found


# The page

def about(page, p):
    """The page's features with the first two, which depend on the scores of its blocks, by these."""
    x, w, z = page.about.copy(), page.words, np.log(p / (1 - p))
    kept = (w * (z >= 0)).sum()
    x[:2] = (w * np.where(z >= 0, z / (1 + np.abs(z)), 0)).sum() / max(1, kept), (w * (np.abs(z) < 1)).sum() / max(1, w.sum())
    return x


def probability(odds):
    """As `scorer::probability` has it."""
    power = (1 + np.minimum(np.abs(odds), 60) / 32) ** 32
    return np.where(odds < 0, 1, power) / (1 + power)


def kind(page):
    return {"segments": "360"}.get(page.set, page.type if page.set == "wcxb" else page.set)


KINDS = ("article", "zyte", "news", "360", "documentation", "listing", "collection", "forum", "product", "service")


def is_right(page, flags):
    """Whether what is found is the marked article, nearly."""
    text = "\n".join(text for text, keep in zip(page.texts, flags) if keep)
    if page.set == "segments":
        text = squash(text)
        found = sum(squash(one) in text for one in page.row["with"])
        wrong = sum(squash(one) in text for one in page.row["without"])
        return 2 * found >= .8 * (found + wrong + len(page.row["with"]))
    return page_score(page, text)[2] >= .8


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data")
    arguments.add_argument("--work", required=True)
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()
    pages = [page for page in load(options.data, options.work) if len(page.texts)]
    articles = [page for page in pages if page.is_article]
    for page in articles:
        page.label()
    some = [page for page in articles if (page.y * (page.w > 0)).sum() > 0]

    # Out of fold: the text of articles, then the page.
    found = crossed(some, also=[page for page in pages if page not in some])
    kept = {page.file: arbitrated(page, found[page.file]) for page in pages}
    told("the rules alone", score(pages, {page.file: None if page.refused else page.kept for page in pages}))
    told("out of fold, nothing refused", score(articles, kept))
    kinds = np.array([kind(page) for page in pages])
    y = np.where(np.isin(kinds, KINDS[:5]), 1, np.where(np.isin(kinds, ("listing", "collection")), 0, -1))
    w = np.where(kinds == "360", .5, 1.) * np.where(y == 0, 3, 1) * np.where(kinds == "documentation", 2, 1)
    x = np.array([about(page, found[page.file]) for page in pages])
    fold = folds(pages)
    fold = np.array([fold[page.domain] for page in pages])
    right = np.array([int(y_ == 1 and is_right(page, kept[page.file])) for page, y_ in zip(pages, y)])
    z, sure = np.zeros(len(y)), np.zeros(len(y))
    for number in range(5):
        train, test = (fold != number) & (y >= 0), fold == number
        z[test] = Layer().fit(x[train], y[train], w[train]).odds(x[test])
    for number in range(5):
        train, test = (fold != number) & (y >= 0), fold == number
        line = LogisticRegression(C=10).fit(z[train, None], right[train])
        sure[test] = probability(line.decision_function(z[test, None]))
    print("\nconfidence  pages  said  right")
    edges = (0, .2, .4, .6, .7, .8, .9, .95, 1.01)
    for low, high in zip(edges, edges[1:]):
        one = (y >= 0) & (sure >= low) & (sure < high)
        if one.any():
            print(f"{low:.2f}-{min(high, 1):.2f}  {one.sum():6d}  {sure[one].mean():.2f}  {right[one].mean():.2f}")
    print("\nanswered at")
    for least in (.1, .15, .2, .25, .3, .35, .4):
        print(f"{least:.2f}", "  ".join(f"{one} {np.mean(sure[kinds == one] >= least):.3f}" for one in KINDS if (kinds == one).any()))
    told("\nout of fold, refused under .3", score(pages, {page.file: kept[page.file] if s >= .3 else None for page, s in zip(pages, sure)}))

    if options.write:
        page = Layer().fit(x[y >= 0], y[y >= 0], w[y >= 0])
        line = LogisticRegression(C=10).fit(z[y >= 0, None], right[y >= 0])
        factor = float(line.coef_[0][0])
        page.step, page.bias = page.step * factor, page.bias * factor + float(line.intercept_[0])
        write(fitted(some), page, os.path.join(HERE, "..", "src", "article", "scorer", "weights.rs"))


if __name__ == "__main__":
    main()
