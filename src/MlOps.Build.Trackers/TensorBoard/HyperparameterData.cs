using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Inference.Onnx.Wire;

namespace MlOps.Build.Trackers.TensorBoard;

/// <summary>What the page of hyperparameters reads: messages <c>HParamsPluginData</c> (<c>tensorboard/plugins/hparams/plugin_data.proto</c>).</summary>
internal static class HyperparameterData
{
    public const string Plugin = "hparams";
    public const string ExperimentTag = "_hparams_/experiment";
    public const string StartTag = "_hparams_/session_start_info";
    public const string EndTag = "_hparams_/session_end_info";

    /// <summary>All hyperparameters and metrics of a group of runs.</summary>
    public static byte[] Experiment(string name, IReadOnlyList<TrackedRun> runs) => Message(2, experiment =>
    {
        experiment.String(6, name);
        experiment.Double(3, Seconds(runs.Min(run => run.Start)));
        foreach (var parameter in runs.SelectMany(run => run.Parameters).GroupBy(pair => pair.Key).OrderBy(group => group.Key, StringComparer.Ordinal))
            experiment.Message(4, info => Parameter(info, parameter.Key, [.. parameter.Select(pair => pair.Value).Distinct()]));
        foreach (var metric in runs.SelectMany(TensorBoardLog.Scalars).Select(scalar => scalar.Tag).Distinct().Order(StringComparer.Ordinal))
            experiment.Message(5, info => info.Message(1, tag => tag.String(2, metric)));
    });

    public static byte[] Start(TrackedRun run) => Message(3, start =>
    {
        foreach (var (key, value) in run.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            start.Message(1, entry =>
            {
                entry.String(1, key);
                entry.Message(2, to => Value(to, value));
            });
        }

        start.String(4, run.Id);
        start.Double(5, Seconds(run.Start));
    });

    public static byte[] End(TrackedRun run) => Message(4, end =>
    {
        end.Int64(1, run.Status switch { RunStatus.Finished => 1, RunStatus.Running => 3, _ => 2 });
        if (run.End is { } time)
            end.Double(2, Seconds(time));
    });

    public static double Seconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalSeconds;

    // Version 0 is the default of its field, and absent.
    private static byte[] Message(int field, Action<ProtoWriter> write)
    {
        var data = new ProtoWriter();
        data.Message(field, write);
        return data.ToArray();
    }

    private static void Parameter(ProtoWriter info, string name, IReadOnlyList<string> values)
    {
        info.String(1, name);
        var isNumber = values.All(value => Number(value) is not null);
        info.Int64(4, isNumber ? 3 : values.All(value => bool.TryParse(value, out _)) ? 2 : 1);
        info.Message(5, list =>
        {
            foreach (var value in values)
                list.Message(1, to => Value(to, value));
        });
    }

    private static void Value(ProtoWriter to, string value)
    {
        if (Number(value) is { } number)
            to.Double(2, number);
        else if (bool.TryParse(value, out var truth))
            to.Int64(4, truth ? 1 : 0);
        else
            to.String(3, value);
    }

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
