using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using MlOps.Build.Engine.Registry.Feeds;

namespace MlOps.Build.Feeds.Tests;

/// <summary>Many processes push to one folder at once.</summary>
public sealed class FolderRaceTests : IDisposable
{
    private const int Workers = 6;
    private const int Versions = 21;
    private readonly TempFolder _temp = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_126_pushes_by_six_processes_each_version_has_one_winner_whose_bytes_stay(bool isExpanded)
    {
        var root = _temp.Folder("feed");
        if (isExpanded)
            Seed(root);
        var processes = Enumerable.Range(0, Workers).Select(worker => Start(root, worker, Versions)).ToList();
        foreach (var process in processes)
            await EndAsync(process);

        var results = Enumerable.Range(0, Workers).SelectMany(worker => File.ReadLines(_temp.File($"out{worker}"))).Select(line => line.Split(' ')).ToList();
        results.Count.ShouldBe(Workers * Versions);
        var files = Directory.EnumerateFiles(root, "bird.strikes.*.nupkg", new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive })
            .ToDictionary(file => FeedVersion.Parse(Path.GetFileNameWithoutExtension(file)[(PushWorker.Id.Length + 1)..])!.Normalized);
        files.Count.ShouldBe(Versions);
        foreach (var version in results.GroupBy(result => result[0]))
        {
            var winner = version.Where(result => result[1] == "Pushed").ShouldHaveSingleItem();
            var others = int.Parse(version.Key, CultureInfo.InvariantCulture) % 3 == 0 ? "AlreadyThere" : "Conflict";
            version.Count(result => result[1] == others).ShouldBe(Workers - 1, $"version {version.Key}");
            Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(files[$"{version.Key}.0.0"]))).ShouldBe(winner[2]);
        }

        (await new FolderFeed(root).VersionsAsync(PushWorker.Id, Token)).Count.ShouldBe(Versions);
        TempFolder.Files(root).ShouldAllBe(path => !path.EndsWith(".tmp"));
    }

    [Fact]
    public async Task A_killed_push_leaves_no_half_file_under_a_packages_name()
    {
        var root = _temp.Folder("feed");
        using var watcher = new FileSystemWatcher(root, "*.nupkg");
        var seen = new TaskCompletionSource();
        watcher.Created += (_, _) => seen.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using var process = Start(root, 0, 10_000);
        await Task.WhenAny(seen.Task, process.WaitForExitAsync(Token));
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Token);

        var packages = Directory.GetFiles(root, "*.nupkg");
        packages.ShouldNotBeEmpty();
        packages.ShouldAllBe(file => PackageIdentity.Read(file) != null);
        var next = TestPackage.Write(_temp.File("p.nupkg"), PushWorker.Id, "20000.0.0");
        (await new FolderFeed(root).PushAsync(next, PushWorker.Id, "20000.0.0", Token)).ShouldBe(PushOutcome.Pushed);
        TempFolder.Files(root).ShouldAllBe(path => !path.EndsWith(".tmp"));
    }

    // Where there are no hard links, a rename has to do.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_name_is_taken_once_by_threads_that_hold_no_lock(bool byRename)
    {
        Assert.SkipUnless(!byRename || OperatingSystem.IsLinux(), "renameat2 is a call of Linux");
        for (var round = 0; round < 50; round++)
        {
            var target = _temp.File($"{round}.nupkg");
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
            {
                var beside = _temp.Write($"{round}.{thread}.tmp", thread.ToString(CultureInfo.InvariantCulture));
                return (byRename ? ExclusiveName.TryRename(beside, target) : ExclusiveName.TryTake(beside, target)) ? thread : -1;
            }, Token)));
            File.ReadAllText(target).ShouldBe(taken.Where(thread => thread >= 0).ShouldHaveSingleItem().ToString(CultureInfo.InvariantCulture));
        }
    }

    private Process Start(string root, int worker, int count) => DotnetProcess.Start(
        _temp.Folder($"worker{worker}"),
        new Dictionary<string, string>
        {
            ["MLOPS_TEST_FOLDER"] = root,
            ["MLOPS_TEST_NUMBER"] = worker.ToString(CultureInfo.InvariantCulture),
            ["MLOPS_TEST_COUNT"] = count.ToString(CultureInfo.InvariantCulture),
            ["MLOPS_TEST_OUT"] = _temp.File($"out{worker}"),
        },
        typeof(PushWorker).Assembly.Location, "-class", typeof(PushWorker).FullName!, "-explicit", "only");

    private static async Task EndAsync(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync(Token);
            var output = await process.StandardOutput.ReadToEndAsync(Token);
            await process.WaitForExitAsync(Token);
            process.ExitCode.ShouldBe(0, output + await error);
        }
    }

    private static void Seed(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "seed", "1.0.0")).FullName;
        TestPackage.Write(Path.Combine(folder, "seed.1.0.0.nupkg"), "Seed", "1.0.0");
    }
}
