"""Writes interventional.json: shap's interventional values for XGBoost's trees, which ours equal.

python3 make_interventional.py FOLDER, with Debian's python3-xgboost and g++; FOLDER holds tree_shap.h of https://github.com/shap/shap
(shap/cext, commit df974a1966294b9c7acebb1373fd6dc5445d1d3d), whose dense_independent is what TreeExplainer calls with
feature_perturbation="interventional". It sums in float32. Settings are those of make_shapley.py; background rows are the first 60.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import xgboost

ROUNDS, ROWS, BACKGROUND = 20, 40, 60
DRIVER = r"""
#include <Python.h>
#include <vector>
#include "tree_shap.h"
template <typename T> std::vector<T> read(size_t count) { std::vector<T> v(count); for (auto &x : v) std::cin >> x; return v; }
int main() {
    unsigned trees, nodes, depth, features, rows, background;
    std::cin >> trees >> nodes >> depth >> features >> rows >> background;
    auto left = read<int>(trees * nodes), right = read<int>(trees * nodes), feature = read<int>(trees * nodes);
    auto threshold = read<double>(trees * nodes), value = read<double>(trees * nodes), x = read<double>(rows * features), r = read<double>(background * features);
    std::vector<int> types(trees * nodes, 0);
    std::vector<double> weights(trees * nodes, 1), out(rows * (features + 1), 0), base(1, 0);
    std::vector<char> none(std::max(rows, background) * features, 0);
    TreeEnsemble ensemble(left.data(), right.data(), left.data(), feature.data(), threshold.data(), types.data(), value.data(), weights.data(), depth, trees,
        base.data(), nodes, 1);
    ExplanationDataset data(x.data(), (bool *)none.data(), NULL, r.data(), (bool *)none.data(), rows, features, background);
    dense_independent(ensemble, data, out.data(), NULL);
    std::cout.precision(12);
    for (double v : out) std::cout << v << "\n";
}
"""


def trees(model):
    table = model.trees_to_dataframe()
    nodes = table.groupby("Tree").size().max()
    shape = (table["Tree"].max() + 1, nodes)
    left, right, feature = np.full(shape, -1), np.full(shape, -1), np.full(shape, -1)
    threshold, value = np.zeros(shape), np.zeros(shape)
    for _, node in table.iterrows():
        at = node["Tree"], node["Node"]
        if node["Feature"] == "Leaf":
            value[at] = np.float32(node["Gain"])
            continue
        left[at], right[at] = (int(node[way].split("-")[1]) for way in ("Yes", "No"))
        feature[at] = int(node["Feature"][1:])
        # XGBoost asks for less, shap for at most.
        threshold[at] = np.nextafter(np.float32(node["Split"]), np.float32(-np.inf))
    return left, right, feature, threshold, value


def values(program, model, x, background):
    arrays = trees(model)
    numbers = [*arrays[0].shape, 100, x.shape[1], len(x), len(background)]
    text = "\n".join(" ".join(repr(n.item() if hasattr(n, "item") else n) for n in np.ravel(a)) for a in (numbers, *arrays, x, background))
    output = subprocess.run([program], input=text, capture_output=True, text=True, check=True).stdout
    return np.array(output.split(), dtype=float).reshape(len(x), -1)[:, :-1]


def case(program, data):
    table = np.loadtxt(f"{data}.csv", delimiter=",").astype(np.float32)
    cut = len(table) * 3 // 4
    features, labels = table[:, :-1], table[:, -1]
    model = xgboost.train(
        {"tree_method": "hist", "grow_policy": "lossguide", "max_leaves": 15, "max_depth": 0, "eta": 0.1, "lambda": 0, "max_bin": 255,
         "min_child_weight": 5, "objective": "reg:squarederror", "base_score": float(np.float32(labels[:cut].mean()))},
        xgboost.DMatrix(features[:cut], labels[:cut]), ROUNDS)
    rows, background = features[cut:cut + ROWS], features[:BACKGROUND]
    found = values(program, model, rows, background)
    predicted = model.predict(xgboost.DMatrix(rows)) - model.predict(xgboost.DMatrix(background)).mean()
    assert np.abs(found.sum(axis=1) - predicted).max() < 1e-4 * np.abs(predicted).max()
    return {"data": data, "rounds": ROUNDS, "background": BACKGROUND, "contributions": found.round(8).tolist()}


with tempfile.TemporaryDirectory() as folder:
    program = pathlib.Path(folder, "shap")
    source = pathlib.Path(folder, "driver.cc")
    source.write_text(DRIVER)
    # Its progress bar writes by way of Python.
    python = subprocess.run(["python3-config", "--includes", "--ldflags", "--embed"], capture_output=True, text=True, check=True).stdout.split()
    subprocess.run(["g++", "-O2", "-w", "-I", sys.argv[1], str(source), "-o", str(program), *python], check=True)
    cases = [case(program, data) for data in ("steps_number", "steps_counts")]
with open("interventional.json", "w", newline="\n") as file:
    json.dump({"made_by": f"shap's tree_shap.h, XGBoost {xgboost.__version__}", "cases": cases}, file)
    file.write("\n")
