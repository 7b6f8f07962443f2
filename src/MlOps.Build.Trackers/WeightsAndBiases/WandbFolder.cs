using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Inference.Onnx.Wire;

namespace MlOps.Build.Trackers.WeightsAndBiases;

/// <summary>A run as a folder for <c>wandb sync</c>: <c>wandb/offline-run-TIME-ID/run-ID.wandb</c> (<c>wandb/proto/wandb_internal.proto</c>).</summary>
internal static class WandbFolder
{
    private const int History = 2;
    private const int Summary = 3;
    private const int Run = 17;
    private const int Exit = 18;
    private const int Footer = 22;
    private const int Header = 21;
    private const int ValueJson = 16;

    /// <param name="run">The run.</param>
    /// <param name="folder">Where the folder <c>wandb</c> is, or will be.</param>
    /// <param name="variable">The environment.</param>
    /// <returns>The run's folder.</returns>
    public static string Write(TrackedRun run, string folder, Func<string, string?> variable)
    {
        var time = run.Start.UtcDateTime.ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture);
        var place = Path.Combine(folder, "wandb", $"offline-run-{time}-{run.Id}");
        Directory.CreateDirectory(Path.Combine(place, "files"));
        WholeFile.Write(Path.Combine(place, $"run-{run.Id}.wandb"), Records(run, variable("WANDB_PROJECT"), variable("WANDB_ENTITY")));
        return place;
    }

    private static byte[] Records(TrackedRun run, string? project, string? entity)
    {
        var log = new WandbLog();
        var number = 0;
        log.Add(number++, Header, header => header.Message(1, version => version.String(1, "mlops.build")));
        log.Add(number++, Run, record => Describe(record, run, WandbJson.Project(string.IsNullOrEmpty(project) ? run.Experiment : project), entity));
        foreach (var step in WandbJson.History(run))
        {
            log.Add(number++, History, record =>
            {
                Items(record, step.Values);
                record.Message(2, message => message.Int64(1, step.Step));
            });
        }

        log.Add(number++, Summary, record => Items(record, WandbJson.Summary(run)));
        log.Add(number++, Exit, record =>
        {
            record.Int64(1, WandbJson.ExitCode(run));
            record.Int64(2, (long)((run.End ?? run.Start) - run.Start).TotalSeconds);
        });
        log.Add(number, Footer, _ => { });
        return log.ToArray();
    }

    private static void Describe(ProtoWriter record, TrackedRun run, string project, string? entity)
    {
        record.String(1, run.Id);
        if (!string.IsNullOrEmpty(entity))
            record.String(2, entity);
        record.String(3, project);
        record.Message(4, configuration => Items(configuration, WandbJson.Configuration(run)));
        if (run.Parent is { } parent)
            record.String(6, parent);
        record.String(7, run.Parent is null ? "train" : "trial");
        record.String(8, run.Name);
        var ticks = (run.Start - DateTimeOffset.UnixEpoch).Ticks;
        record.Message(17, time =>
        {
            time.Int64(1, ticks / TimeSpan.TicksPerSecond);
            time.Int64(2, ticks % TimeSpan.TicksPerSecond * 100);
        });
    }

    private static void Items(ProtoWriter record, IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (key, value) in values)
        {
            record.Message(1, item =>
            {
                item.String(1, key);
                item.String(ValueJson, value);
            });
        }
    }
}
