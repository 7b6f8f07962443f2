"""Shapley values by their definition, the mean marginal contribution over all orders, in exact arithmetic. Writes shapley.json.

The game: columns of a coalition have the row's values, the others those of a background row; a coalition is worth the mean over the
background rows. The models are those of ExplanationTests.cs.
"""
import json
from fractions import Fraction as F
from itertools import permutations
from math import factorial


def small(x):
    a, b, c, d = x
    return a * b + max(c, F(0)) - F(1, 2) * a * c + 2 * d * (1 if b > 1 else 0)


def wide(x):
    pairs = sum(x[2 * i] * x[2 * i + 1] for i in range(6))
    return pairs + sum((i + 1) * v for i, v in enumerate(x)) / 4 + x[0] * x[3] * x[7] / 2


def worth(f, x, background, coalition):
    return sum(f([x[i] if i in coalition else b[i] for i in range(len(x))]) for b in background) / F(len(background))


def by_orders(f, x, background):
    n, values, known = len(x), [F(0)] * len(x), {}

    def v(coalition):
        if coalition not in known:
            known[coalition] = worth(f, x, background, coalition)
        return known[coalition]

    for order in permutations(range(n)):
        before = frozenset()
        for i in order:
            after = before | {i}
            values[i] += v(after) - v(before)
            before = after
    return [value / factorial(n) for value in values], v(frozenset())


def by_coalitions(f, x, background):
    n = len(x)
    v = [worth(f, x, background, {i for i in range(n) if mask >> i & 1}) for mask in range(1 << n)]
    values = [F(0)] * n
    for i in range(n):
        for mask in range(1 << n):
            if not mask >> i & 1:
                size = bin(mask).count("1")
                values[i] += F(factorial(size) * factorial(n - size - 1), factorial(n)) * (v[mask | 1 << i] - v[mask])
    return values, v[0]


def case(name, f, x, background, method):
    x, background = [F(v) for v in x], [[F(v) for v in b] for b in background]
    values, base = method(f, x, background)
    assert base + sum(values) == f(x)
    return {"name": name, "row": [float(v) for v in x], "background": [[float(v) for v in b] for b in background],
            "output": float(f(x)), "base": float(base), "values": [float(v) for v in values]}


cases = [
    case("small", small, [2, "1.5", "-1", "0.25"], [[0, 1, 1, 1], [1, 2, "-0.5", 0], ["-1", "0.5", 2, "0.75"]], by_orders),
    case("small", small, [0, 0, 3, 1], [["0.5", 3, "-2", "0.5"]], by_orders),
    case("wide", wide, [1, "0.5", "-1", 2, "0.25", 1, "-0.5", "1.5", 1, 0, 2, "-1"],
         [[0, 1, "0.5", "-1", 1, 0, 1, "0.5", "-1", 1, 0, "0.5"], ["-1", 0, 1, "0.5", 0, 1, "0.25", "-1", "0.5", 1, "-0.5", 1],
          [1, 1, 0, 0, "-0.5", "0.5", 0, 1, 0, "-1", 1, 0]], by_coalitions),
]
with open("shapley.json", "w", newline="\n") as file:
    json.dump(cases, file, indent=1)
    file.write("\n")
