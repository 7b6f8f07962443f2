"""Writes tests/MlOps.Build.Trackers.Tests/expected/tensorboard.json: what TensorBoard's own reader finds in our event files.

    MLOPS_TEST_TENSORBOARD=/tmp/events dotnet test tests/MlOps.Build.Trackers.Tests --filter TensorBoardTests
    python3 tests/trackers/tensorboard-read.py /tmp/events > tests/MlOps.Build.Trackers.Tests/expected/tensorboard.json

Made with TensorBoard 2.21's source without TensorFlow, its .proto files compiled by Debian 12's protoc 3.21.
"""
import base64
import json
import os
import sys

from google.protobuf import json_format
from tensorboard.backend.event_processing import plugin_event_multiplexer
from tensorboard.plugins.hparams import metadata as hparams
from tensorboard.util import tensor_util

folder = sys.argv[1]
multiplexer = plugin_event_multiplexer.EventMultiplexer()
multiplexer.AddRunsFromDirectory(folder)
multiplexer.Reload()


def number(value):
    return value if value == value and abs(value) != float("inf") else str(value)


def array(run, tag):
    return tensor_util.make_ndarray(multiplexer.Tensors(run, tag)[0].tensor_proto).tolist()


out = {"files": {}, "runs": {}}
for root, _, files in os.walk(folder):
    for file in files:
        path = os.path.join(root, file)
        out["files"][os.path.relpath(path, folder)] = base64.b64encode(open(path, "rb").read()).decode()
for run in multiplexer.Runs():
    found = {"scalars": {}, "histograms": {}, "curves": {}, "hparams": {}}
    for tag in multiplexer.PluginRunToTagToContent("scalars").get(run, {}):
        found["scalars"][tag] = [
            {"step": e.step, "time": e.wall_time, "value": number(tensor_util.make_ndarray(e.tensor_proto).item())} for e in multiplexer.Tensors(run, tag)]
    for tag in multiplexer.PluginRunToTagToContent("histograms").get(run, {}):
        found["histograms"][tag] = array(run, tag)
    for tag in multiplexer.PluginRunToTagToContent("pr_curves").get(run, {}):
        found["curves"][tag] = array(run, tag)
    for tag, content in multiplexer.PluginRunToTagToContent("hparams").get(run, {}).items():
        if tag == hparams.SESSION_START_INFO_TAG:
            start = hparams.parse_session_start_info_plugin_data(content)
            found["hparams"]["start"] = {key: json_format.MessageToDict(value) for key, value in start.hparams.items()}
            found["hparams"]["group"] = start.group_name
        elif tag == hparams.SESSION_END_INFO_TAG:
            found["hparams"]["status"] = json_format.MessageToDict(hparams.parse_session_end_info_plugin_data(content))["status"]
        else:
            found["hparams"]["experiment"] = json_format.MessageToDict(hparams.parse_experiment_plugin_data(content))
    out["runs"][run] = found
print(json.dumps(out, indent=1, sort_keys=True))
