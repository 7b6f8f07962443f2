"""Takes the literal examples out of gitleaks' rules, those that must be found and those that must not.

usage: gitleaks-examples.py <git directory of github.com/gitleaks/gitleaks> [commit] > gitleaks-examples.json
Texts are written in base64, so that scanners of repositories do not take them for real ones.
"""
import base64
import json
import re
import subprocess
import sys

REPOSITORY, COMMIT = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "HEAD"
FILES = ["aws", "azure", "gcp", "github", "gitlab", "huggingface", "jwt", "npm", "nuget", "openai", "anthropic", "privatekey", "slack", "stripe", "sendgrid", "databricks", "pypi"]


def literals(block):
    for match in re.finditer(r'^\s*(?:`([^`]*)`|"((?:[^"\\]|\\.)*)"),', block, re.M):
        yield match[1] if match[1] is not None else json.loads('"%s"' % match[2].replace("\\'", "'").replace("\\x60", "`"))


out = []
for name in FILES:
    source = subprocess.run(["git", "-C", REPOSITORY, "show", f"{COMMIT}:cmd/generate/config/rules/{name}.go"], capture_output=True, text=True)
    if source.returncode:
        continue
    for function in re.split(r"^func ", source.stdout, flags=re.M)[1:]:
        rule = re.search(r'RuleID:\s*"([^"]+)"', function)
        if not rule:
            continue
        for kind, start in (("found", r"\btps\b\s*:?=[^\n]*\{\n|tps = append\(tps,\n"), ("not found", r"\bfps\b\s*:?=\s*\[\]string\{\n")):
            for begin in re.finditer(start, function):
                end = re.search(r"^\t[)}]", function[begin.end():], re.M)
                for text in literals(function[begin.end(): begin.end() + (end.start() if end else len(function))]):
                    out.append({"rule": rule[1], "expected": kind, "text": base64.b64encode(text.encode()).decode()})
print(json.dumps(out, indent=1))
