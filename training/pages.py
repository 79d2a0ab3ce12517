"""The unpacked sets of pages (see train.py) to lines for `training`: pages.py DATA > pages.jsonl"""
import codecs, json, os, re, sys


def decoded(raw):
    if raw.startswith(codecs.BOM_UTF8):
        return raw[3:].decode("utf-8", "replace")
    declared = re.search(rb"<meta[^>]*charset\s*=\s*[\"']?\s*([\w:.-]+)", raw[:65536], re.I)
    for name in ([declared.group(1).decode()] if declared else []) + ["utf-8"]:
        try:
            name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252"}.get(name.lower(), name)
            return raw.decode(name, "strict" if not declared else "replace")
        except (LookupError, UnicodeDecodeError):
            pass
    return raw.decode("cp1252", "replace")


def rows(data):
    """The gold of all sets, each row with its `set`."""
    found = [json.loads(line) for line in open(os.path.join(data, "gold.jsonl"), encoding="utf-8")]
    segments = json.load(open(os.path.join(data, "gold.json"), encoding="utf-8"))
    return found + [dict(row, set="segments", type="article") for row in segments]


if __name__ == "__main__":
    for row in rows(sys.argv[1]):
        raw = open(os.path.join(sys.argv[1], "pages", row["file"]), "rb").read()
        print(json.dumps(dict(file=row["file"], url=row["url"], html=decoded(raw))))
