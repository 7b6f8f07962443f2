using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Checks;

/// <summary>
/// <c>parity.onnxruntime</c>: the largest difference between what the managed interpreter and ONNX Runtime predict for the golden rows;
/// relative to the prediction in regression, absolute on probabilities. Undecided where ONNX Runtime is not installed.
/// </summary>
internal sealed class RuntimeParityCheck : IModelCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public IReadOnlyList<string> Names { get; } = ["parity.onnxruntime"];

    public StageInputs Inputs(CheckContext context)
    {
        var home = OnnxRuntimeHome.Find(context.Project.Folder, CancellationToken.None);
        return new StageInputs
        {
            Upstream = [new(StageNames.Train, StageFiles.Model)],
            Options = [StageInputs.Option("onnxruntime", home is null ? null : $"{home.Program} {home.Version}")],
        };
    }

    public IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken)
    {
        if (OnnxRuntimeHome.Find(context.Project.Folder, cancellationToken) is not { } home)
        {
            return Undefined("ONNX Runtime is not installed: 'npm install onnxruntime-node' in the project's folder, or the Python module "
                + "'onnxruntime'");
        }

        if (CheckRows.Of(context, cancellationToken) is not { Rows.Rows.Count: > 0 } rows)
            return Undefined("there are no test rows to run");
        var script = home.Program == "node" ? "onnxruntime.mjs" : "onnxruntime.py";
        string[] arguments = home.Program == "node" ? ["--input-type=module", "-e", Script(script)] : ["-c", Script(script)];
        var request = Request(context.ModelFile, rows).ToJsonString();
        var run = ChildProcess.Run(home.Program, arguments, home.Folder, request, Longest, cancellationToken);
        return run.Failure is { } failure ? Undefined($"ONNX Runtime {home.Version} refused the model: {failure}") : [Compare(rows, run.Output, home)];
    }

    private CheckValue Compare(CheckRows rows, string output, OnnxRuntimeHome home)
    {
        var theirs = JsonSerializer.Deserialize(output, ParityJson.Default.DoubleArray) ?? [];
        // One output after the other, as the scripts print them.
        var ours = rows.Signature.Outputs().Count == 1
            ? rows.Rows.Rows.SelectMany(row => row.Outputs).ToArray()
            : [.. rows.Signature.Outputs().SelectMany((_, k) => rows.Rows.Rows.Select(row => row.Outputs[k]))];
        if (theirs.Length != ours.Length)
            return new CheckValue { Name = Names[0], Reason = $"ONNX Runtime gave {theirs.Length} values for {ours.Length}" };
        var relative = rows.Signature.Task == LearningTask.Regression;
        var largest = 0.0;
        for (var i = 0; i < ours.Length; i++)
            largest = Math.Max(largest, Math.Abs(ours[i] - theirs[i]) / (relative ? Math.Max(1, Math.Abs(theirs[i])) : 1));
        return new CheckValue { Name = Names[0], Value = largest, Detail = $"{rows.Rows.Rows.Count} rows, ONNX Runtime {home.Version} for {home.Program}" };
    }

    private static JsonObject Request(string model, CheckRows rows)
    {
        var inputs = new JsonObject();
        foreach (var (name, tensor) in CheckRows.Inputs(rows.Signature, rows.Rows, 0, rows.Rows.Rows.Count).Tensors)
        {
            var (type, values) = tensor switch
            {
                Tensor<double> numbers => ("float64", numbers.Values.Select(value => double.IsNaN(value) ? "NaN" : (JsonNode)value)),
                Tensor<long> times => ("int64", times.Values.Select(value => (JsonNode)value.ToString(CultureInfo.InvariantCulture))),
                Tensor<string> texts => ("string", texts.Values.Select(value => (JsonNode)value)),
                _ => throw new InvalidOperationException($"'{name}' is of no type that raw columns have."),
            };
            inputs[name] = new JsonObject
            {
                ["type"] = type,
                ["shape"] = new JsonArray([.. tensor.Shape.Select(size => (JsonNode)size)]),
                ["values"] = new JsonArray([.. values]),
            };
        }

        var outputs = new JsonArray([.. rows.Signature.Outputs().Select(output => (JsonNode)output)]);
        return new JsonObject { ["model"] = model, ["outputs"] = outputs, ["inputs"] = inputs };
    }

    private static string Script(string name)
    {
        using var stream = typeof(RuntimeParityCheck).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private CheckValue[] Undefined(string reason) => [new CheckValue { Name = Names[0], Reason = reason }];
}
