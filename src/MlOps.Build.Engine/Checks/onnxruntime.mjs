// Runs ONNX Runtime: reads { model, outputs, inputs } from standard input, prints the outputs' values as one JSON array, output by output.
// 64-bit integers are strings, and so is NaN, which JSON numbers do not have.
import { readFileSync } from 'node:fs';
import ort from 'onnxruntime-node';

const types = { float64: [Float64Array, Number], int64: [BigInt64Array, BigInt], string: [Array, String] };
const { model, outputs, inputs } = JSON.parse(readFileSync(0, 'utf8'));
const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 4 });
const tensors = session.inputNames.map(name => {
  const [array, parse] = types[inputs[name].type];
  return [name, new ort.Tensor(inputs[name].type, array.from(inputs[name].values, value => parse(value)), inputs[name].shape)];
});
const results = await session.run(Object.fromEntries(tensors));
process.stdout.write(JSON.stringify(outputs.flatMap(output => Array.from(results[output].data, Number))));
