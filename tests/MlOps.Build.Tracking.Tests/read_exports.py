"""What MLflow itself reads of our exports: prints the values that the tests expect, as JSON.

Made with MLflow 3.6.1.dev0 (Python 3.11, SQLAlchemy 1.4, alembic 1.8, sqlparse 0.4.2). To make it again:

    MLOPS_KEEP_EXPORTS=<folder> dotnet test tests/MlOps.Build.Tracking.Tests --filter ExportTests
    MLFLOW_ALLOW_FILE_STORE=true python3 tests/MlOps.Build.Tracking.Tests/read_exports.py <folder> > tests/MlOps.Build.Tracking.Tests/Expected/mlflow.json

The SQLite store is brought to the revision of that MLflow first, as 'mlflow db upgrade' does. Searches are answered by the SQLite store.
"""
import json
import math
import pathlib
import sys

from mlflow.store.db.utils import _upgrade_db, create_sqlalchemy_engine
from mlflow.tracking.client import MlflowClient


def number(value):
    return "NaN" if math.isnan(value) else "Infinity" if value == math.inf else "-Infinity" if value == -math.inf else value


def described(client, run):
    data = run.data
    return {
        "id": run.info.run_id,
        "name": run.info.run_name,
        "status": run.info.status,
        "start": run.info.start_time,
        "end": run.info.end_time,
        "params": dict(sorted(data.params.items())),
        "tags": dict(sorted(data.tags.items())),
        "metrics": {
            key: [[number(m.value), m.step, m.timestamp] for m in client.get_metric_history(run.info.run_id, key)]
            for key in sorted(data.metrics)
        },
        "last": {key: number(value) for key, value in sorted(data.metrics.items())},
        "inputs": [
            [i.dataset.name, i.dataset.digest, {t.key: t.value for t in i.tags}] for i in run.inputs.dataset_inputs
        ],
        "artifacts": [[a.path, a.file_size] for a in client.list_artifacts(run.info.run_id)],
    }


def experiment(client):
    return [e.experiment_id for e in client.search_experiments() if e.name == "Model"]


def runs(client):
    found = client.search_runs(experiment(client), max_results=1000, order_by=["attributes.start_time ASC"])
    return [described(client, run) for run in found]


def searches(client):
    answers = []
    for line in (pathlib.Path(__file__).parent / "Expected" / "searches.txt").read_text().splitlines():
        filter_string, _, order = line.partition(";;")
        order_by = [part.strip() for part in order.split(",") if part.strip()]
        found = client.search_runs(experiment(client), filter_string.strip(), max_results=1000, order_by=order_by)
        answers.append({"search": line, "runs": [int(run.info.run_id, 16) for run in found]})
    return answers


folder = pathlib.Path(sys.argv[1]).resolve()
database = f"sqlite:///{folder}/mlflow.db"
_upgrade_db(create_sqlalchemy_engine(database))
store = MlflowClient(database)
print(json.dumps({
    "folder": runs(MlflowClient(f"file://{folder}/mlruns")),
    "database": runs(store),
    "searches": searches(store),
}, indent=1, ensure_ascii=False))
