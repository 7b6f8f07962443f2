// Runs ONNX Runtime on folders: node run.mjs folder...
// Reads model.onnx and inputs.json of each, writes outputs.json: name -> { type, shape, values }, or { error } when it refuses the model.
// 64-bit integers are strings, and so are NaN, Infinity, -Infinity and -0, which JSON numbers do not have.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ort from 'onnxruntime-node';

const types = {
  float32: [Float32Array, Number],
  float64: [Float64Array, Number],
  int64: [BigInt64Array, BigInt],
  int32: [Int32Array, Number],
  uint8: [Uint8Array, Number],
  bool: [Uint8Array, Number],
  string: [Array, String],
};

const toTensor = ({ type, shape, values }) => {
  const [array, parse] = types[type];
  return new ort.Tensor(type, array.from(values, value => parse(value)), shape);
};

const toText = value => (typeof value === 'bigint' || Number.isNaN(value) || value === Infinity || value === -Infinity
  ? String(value)
  : Object.is(value, -0) ? '-0' : value);

const toJson = tensor => ({ type: tensor.type, shape: [...tensor.dims].map(Number), values: Array.from(tensor.data, toText) });

for (const folder of process.argv.slice(2)) {
  let result;
  try {
    const options = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 4 };
    const session = await ort.InferenceSession.create(join(folder, 'model.onnx'), options);
    const inputs = JSON.parse(readFileSync(join(folder, 'inputs.json'), 'utf8'));
    const outputs = await session.run(Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, toTensor(value)])));
    result = Object.fromEntries(session.outputNames.map(name => [name, toJson(outputs[name])]));
    await session.release();
  } catch (error) {
    result = { error: String(error.message ?? error) };
  }

  writeFileSync(join(folder, 'outputs.json'), JSON.stringify(result));
}
