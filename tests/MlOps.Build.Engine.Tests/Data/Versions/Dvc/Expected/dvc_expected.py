"""Writes what DVC's own libraries make of the inputs below: Python's json and hashlib for directories, ruamel.yaml for .dvc files.

DVC calls json.dumps(entries, sort_keys=True) on entries sorted by relpath, hashlib.md5 on the bytes, and ruamel.yaml's YAML() with
default_flow_style = False on {"outs": [{md5, size, nfiles, isexec, hash, path}]}. Run it with Debian's python3 and python3-ruamel.yaml
(0.17.21): python3 dvc_expected.py
"""

import hashlib
import io
import json
import os
import shutil

from ruamel.yaml import YAML

HERE = os.path.dirname(os.path.abspath(__file__))


def dump(data):
    yaml = YAML()
    yaml.default_flow_style = False
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def md5(data):
    return hashlib.md5(data).hexdigest()


def directory(files):
    entries = sorted(({"md5": md5(data), "relpath": path} for path, data in files.items()), key=lambda entry: entry["relpath"])
    return json.dumps(entries, sort_keys=True).encode("utf-8")


def is_text(block):
    odd = block.translate(None, bytes(range(32, 127)) + b"\n\r\t\f\b")
    return not block or (b"\0" not in block and len(odd) / len(block) <= 0.30)


def dos2unix(data):
    digest = hashlib.md5()
    for start in range(0, len(data), 2**20):
        chunk = data[start : start + 2**20]
        digest.update(chunk.replace(b"\r\n", b"\n") if is_text(chunk[:512]) else chunk)
    return digest.hexdigest()


NAMES = [
    "data.xml", "a b.csv", " leading", "trailing ", "it's", "yes", "no", "true", "null", "~", "~x", "123", "1e5", "0x1F", "1_000", "12.5", ".5", ".inf",
    "2024-01-02", "2024-01-02 03:04:05", "- x", "-x", "--- x", "...", "# x", "x # y", "x#y", "a: b", "a:b", "a:", ": a", "?x", "? x", "@x", "`x", "%x", "!x",
    "&x", "*x", "|x", ">x", "[x]", "{x}", "x,y", "x[1]", "'q'", '"q"', "=", "<<", "ü.csv", "数据", "🐦 strikes", "0o17", "0b1", "+1", "-1", "1.", "1e", "e1",
    "a  b", "x" * 100, "word " * 19 + "end", "it's " * 19 + "end", "many  " * 19 + "end", "ünï " * 24 + "end", "'" + "word " * 30 + "'", "'" + "w\"" * 60, "'🐦 " + "wörd\\ " * 30, "# it's " + "x" * 90 + " y", "'a", "# it's", "@" + "word " * 30,
    "nan", ".nan", "NULL", "True", "on",
]

MD5S = [md5(b""), "1" * 32, "0" * 31 + "1", "1234567890123456789012345678e901", "12345678901234567890123456789e01", "1" * 32 + ".dir", "e" + "1" * 31, "1e" + "1" * 30]

DIRECTORIES = {
    "plain": {"b.csv": b"b\n", "a.csv": b"a\n", "sub/c.csv": b"c\n", "sub.csv": b"", "Z": b"z"},
    "unicode": {"ü": b"1", "数据/🐦.csv": b"2", "\uffee": b"3", "\U0001f426": b"4", 'quote"\\': b"5", "tab\tdel\x7f": b"6", "é/é": b"7"},
}

LEGACY = {
    "text": b"a\r\nb\r\nc\n", "lone": b"a\rb\r", "nul": b"a\0\r\n", "odd": b"\xff" * 31 + b"x" * 69 + b"\r\n", "few": b"\xff" * 30 + b"x" * 69 + b"\r\n",
    "empty": b"", "across": b"x" * (2**20 - 1) + b"\r\n" + b"y\r\n", "late": b"x" * (2**20) + b"\0\r\n",
}

REPOSITORY = {"data/train.csv": b"x,y\n" + b"1,2\n" * 20, "data/sub/test.csv": b"x,y\n3,4\n", "data/sub/\u00e9.txt": b"\r\n", "data/copy.csv": b"x,y\n3,4\n"}


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def entry(digest, size, path, nfiles=None, isexec=False):
    out = {"md5": digest, "size": size}
    if nfiles is not None:
        out["nfiles"] = nfiles
    if isexec:
        out["isexec"] = True
    return {"outs": [{**out, "hash": "md5", "path": path}]}


def repository():
    root = os.path.join(HERE, "Repository")
    shutil.rmtree(root, ignore_errors=True)
    files = {path[len("data/") :]: data for path, data in REPOSITORY.items()}
    listing = directory(files)
    model = b"\x00\x01model"
    script = b"#!/bin/sh\n"
    old = b"old\r\ntext\r\n"
    for data in [*files.values(), model, script]:
        write(os.path.join(root, "remote/files/md5", md5(data)[:2], md5(data)[2:]), data)
    write(os.path.join(root, "remote/files/md5", md5(listing)[:2], md5(listing)[2:] + ".dir"), listing)
    write(os.path.join(root, "remote", dos2unix(old)[:2], dos2unix(old)[2:]), old)
    write(os.path.join(root, "project/data.dvc"), dump(entry(md5(listing) + ".dir", sum(map(len, files.values())), "data", len(files))).encode())
    write(os.path.join(root, "project/tools/run.sh.dvc"), dump(entry(md5(script), len(script), "run.sh", isexec=True)).encode())
    write(os.path.join(root, "project/old.txt.dvc"), dump({"outs": [{"md5": dos2unix(old), "size": len(old), "path": "old.txt"}]}).encode())
    lock = {"schema": "2.0", "stages": {"train@small": {"cmd": "train", "outs": [
        {"path": "model.bin", "hash": "md5", "md5": md5(model), "size": len(model)},
        {"path": "metrics.json", "hash": "md5", "md5": md5(b"{}"), "size": 2}]}}}
    pipeline = {"stages": {"train": {"foreach": ["small"], "do": {"cmd": "train", "wdir": "out", "outs": ["model.bin", {"metrics.json": {"cache": False}}]}}}}
    write(os.path.join(root, "project/dvc.lock"), dump(lock).encode())
    write(os.path.join(root, "project/dvc.yaml"), dump(pipeline).encode())
    expected = {**REPOSITORY, "out/model.bin": model, "tools/run.sh": script, "old.txt": old}
    return {path: hashlib.sha256(data).hexdigest() for path, data in sorted(expected.items())}


def main():
    expected = {
        "names": [{"name": name, "text": dump(entry(md5(b"x"), 1, name))} for name in NAMES],
        "md5s": [{"md5": digest, "text": dump(entry(digest, 7, "x", 3 if digest.endswith(".dir") else None))} for digest in MD5S],
        "directories": {
            name: {"files": {path: data.decode("latin-1") for path, data in files.items()}, "json": directory(files).decode("ascii"), "md5": md5(directory(files))}
            for name, files in DIRECTORIES.items()
        },
        "legacy": {name: dos2unix(data) for name, data in LEGACY.items()},
        "repository": repository(),
    }
    with open(os.path.join(HERE, "dvc_expected.json"), "w", encoding="utf-8") as file:
        json.dump(expected, file, indent=1, ensure_ascii=True)
        file.write("\n")


main()
