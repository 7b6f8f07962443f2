using System.Security.Cryptography;
using System.Text.Json;

namespace MlOps.Build.Tool.Tests;

/// <summary><c>mlops data</c> on a DVC repository that something else laid out by hand (dvc_expected.py of the engine's tests).</summary>
public sealed class DataDvcTests : IDisposable
{
    private static readonly string Expected = Path.Combine(AppContext.BaseDirectory, "Dvc");

    private readonly ToolFolder _folder = new();

    public DataDvcTests()
    {
        Copy(Path.Combine(Expected, "Repository", "project"), "");
        Copy(Path.Combine(Expected, "Repository", "remote"), "remote");
        _folder.Run("data", "init").ExitCode.ShouldBe(0);
        _folder.Write(".dvc/config", "[core]\n    remote = storage\n['remote \"storage\"']\n    url = ../remote\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_repository_is_pulled_and_every_file_is_the_recorded_one()
    {
        var run = _folder.Run("data", "pull", "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Json.GetProperty("outputs").GetArrayLength().ShouldBe(4);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Expected, "dvc_expected.json")));
        foreach (var file in expected.RootElement.GetProperty("repository").EnumerateObject())
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder[file.Name]))).ShouldBe(file.Value.GetString(), file.Name);
        _folder.Run("data", "status").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void An_output_of_a_pipeline_that_git_keeps_is_compared_when_it_is_there()
    {
        _folder.Run("data", "pull").ExitCode.ShouldBe(0);
        _folder.Write("out/metrics.json", "{}");
        var same = _folder.Run("data", "status", "--json");
        same.ExitCode.ShouldBe(0, same.Error);
        same.Json.GetProperty("outputs").GetArrayLength().ShouldBe(5);
        _folder.Write("out/metrics.json", "{\"auc\": 1}");
        var changed = _folder.Run("data", "status", "dvc.lock");
        (changed.ExitCode, changed.Output).ShouldBe((1, "current   out/model.bin\nchanged   out/metrics.json\n"));
        _folder.Run("data", "pull", "--force").Output.ShouldNotContain("metrics.json");
        File.ReadAllText(_folder["out/metrics.json"]).ShouldBe("{\"auc\": 1}");
    }

    [Fact]
    public void A_change_shows_in_the_status_and_is_added_pushed_and_pulled_elsewhere()
    {
        _folder.Run("data", "pull").ExitCode.ShouldBe(0);
        _folder.Write("data/train.csv", "x,y\n5,6\n");
        var status = _folder.Run("data", "status", "data");
        status.ExitCode.ShouldBe(1);
        status.Output.ShouldBe("changed   data\n");

        var added = _folder.Run("data", "add", "data", "--json");
        added.ExitCode.ShouldBe(0, added.Error);
        added.Json.GetProperty("added")[0].GetProperty("files").GetInt64().ShouldBe(4);
        _folder.Run("data", "push", "data").Output.ShouldBe("2 objects pushed, 1 of 1 outputs complete\n");

        Directory.Delete(_folder["data"], recursive: true);
        Directory.Delete(_folder[".dvc/cache"], recursive: true);
        _folder.Run("data", "pull", "data.dvc").Output.ShouldBe("pulled    data  4 written, 0 unchanged, 0 removed\n");
        File.ReadAllText(_folder["data/train.csv"]).ShouldBe("x,y\n5,6\n");
    }

    [Fact]
    public void A_local_change_is_kept_unless_forced()
    {
        _folder.Run("data", "pull").ExitCode.ShouldBe(0);
        _folder.Write("data/train.csv", "mine");
        var run = _folder.Run("data", "pull", "data");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("data.dvc(2,3): error MLOPS1067: 1 files have content that only this folder has (data/train.csv).");
        _folder.Run("data", "pull", "data", "--force").ExitCode.ShouldBe(0);
        File.ReadAllText(_folder["data/train.csv"]).ShouldNotBe("mine");
    }

    // The cache is a file system of one megabyte, in a namespace of the test's own.
    [Fact]
    public void A_full_disk_is_an_error_and_nothing_half_written_is_left()
    {
        Assert.SkipUnless(ToolProcess.CanMount, "This system lets nobody mount a small file system (unshare -rm).");
        var bytes = new byte[3 << 20];
        var md5 = Convert.ToHexStringLower(MD5.HashData(bytes));
        Directory.CreateDirectory(_folder[$"remote/files/md5/{md5[..2]}"]);
        Directory.CreateDirectory(_folder[".dvc/cache"]);
        File.WriteAllBytes(_folder[$"remote/files/md5/{md5[..2]}/{md5[2..]}"], bytes);
        _folder.Write("big.bin.dvc", $"outs:\n- md5: {md5}\n  size: {bytes.Length}\n  hash: md5\n  path: big.bin\n");
        var run = ToolProcess.Unshared(_folder[""], "mount -t tmpfs -o size=1m tmpfs .dvc/cache; dotnet \"$0\" data pull big.bin; code=$?; find .dvc/cache -type f; exit $code");
        run.Code.ShouldBe(3, run.Output);
        run.Output.ShouldStartWith("error MLOPS0201: cannot write");
        run.Output.TrimEnd().ShouldNotContain('\n');
        File.Exists(_folder["big.bin"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("pull", "nothing.csv", "nothing.csv: error MLOPS1081")]
    [InlineData("add", "nothing.csv", "nothing.csv: error MLOPS1081")]
    [InlineData("push", "--remote=other", "error MLOPS1063: there is no remote 'other'")]
    public void What_cannot_be_done_says_why(string verb, string argument, string error)
    {
        var run = _folder.Run("data", verb, argument);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(error);
    }

    [Fact]
    public void Outside_a_repository_the_way_out_is_named()
    {
        Directory.Delete(_folder[".dvc"], recursive: true);
        _folder.Run("data", "push").Error.ShouldContain("error MLOPS1060");
    }

    private void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = _folder[Path.Combine(to, Path.GetRelativePath(from, file))];
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
