using System.Security.Cryptography;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Tool.Tests;

/// <summary>A DVC repository whose remote is a container of Azure Blob Storage: a directory goes there, is listed, mended and comes back.</summary>
public sealed class DataAzureTests : IDisposable
{
    // More than are asked for one by one, and than stand on two pages of a listing.
    private const int Files = 230;
    private const string Store = "dvc/store/files/md5/";

    private readonly ToolFolder _folder = new();
    private readonly FakeBlobs _blobs = new("birds", "strikes");
    private readonly FakeServer _server;

    public DataAzureTests()
    {
        _server = new FakeServer((request, _) => _blobs.Answer(request));
        _folder.Variables["AZURE_STORAGE_CONNECTION_STRING"] = $"AccountName=birds;AccountKey=bm90LWEtc2VjcmV0LW9mLWFueWJvZHk=;BlobEndpoint={_server.Url}";
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_directory_is_pushed_listed_mended_and_pulled_elsewhere()
    {
        var here = Lay("here");
        for (var i = 0; i < Files; i++)
            here.Write($"data/part {i % 7}/ü{i}.csv", $"x,y\n{i},{i * i}\n");
        here.Run("data", "add", "data").ExitCode.ShouldBe(0);

        Push(here).ShouldBe($"{Files + 1} objects pushed, 1 of 1 outputs complete\n");
        _blobs.Blobs.Count.ShouldBe(Files + 1);
        foreach (var (name, content) in _blobs.Blobs)
            name.ShouldStartWith(Store + Convert.ToHexStringLower(MD5.HashData(content)).Insert(2, "/"));
        // The directory's list comes last, so that who sees it finds its files.
        _server.Requests.Last(request => request.Method == "PUT").Path.ShouldEndWith(".dir");

        var lost = _blobs.Blobs.Keys.First(name => !name.EndsWith(".dir", StringComparison.Ordinal));
        _blobs.Blobs.TryRemove(lost, out _).ShouldBeTrue();
        var before = _server.Requests.Count;
        Push(here).ShouldBe("1 objects pushed, 1 of 1 outputs complete\n");
        _server.Requests.Skip(before).Count(request => request.Path.Contains("comp=list", StringComparison.Ordinal)).ShouldBe((Files + FakeBlobs.PageSize - 1) / FakeBlobs.PageSize);
        _server.Requests.Skip(before).Where(request => request.Method == "PUT").ShouldHaveSingleItem().Path.ShouldBe($"/strikes/{lost}");

        var there = Lay("there");
        there.Write("data.dvc", File.ReadAllText(here["data.dvc"]));
        there.Run("data", "status").Output.ShouldBe("missing   data  (not in the cache)\n");
        var pull = there.Run("data", "pull");
        pull.ExitCode.ShouldBe(0, pull.Error);
        pull.Output.ShouldBe($"pulled    data  {Files} written, 0 unchanged, 0 removed\n");
        Contents(there).ShouldBe(Contents(here));
        there.Run("data", "status").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_key_that_is_not_the_accounts_is_one_error_and_nothing_comes()
    {
        var there = Lay("there");
        there.Write("data.dvc", "outs:\n- md5: 0cc175b9c0f1b6a831c399e269772661.dir\n  nfiles: 1\n  hash: md5\n  path: data\n");
        there.Variables["AZURE_STORAGE_CONNECTION_STRING"] = $"AccountName=other;AccountKey=d3Jvbmc=;BlobEndpoint={_server.Url}";

        var run = there.Run("data", "pull");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("error MLOPS1072");
        run.Error.ShouldContain("AuthenticationFailed");
        _server.Requests.Count.ShouldBe(1);
        Directory.Exists(there["data"]).ShouldBeFalse();
    }

    private ToolFolder Lay(string name)
    {
        var folder = _folder.In(name);
        folder.Write(".dvc/config", "[core]\n    remote = azure\n['remote \"azure\"']\n    url = azure://strikes/dvc/store\n");
        return folder;
    }

    private static string Push(ToolFolder folder)
    {
        var run = folder.Run("data", "push");
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output;
    }

    private static List<string> Contents(ToolFolder folder) =>
    [
        .. Directory.EnumerateFiles(folder["data"], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder["data"], file)}: {File.ReadAllText(file)}"),
    ];
}
