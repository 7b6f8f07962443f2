"""The work that versioning cannot avoid, in Python: hash each file, copy it into a cache by its hash, copy it back, hash it again.

No flush, no state, no progress bar, no links: a lower bound for a program in Python, not DVC itself. Prints milliseconds.
"""

import hashlib
import os
import shutil
import sys
import time


def md5(path):
    with open(path, "rb") as file:
        return hashlib.md5(file.read()).hexdigest()


def main(root):
    data, cache, out = (os.path.join(root, name) for name in ("data", "python-cache", "python-out"))
    start = time.perf_counter()
    hashes = {}
    for entry in os.scandir(data):
        digest = md5(entry.path)
        hashes[entry.name] = digest
        os.makedirs(os.path.join(cache, digest[:2]), exist_ok=True)
        target = os.path.join(cache, digest[:2], digest[2:])
        shutil.copyfile(entry.path, target + ".tmp")
        os.chmod(target + ".tmp", 0o444)
        os.rename(target + ".tmp", target)
    added = time.perf_counter()
    os.makedirs(out)
    for name, digest in hashes.items():
        source = os.path.join(cache, digest[:2], digest[2:])
        assert md5(source) == digest
        shutil.copyfile(source, os.path.join(out, name))
    checked = time.perf_counter()
    for name in hashes:
        os.stat(os.path.join(out, name))
    done = time.perf_counter()
    print(f"add {(added - start) * 1000}")
    print(f"checkout {(checked - added) * 1000}")
    print(f"status {(done - checked) * 1000}")
    shutil.rmtree(cache)
    shutil.rmtree(out)


main(sys.argv[1])
