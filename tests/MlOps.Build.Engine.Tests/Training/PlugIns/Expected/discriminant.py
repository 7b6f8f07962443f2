"""Writes discriminant.json: scikit-learn's linear discriminant analysis of its own iris, learned on 100 rows, with its probabilities of all 150."""
import json

import numpy as np
import sklearn
from sklearn.datasets import load_iris
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

iris = load_iris()
rows = np.random.RandomState(0).permutation(150)
features, labels = iris.data[rows].astype(np.float32), iris.target[rows]
cases = []
for shrinkage in (0.0, 0.1):
    model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=shrinkage or None).fit(features[:100].astype(np.float64), labels[:100])
    probabilities = model.predict_proba(features.astype(np.float64))
    cases.append({"shrinkage": shrinkage, "probabilities": [[float(f"{p:.9g}") for p in row] for row in probabilities]})
with open("discriminant.json", "w", encoding="utf-8") as file:
    json.dump(
        {
            "scikit-learn": sklearn.__version__,
            "learned": 100,
            "features": [[float(f"{x:.9g}") for x in row] for row in features.astype(float)],
            "labels": labels.tolist(),
            "cases": cases,
        },
        file,
    )
    file.write("\n")
