# Runs ONNX Runtime: reads { model, outputs, inputs } from standard input, prints the outputs' values as one JSON array, output by output.
# 64-bit integers are strings, and so is NaN, which JSON numbers do not have.
import json
import sys

import numpy
import onnxruntime

TYPES = {"float64": (numpy.float64, float), "int64": (numpy.int64, int), "string": (object, str)}
request = json.load(sys.stdin)
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
session = onnxruntime.InferenceSession(request["model"], options, providers=["CPUExecutionProvider"])
tensors = {}
for needed in session.get_inputs():
    given = request["inputs"][needed.name]
    kind, parse = TYPES[given["type"]]
    tensors[needed.name] = numpy.array([parse(value) for value in given["values"]], dtype=kind).reshape(given["shape"])
results = session.run(request["outputs"], tensors)
json.dump([float(value) for values in results for value in numpy.ravel(values)], sys.stdout)
