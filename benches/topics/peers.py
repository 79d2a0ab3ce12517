"""Topics of many documents by a peer from PyPI: the rows that score.py reads.

usage: peers.py yake|rake INPUT OUTPUT
"""
import importlib.resources
import json
import re
import sys
import time

MOST = 10


def yake_topics():
    import yake

    known = {}

    def topics(text, lang):
        if lang not in known:
            known[lang] = yake.KeywordExtractor(lan=lang, n=2, top=MOST)
        return [label for label, _ in known[lang].extract_keywords(text)]

    return topics


def rake_topics():
    """rake-nltk asks a server for its tokenizers and stop words: here plain ones, and YAKE's lists."""
    import rake_nltk

    known = {}

    def topics(text, lang):
        if lang not in known:
            lists = importlib.resources.files("yake").joinpath("core", "StopwordsList")
            stop = lists.joinpath(f"stopwords_{lang}.txt").read_text(encoding="utf-8", errors="replace").split("\n")
            known[lang] = rake_nltk.Rake(
                stopwords=stop,
                max_length=3,
                sentence_tokenizer=lambda text: re.split(r"[.!?\n]+\s*", text),
                word_tokenizer=lambda sentence: re.findall(r"[\w-]+|[^\w\s]", sentence),
            )
        known[lang].extract_keywords_from_text(text)
        return known[lang].get_ranked_phrases()[:MOST]

    return topics


def main(subject, source, target):
    topics = {"yake": yake_topics, "rake": rake_topics}[subject]()
    with open(source, encoding="utf-8") as documents, open(target, "w", encoding="utf-8") as results:
        for line in documents:
            document = json.loads(line)
            started = time.perf_counter()
            try:
                found = topics(document["text"], document["lang"][:2])
            except ZeroDivisionError:  # YAKE's, for texts of a few words
                found = []
            results.write(json.dumps({"id": document["id"], "topics": found, "ms": (time.perf_counter() - started) * 1000}) + "\n")


main(*sys.argv[1:])
