"""Makes texts.csv and texts.json: what scikit-learn's TfidfVectorizer makes of paragraphs.

The paragraphs are those of the descriptions of data sets that scikit-learn carries (BSD-3-Clause); `kind` says what the set holds. Every
19th text is left out, as a missing one. The vocabulary is learned on the rows 0, 2, 4, ... and applied to all. Tokens are what stands
between white space and .,;:!?()" and the letters A to Z alone become small. Run in this folder: python3 make_texts.py
"""
import csv
import json
import os
import re

import numpy as np
import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer

KINDS = {"twenty_newsgroups": "text", "rcv1": "text", "digits": "image", "lfw": "image", "olivetti_faces": "image"}
FOLDER = os.path.join(os.path.dirname(sklearn.__file__), "datasets", "descr")

rows = []
for name in sorted(os.listdir(FOLDER)):
    if name.endswith(".rst"):
        with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
            for paragraph in re.split(r"\n\s*\n", file.read()):
                text = "\n".join(line.strip() for line in paragraph.strip().splitlines())
                if len(text.split()) >= 5:
                    rows.append((text, KINDS.get(name[:-4], "table")))
rows = [("" if i % 19 == 7 else text, kind) for i, (text, kind) in enumerate(rows)]
with open("texts.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["text", "kind"])
    writer.writerows(rows)
texts = [text for text, _ in rows]
train = texts[::2]


def small(text):
    return re.sub("[A-Z]", lambda match: match.group().lower(), text)


def expected(pattern=r"""[^\t\n\r .,;:!?()"]+""", preprocessor=small, **options):
    vectorizer = TfidfVectorizer(preprocessor=preprocessor, lowercase=False, token_pattern=pattern, **options).fit(train)
    unlimited = TfidfVectorizer(preprocessor=preprocessor, lowercase=False, token_pattern=pattern, **{**options, "max_features": None})
    if "max_features" in options:
        # scikit-learn takes any of equally frequent terms; the comparison needs a limit that leaves no choice.
        ordered = np.sort(counts(unlimited.fit(train)))[::-1]
        assert ordered[options["max_features"] - 1] > ordered[options["max_features"]], ordered[:options["max_features"] + 20]
    matrix = vectorizer.transform(texts).tocsr()
    return {
        "terms": list(vectorizer.get_feature_names_out()),
        "rows": [{str(j): float(str(np.float32(v))) for j, v in sorted(zip(row.indices.tolist(), row.data))} for row in matrix],
    }


def counts(vectorizer):
    analyze, vocabulary = vectorizer.build_analyzer(), vectorizer.vocabulary_
    terms = [vocabulary[term] for document in train for term in analyze(document) if term in vocabulary]
    return np.bincount(terms, minlength=len(vocabulary))


made = {
    "words": expected(min_df=2),
    "pairs": expected(ngram_range=(2, 3), min_df=2, max_df=0.5),
    "limited": expected(ngram_range=(1, 2), min_df=3, max_df=0.2, max_features=86),
    "as_written": expected(preprocessor=lambda text: text, pattern=r"[^\t\n\r ;-]+", min_df=2),
}
with open("texts.json", "w", encoding="utf-8") as file:
    json.dump(made, file, separators=(",", ":"))
    file.write("\n")
print(len(rows), {name: len(value["terms"]) for name, value in made.items()})
