"""F1 of topics at 5 and 10, as the field counts: a topic is right when its words equal a gold topic's after case folding and
stemming; precision divides by the topics given, at most k; averaged over the documents of a set.

usage: score.py GOLD RESULTS        prints {"f1@5": per cent, "f1@10": per cent, "ms": median}
GOLD rows: {"id", "lang", "gold"}; RESULTS rows: {"id", "topics": [best first], "ms"}
"""
import json
import re
import statistics
import sys
import unicodedata

import snowballstemmer

LANGUAGES = {"de": "german", "en": "english", "fr": "french", "pt": "portuguese", "pl": "polish"}


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def distinct(labels, lang):
    """The labels as their stems, without doubles."""
    name = LANGUAGES.get(lang)
    stem = snowballstemmer.stemmer(name).stemWord if name in snowballstemmer.algorithms() else (lambda word: word)
    pattern = r"\w+(?:'s\b)?" if lang == "en" else r"\w+"
    stems = []
    for label in labels:
        label = unicodedata.normalize("NFC", label).replace("\u00ad", "").replace("\u2019", "'").replace("_", " ").casefold()
        stems.append(tuple(stem(word) for word in re.findall(pattern, label)))
    return list(dict.fromkeys(label for label in stems if label))


def main(gold_path, results_path):
    results = {row["id"]: row for row in rows(results_path)}
    scores = {5: [], 10: []}
    for document in rows(gold_path):
        lang = document["lang"][:2]
        gold = set(distinct(document["gold"], lang))
        if not gold:
            continue
        found = distinct(results.get(document["id"], {}).get("topics", []), lang)
        for k, per_document in scores.items():
            top = found[:k]
            right = sum(label in gold for label in top)
            per_document.append(2 * right / (len(top) + len(gold)) if right else 0.0)
    print(json.dumps({
        **{f"f1@{k}": 100 * statistics.mean(values) for k, values in scores.items()},
        "ms": statistics.median(row["ms"] for row in results.values()),
    }))


main(*sys.argv[1:])
