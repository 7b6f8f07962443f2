using System.Diagnostics;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Data that another process writes as they are read: <c>mlops validate --data &lt;(zcat data.csv.gz)</c>.</summary>
public sealed class PipeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PipeTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a file is without opening it.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Text_of_a_pipe_is_read_whole()
    {
        var source = Make("data.csv");
        _folder.Write("text", "n,t\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},row {i}\n")));
        // A reader that went away and came back would break it.
        using var writing = Process.Start("/bin/sh", ["-c", $"cat '{_folder.File("text")}' > '{source.Path}'"]);
        var table = await Task.Run(() => TableReader.Read([source], null, [], TestContext.Current.CancellationToken)).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await writing.WaitForExitAsync(TestContext.Current.CancellationToken);
        writing.ExitCode.ShouldBe(0);
        table.ShouldNotBeNull().RowCount.ShouldBe(50_000);
        table.Find("t").ShouldNotBeNull().Text(49_999).ShouldBe("row 49999");
    }

    [Theory]
    [InlineData("data.csv.gz")]
    [InlineData("data.csv.zst")]
    [InlineData("data.parquet")]
    public async Task What_is_read_in_more_than_one_place_cannot_come_from_a_pipe(string name)
    {
        var (source, diagnostics) = (Make(name), new DiagnosticBag());
        (await Task.Run(() => TableReader.Read([source], null, diagnostics, TestContext.Current.CancellationToken))
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldBe($"{name}: error MLOPS1023: the data file cannot be read: it is a named pipe, not a file. Write what it gives to a file, and name that.");
    }

    private DataSource Make(string name)
    {
        using var process = Process.Start("mkfifo", [_folder.File(name)]);
        process.WaitForExit();
        return new DataSource(_folder.File(name), name);
    }
}
