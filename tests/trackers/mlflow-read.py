"""Writes tests/MlOps.Build.Trackers.Tests/expected/mlflow.json: what MLflow's own client reads of runs that were sent to MLflow's own server.

    MLOPS_TEST_MLFLOW=http://127.0.0.1:5077 dotnet test tests/MlOps.Build.Trackers.Tests --filter "RealMlFlowTests|RegistryMirrorTests"
    python3 tests/trackers/mlflow-read.py http://127.0.0.1:5077 > tests/MlOps.Build.Trackers.Tests/expected/mlflow.json

The server, with an empty folder: mlflow server --port 5077 --backend-store-uri sqlite:///mlflow.db --artifacts-destination artifacts
Made with MLflow 2.11 from its source, and Debian 12's SQLAlchemy, Flask and Protocol Buffers.
Queries were read by urllib's parse_qs in place of the package querystring-parser, which Debian lacks.
"""
import hashlib
import json
import sys

import mlflow
from mlflow import MlflowClient

client = MlflowClient(sys.argv[1])
experiment = client.get_experiment_by_name("bird strikes")


def number(value):
    return value if value == value and abs(value) < 1e300 else str(value)


def artifacts(run, path=None):
    for file in client.list_artifacts(run.info.run_id, path):
        if file.is_dir:
            yield from artifacts(run, file.path)
        else:
            local = mlflow.artifacts.download_artifacts(run_id=run.info.run_id, artifact_path=file.path, tracking_uri=sys.argv[1])
            yield {"path": file.path, "sha256": hashlib.sha256(open(local, "rb").read()).hexdigest()}


mlflow.set_tracking_uri(sys.argv[1])
runs = client.search_runs([experiment.experiment_id], order_by=["attributes.start_time ASC"], max_results=1000)
names = {run.info.run_id: run.info.run_name for run in runs}
out = {"version": mlflow.__version__, "runs": {}}
for run in sorted(runs, key=lambda run: run.info.run_name):
    tags = {key: value for key, value in run.data.tags.items() if key not in ("mlops.sent",)}
    if "mlflow.parentRunId" in tags:
        tags["mlflow.parentRunId"] = names[tags["mlflow.parentRunId"]]
    large = run.info.run_name == "large"
    out["runs"][run.info.run_name] = {
        "status": run.info.status,
        "start": run.info.start_time,
        "end": run.info.end_time,
        "user": run.info.user_id,
        "params": len(run.data.params) if large else run.data.params,
        "tags": len(tags) if large else tags,
        "metrics": {
            key: len(history) if large else [[m.step, m.timestamp, number(m.value)] for m in sorted(history, key=lambda m: m.step)]
            for key in sorted(run.data.metrics)
            for history in [client.get_metric_history(run.info.run_id, key)]
        },
        "inputs": [
            {"name": i.dataset.name, "digest": i.dataset.digest, "type": i.dataset.source_type, "source": i.dataset.source, "profile": i.dataset.profile,
             "tags": {tag.key: tag.value for tag in i.tags}}
            for i in sorted(run.inputs.dataset_inputs, key=lambda i: i.dataset.name)
        ],
        "artifacts": list(artifacts(run)),
    }
model = client.get_registered_model("bird strikes")
out["registry"] = {
    "aliases": model.aliases,
    "versions": {v.version: {"source": v.source, "run": names.get(v.run_id), "tags": v.tags} for v in client.search_model_versions("name='bird strikes'")},
}
print(json.dumps(out, indent=1, sort_keys=True))
