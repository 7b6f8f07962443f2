"""Writes tests/MlOps.Build.Trackers.Tests/expected/wandb.json: what the reader of Weights & Biases finds in our folders.

    MLOPS_TEST_WANDB=/tmp/wandb dotnet test tests/MlOps.Build.Trackers.Tests --filter WandbTests
    python3 tests/trackers/wandb-read.py /tmp/wandb > tests/MlOps.Build.Trackers.Tests/expected/wandb.json

Made with wandb/sdk/internal/datastore.py and wandb/proto/wandb_internal.proto of wandb's source, on PYTHONPATH as datastore and
wandb_internal_pb2, compiled by Debian 12's protoc 3.21.
"""
import base64
import json
import os
import sys

import datastore
import wandb_internal_pb2


def records(path):
    store = datastore.DataStore()
    store.open_for_scan(path)
    while (data := store.scan_data()) is not None:
        record = wandb_internal_pb2.Record()
        record.ParseFromString(data)
        yield record


def items(items):
    return {item.key: item.value_json for item in items}


folder = sys.argv[1]
out = {"records": [], "large": sum(1 for _ in records(os.path.join(folder, "large.wandb")))}
out["file"] = base64.b64encode(open(os.path.join(folder, "one.wandb"), "rb").read()).decode()
for record in records(os.path.join(folder, "one.wandb")):
    kind = record.WhichOneof("record_type")
    entry = {"kind": kind, "num": record.num}
    if kind == "run":
        entry.update(run=record.run.run_id, project=record.run.project, name=record.run.display_name, config=items(record.run.config.update),
                     start=record.run.start_time.ToJsonString())
    elif kind == "history":
        entry.update(step=record.history.step.num, items=items(record.history.item))
    elif kind == "summary":
        entry.update(items=items(record.summary.update))
    elif kind == "exit":
        entry.update(code=record.exit.exit_code, runtime=record.exit.runtime)
    out["records"].append(entry)
print(json.dumps(out, indent=1, sort_keys=True))
