"""Makes ranking.json: generated lists with the values that scikit-learn gives them.

Run:  python3 make_ranking.py        (made with scikit-learn 1.2.1, numpy 1.24.2)

A metric is the mean over lists. NDCG is ndcg_score; MAP is average_precision_score of each list, cut at k by weights that count equal
scores at the limit in proportion, and over min(k, relevant rows). scikit-learn has no reciprocal rank: it is the mean over every order of
equal scores, which must be label_ranking_average_precision_score where lists have one relevant row and no equal scores. A list without
relevant rows is 0 (ndcg_score); null where no list has any, and where a relevance is negative, which newer versions of ndcg_score refuse.
"""
import json
import warnings
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn import metrics as m

warnings.simplefilter("ignore")
rng = np.random.default_rng(20250211)


def ndcg(y, s, k):
    if y.max() <= 0:
        return 0.0
    # ndcg_score refuses a list of one row, whose only order is the best one.
    return 1.0 if len(y) == 1 else m.ndcg_score([y], [s], k=k)


def average_precision(y, s, k):
    y = (y > 0).astype(int)
    if y.sum() == 0:
        return 0.0
    before = np.array([(s > x).sum() for x in s])
    equal = np.array([(s == x).sum() for x in s])
    w = np.clip((k - before) / equal, 0, 1)
    if k >= len(y):
        assert np.isclose(m.average_precision_score(y, s), m.average_precision_score(y, s, sample_weight=w))
        if len(y) > 1:
            assert np.isclose(m.average_precision_score(y, s), m.label_ranking_average_precision_score([y], [s]))
    found = (w * y).sum()
    return 0.0 if found == 0 else m.average_precision_score(y[w > 0], s[w > 0], sample_weight=w[w > 0]) * found / min(k, y.sum())


def reciprocal_rank(y, s, k):
    y = y > 0
    if not y.any():
        return 0.0
    best = s[y].max()
    before, rows, relevant = (s > best).sum(), (s == best).sum(), (y & (s == best)).sum()
    places = [before + min(places) + 1 for places in combinations(range(rows), relevant)]
    value = np.mean([1 / place if place <= k else 0 for place in places])
    if y.sum() == 1 and len(np.unique(s)) == len(s) > 1 and k >= len(s):
        assert np.isclose(value, m.label_ranking_average_precision_score([y], [s]))
    return value


def case(task, kind, lists, y, s, weights=None):
    lists, y, s = np.asarray(lists), np.asarray(y, np.float32).astype(np.float64), np.asarray(s, np.float32).astype(np.float64)
    own = [lists == number for number in np.unique(lists)]
    w = None if weights is None else np.array([np.mean(weights[rows]) for rows in own])
    relevant = any((y[rows] > 0).any() and (w is None or w[i] > 0) for i, rows in enumerate(own))
    expected = {}
    for k in (1, 3, 10, 50):
        for name, value, gains in (("ndcg", ndcg, y), ("ndcg_exp", ndcg, 2**y - 1), ("map", average_precision, y), ("mrr", reciprocal_rank, y)):
            undefined = not relevant or (name.startswith("ndcg") and (y < 0).any())
            mean = None if undefined else float(np.average([value(gains[rows], s[rows], k) for rows in own], weights=w))
            expected[f"{name}_at_{k}"] = mean
    made = {"task": task, "kind": kind, "classes": 2 if task == "Binary" else 0, "threshold": 0.5, "labels": y, "scores": s, "lists": lists}
    if weights is not None:
        made["weights"] = [float(weight) for weight in weights]
    return {**made, "expected": expected}


def lists_of(sizes):
    numbers = np.repeat(np.arange(len(sizes)), sizes)
    return rng.permutation(numbers)


def cases():
    for task in ("Binary", "Regression"):
        def relevance(n, share=0.3):
            return rng.random(n) < share if task == "Binary" else rng.choice([0, 1, 2, 3, 4], n, p=[0.5, 0.2, 0.15, 0.1, 0.05])

        def score(y):
            x = 1 / (1 + np.exp(-(0.8 * y + rng.normal(size=len(y)))))
            return x if task == "Binary" else 3 * x - 1

        for i in range(16):
            lists = lists_of(rng.integers(2, 16, rng.integers(1, 8)))
            y = relevance(len(lists))
            yield case(task, "lists", lists, y, score(y))
        for i in range(12):
            lists = lists_of(rng.integers(1, 14, rng.integers(1, 8)))
            y = relevance(len(lists))
            yield case(task, "lists, ties", lists, y, np.round(score(y), 1))
        for i in range(4):
            lists = lists_of(rng.integers(2, 9, 4))
            y = relevance(len(lists))
            yield case(task, "lists, all scores equal", lists, y, np.full(len(lists), 0.5))
        for i in range(4):
            lists = lists_of(np.ones(5, int))
            y = relevance(5, 0.5)
            yield case(task, "lists of one row", lists, y, score(y))
        for i in range(4):
            lists = lists_of(rng.integers(2, 7, 6))
            yield case(task, "lists, few relevant", lists, relevance(len(lists), 0.05) & (rng.random(len(lists)) < 0.2) if task == "Binary"
                       else (rng.random(len(lists)) < 0.05) * 2, rng.random(len(lists)))
        for i in range(2):
            lists = lists_of(rng.integers(2, 7, 3))
            yield case(task, "lists, none relevant", lists, np.zeros(len(lists)), rng.random(len(lists)))
        for i in range(2):
            lists = lists_of(rng.integers(2, 7, 3))
            yield case(task, "lists, all relevant", lists, np.ones(len(lists)), np.round(rng.random(len(lists)), 1))
        for i in range(6):
            lists = lists_of(rng.integers(2, 10, 6))
            y = relevance(len(lists))
            weight = rng.choice([0, 0.5, 1, 2.5], 6)
            weight[0] = 1
            yield case(task, "lists, weights", lists, y, np.round(score(y), 1), weight[lists])
        for i in range(2):
            lists = lists_of(rng.integers(2, 10, 6))
            y = relevance(len(lists))
            yield case(task, "lists, weights within", lists, y, score(y), rng.integers(1, 16, len(lists)) / 8)
    for i in range(4):
        lists = lists_of(rng.integers(2, 12, 5))
        y = np.round(rng.gamma(1, 1, len(lists)), 2)
        yield case("Regression", "lists, any relevance", lists, y, y + rng.normal(size=len(lists)))
    for i in range(2):
        lists = lists_of(rng.integers(2, 12, 5))
        yield case("Regression", "lists, negative relevance", lists, rng.integers(-1, 3, len(lists)), rng.normal(size=len(lists)))
    lists = lists_of(rng.integers(5, 40, 40))
    y = rng.random(len(lists)) < 0.2
    yield case("Binary", "lists, large", lists, y, np.round(np.clip(0.3 * y + 0.7 * rng.random(len(lists)), 0, 1), 2))


def text(value):
    if isinstance(value, np.ndarray):
        return "[" + ",".join(repr(int(v)) if v == int(v) and abs(v) < 1e7 else str(np.float32(v)) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}:{text(v)}" for k, v in value.items()) + "}"
    return json.dumps(value)


made = list(cases())
target = Path(__file__).with_name("ranking.json")
target.write_text("[\n" + ",\n".join(text(item) for item in made) + "\n]\n", encoding="utf-8", newline="\n")
print(len(made), "cases,", target.stat().st_size, "bytes")
