import json
import os

import numpy as np
import pandas as pd
from onnx import TensorProto, helper, numpy_helper, save
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.preprocessing import StandardScaler

with open(os.environ["MLOPS_CONFIG"], encoding="utf-8") as file:
    config = json.load(file)


def rows(path):
    table = pd.read_csv(path, float_precision="round_trip")
    return table[config["features"]].to_numpy(np.float32), table[config["label"]].to_numpy(np.int64)


features, labels = rows(os.environ["MLOPS_TRAIN"])
scaler = StandardScaler().fit(features)
model = LogisticRegression(C=config["settings"].get("C", 1.0), max_iter=1000)
model.fit(scaler.transform(features), labels)

# What the scaler does becomes part of the weights. Two classes have one score, which a softmax compares with 0.
weights = model.coef_.T / scaler.scale_[:, None]
bias = model.intercept_ - scaler.mean_ @ weights
if len(config["classes"]) == 2:
    weights = np.hstack([np.zeros_like(weights), weights])
    bias = np.append(0.0, bias)

graph = helper.make_graph(
    [
        helper.make_node("Gemm", ["features", "weights", "bias"], ["scores"]),
        helper.make_node("Softmax", ["scores"], ["probabilities"], axis=1),
    ],
    "logistic regression",
    [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["N", len(config["features"])])],
    [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["N", len(config["classes"])])],
    [
        numpy_helper.from_array(weights.astype(np.float32), "weights"),
        numpy_helper.from_array(bias.astype(np.float32), "bias"),
    ],
)
save(helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 13)]), os.environ["MLOPS_MODEL"])

judged, truth = rows(os.environ["MLOPS_VALIDATION"])
losses = [
    log_loss(y, model.predict_proba(scaler.transform(x)), labels=range(len(config["classes"])))
    for x, y in ((features, labels), (judged, truth))
]
print(f"step 1 loss {losses[0]:.9g} validation {losses[1]:.9g}")
