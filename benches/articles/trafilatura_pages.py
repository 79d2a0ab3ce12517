"""Reads every page of a folder with trafilatura and prints what was found, one JSON line a page.

usage: trafilatura_pages.py DIR, which holds gold.jsonl or the list gold.json, and pages/; needs `pip install trafilatura lxml_html_clean`.
"""
import json
import sys
import time
from pathlib import Path

from trafilatura import bare_extraction

folder = Path(sys.argv[1])
lines = folder / "gold.jsonl"
if lines.exists():
    gold = [json.loads(line) for line in lines.read_text(encoding="utf-8").split("\n") if line]
else:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
for page in gold:
    html = (folder / "pages" / page["file"]).read_bytes()
    start = time.process_time()
    found = bare_extraction(html, url=page["url"] if page["url"].startswith("http") else None, with_metadata=True)
    milliseconds = (time.process_time() - start) * 1000
    found = found.as_dict() if found else {}
    names = {"text": "text", "title": "title", "byline": "author", "published": "date", "topics": "tags"}
    print(json.dumps({"file": page["file"], "ms": milliseconds, **{ours: found.get(theirs) for ours, theirs in names.items()}}))
