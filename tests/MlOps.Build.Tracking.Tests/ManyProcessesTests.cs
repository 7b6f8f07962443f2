using Microsoft.Data.Sqlite;
using MlOps.Build.Contracts;
using MlOps.Build.Tracking.Search;

namespace MlOps.Build.Tracking.Tests;

/// <summary>Trials of several processes at once, one of which is killed.</summary>
public sealed class ManyProcessesTests : IDisposable
{
    private const int Trials = 150;
    private readonly RunFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Processes_write_at_once_and_one_that_is_killed_takes_nothing_along()
    {
        var writers = Enumerable.Range(0, 3).Select(place => WriterProcess.Start(_folder.File, 1 + (place * 100_000), Trials)).ToList();
        using var victim = WriterProcess.Start(_folder.File, 900_000, 100_000);
        var told = Enumerable.Range(0, 20).Select(_ => victim.StandardOutput.ReadLine()!).ToList();

        SeesWholeRuns();
        victim.Kill();
        told.AddRange(victim.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Length == 32));
        victim.WaitForExit();
        foreach (var writer in writers)
        {
            told.AddRange(writer.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
            writer.WaitForExit();
            writer.ExitCode.ShouldBe(0);
            writer.Dispose();
        }

        IntegrityCheck().ShouldBe("ok");
        using var reader = RunReader.Open(_folder.File);
        var runs = reader.Search(new RunSearch(), steps: true).ToDictionary(run => run.Id);
        told.ShouldAllBe(id => runs.ContainsKey(id));
        told.Count.ShouldBeGreaterThanOrEqualTo((3 * Trials) + 20);
        told.ShouldAllBe(id => runs[id].Status == RunStatus.Finished && runs[id].Metrics.Count == WriterProcess.Readings);
        // At most the one that the killed process had begun.
        runs.Values.Count(run => run.Status != RunStatus.Finished).ShouldBeLessThanOrEqualTo(1);
        runs.Values.Where(run => run.Status != RunStatus.Finished).ShouldAllBe(run => run.Status == RunStatus.Killed);
    }

    // Of each run all settings, and of its readings none or all.
    private void SeesWholeRuns()
    {
        for (var look = 0; look < 5; look++)
        {
            using var reader = RunReader.Open(_folder.File);
            foreach (var run in reader.Search(new RunSearch(), steps: true))
            {
                run.Parameters.Count.ShouldBe(3);
                (run.Metrics.Count is 0 or WriterProcess.Readings).ShouldBeTrue();
                (run.End is null || run.Metrics.Count == WriterProcess.Readings).ShouldBeTrue();
            }
        }
    }

    private string IntegrityCheck()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
