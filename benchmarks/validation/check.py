"""The 26 rules of schema.yaml in pandas: /usr/bin/python3 check.py FILE."""
import sys

import pandas as pd

texts = ["customer", "country", "status", "note"]
data = pd.read_csv(sys.argv[1], dtype={name: str for name in texts}, low_memory=False)
found = {"rows": len(data)}
numbers = {}
for name in data.columns:
    if name in ("born", "created"):
        numbers[name] = pd.to_datetime(data[name], errors="coerce", format="%Y-%m-%d" if name == "born" else "%Y-%m-%d %H:%M:%S")
    elif name not in texts:
        numbers[name] = pd.to_numeric(data[name], errors="coerce")
    if name in numbers:
        found["type_" + name] = int((numbers[name].isna() & data[name].notna()).sum())
for name in ["id", "customer", "country", "score", "created"]:
    found["missing_" + name] = int(data[name].isna().sum())
found["repeats_id"] = int(numbers["id"].dropna().duplicated(keep=False).sum())
found["pattern_customer"] = int((~data["customer"].dropna().str.fullmatch(r"C-[0-9]{7}")).sum())
found["set_country"] = int((~data["country"].dropna().isin("AT BE CH DE DK ES FR GB IT NL PL SE".split())).sum())
found["set_status"] = int((~data["status"].dropna().isin("open paid packed shipped returned".split())).sum())
limits = {
    "quantity": (1, 499), "price": (0, 10000), "score": (0, 1), "born": (pd.Timestamp(1930, 1, 1), pd.Timestamp(2010, 12, 31)),
    "created": (pd.Timestamp(2015, 1, 1), pd.Timestamp(2030, 1, 1)),
}
for name, (least, most) in limits.items():
    found["range_" + name] = int((~numbers[name].dropna().between(least, most)).sum())
found["length_note"] = int((data["note"].dropna().str.len() > 60).sum())
print({name: count for name, count in found.items() if count})
