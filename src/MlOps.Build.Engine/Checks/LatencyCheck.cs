using System.Globalization;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Checks;

/// <summary>
/// <c>latency.p50</c>, <c>latency.p99</c> (one row) and <c>latency.batch</c> (1,000 rows): the whole model in the managed interpreter, in a
/// process of its own, so that neither the build's work nor its warm code counts.
/// </summary>
internal sealed class LatencyCheck : IModelCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public IReadOnlyList<string> Names { get; } = ["latency.p50", "latency.p99", "latency.batch"];

    public StageInputs Inputs(CheckContext context) => new() { Upstream = [new(StageNames.Train, StageFiles.Model)] };

    public IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken)
    {
        if (CheckRows.Of(context, cancellationToken) is not { Rows.Rows.Count: > 0 } rows)
            return Undefined("there are no test rows to run");
        context.Progress?.Report("measuring the latency");
        var (times, reason) = Run(context.ModelFile, rows, cancellationToken);
        return times is null ? Undefined(reason) :
        [
            new CheckValue { Name = Names[0], Value = times.Median, Detail = "one row, median" },
            new CheckValue { Name = Names[1], Value = times.High, Detail = "one row, 99th percentile" },
            new CheckValue { Name = Names[2], Value = times.Batch, Detail = "1,000 rows" },
        ];
    }

    private IEnumerable<CheckValue> Undefined(string reason) => Names.Select(name => new CheckValue { Name = name, Reason = reason });

    private static (LatencyTimes? Times, string Reason) Run(string model, CheckRows rows, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-latency-");
        try
        {
            var (golden, signature) = (At("rows.json"), At("signature.json"));
            File.WriteAllText(golden, JsonSerializer.Serialize(rows.Rows, ContractsJson.Default.GoldenSet));
            File.WriteAllText(signature, JsonSerializer.Serialize(rows.Signature, ContractsJson.Default.ModelSignature));
            var run = EngineProcess.Run(
                [EngineProgram.Latency, model, golden, signature], new Dictionary<string, string>(), Longest, cancellationToken);
            return run.Failure is { } failure ? (null, failure) : Read(run.Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string At(string name) => Path.Combine(folder.FullName, name);
    }

    private static (LatencyTimes? Times, string Reason) Read(string output)
    {
        var numbers = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToList();
        return numbers is [var median, var high, var batch] && numbers.TrueForAll(double.IsFinite)
            ? (new LatencyTimes(median, high, batch), "")
            : (null, "the measuring process printed no times");
    }
}
