using System.Security.Cryptography;
using System.Text.Json;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Tool.Tests;

/// <summary><c>mlops data pull</c> of the repository laid out by hand, from a web server and a bucket that answer well, badly and not whole.</summary>
public sealed class DataNetworkTests : IDisposable
{
    private const string Model = "/files/md5/69/e98c743bbfc37bc85fcc0fba3ed46e";
    private static readonly string Expected = Path.Combine(AppContext.BaseDirectory, "Dvc");

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_repository_is_pulled_over_HTTP_by_several_connections_and_every_file_is_the_recorded_one()
    {
        using var met = new ManualResetEventSlim();
        var open = 0;
        using var server = new FakeServer((request, _) =>
        {
            // The first request is held until another one has come, which transfers one after another never do.
            if (request.Path.EndsWith(".dir", StringComparison.Ordinal))
                return Serve(request);
            if (Interlocked.Increment(ref open) > 1)
                met.Set();
            met.Wait(TimeSpan.FromSeconds(30));
            return Serve(request);
        });
        Lay("project", server.Url);

        var run = Pull("project");

        run.ExitCode.ShouldBe(0, run.Error);
        met.IsSet.ShouldBeTrue();
        Whole("project");
        server.Requests.Where(request => request.Method == "GET").Select(request => request.Path).ShouldBeUnique();
        var before = server.Requests.Count;
        Pull("project").ExitCode.ShouldBe(0);
        server.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public void A_connection_that_breaks_is_taken_up_where_it_broke()
    {
        var broken = 0;
        using var server = new FakeServer((request, _) =>
            Serve(request) is { Status: 200, Body.Length: > 4 } answer && Interlocked.Exchange(ref broken, 1) == 0 ? answer with { CutAfter = 3 } : Serve(request));
        Lay("project", server.Url);

        Pull("project").ExitCode.ShouldBe(0);

        server.Requests.Where(request => request.From is not null).ShouldHaveSingleItem().From.ShouldBe(3);
        Whole("project");
    }

    [Theory]
    [InlineData(403, "error MLOPS1072")]
    [InlineData(404, "error MLOPS1073")]
    public void An_answer_that_stays_the_same_is_named_at_its_output_and_not_asked_for_again(int status, string error)
    {
        using var server = new FakeServer((request, _) => request.Path == Model ? new FakeAnswer(status, []) : Serve(request));
        Lay("project", server.Url);

        var run = Pull("project");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"dvc.lock(6,7): {error}");
        run.Error.ShouldContain("69/e98c743bbfc37bc85fcc0fba3ed46e");
        server.Requests.Count(request => request.Path == Model && request.Method == "GET").ShouldBe(1);
        File.Exists(_folder["project/out/model.bin"]).ShouldBeFalse();
        Partial("project").ShouldBeEmpty();
    }

    [Fact]
    public void An_object_whose_MD5_is_another_is_thrown_away()
    {
        using var server = new FakeServer((request, _) => request.Path == Model ? FakeAnswer.Ranged(request, "0123456"u8.ToArray()) : Serve(request));
        Lay("project", server.Url);

        var run = Pull("project");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("error MLOPS1065");
        File.Exists(_folder["project/out/model.bin"]).ShouldBeFalse();
        Partial("project").ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_processes_that_pull_at_once_into_one_cache_both_have_every_file()
    {
        using var server = new FakeServer((request, _) => Serve(request));
        foreach (var project in new[] { "one", "two" })
            Lay(project, server.Url, $"[cache]\n    dir = {_folder["shared"]}\n");
        var variables = _folder.Variables.Where(variable => variable.Key != "PATH").ToDictionary();

        var runs = await Task.WhenAll(new[] { "one", "two" }.Select(project => ToolProcess.RunAsync(_folder[project], variables, "data", "pull")));

        runs.ShouldAllBe(run => run.Code == 0, string.Join('\n', runs.Select(run => run.Output)));
        Whole("one");
        Whole("two");
        foreach (var file in Directory.EnumerateFiles(_folder["shared/files/md5"], "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".dir", StringComparison.Ordinal)))
            Convert.ToHexStringLower(MD5.HashData(File.ReadAllBytes(file))).ShouldBe(Path.GetFileName(Path.GetDirectoryName(file)) + Path.GetFileName(file));
    }

    // The environment of a process: the client of S3 reads it by itself.
    [Fact]
    public async Task The_credentials_of_the_environment_sign_what_is_asked_of_a_bucket()
    {
        using var server = new FakeServer((request, _) => Serve(request, "/birds/store"));
        Lay("project", "s3://birds/store");
        var variables = new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = "KEYOFTHETEST",
            ["AWS_SECRET_ACCESS_KEY"] = "hunter2",
            ["AWS_SESSION_TOKEN"] = "session3",
            ["AWS_ENDPOINT_URL"] = server.Url,
            ["AWS_REGION"] = "eu-central-1",
        };

        var (code, output) = await ToolProcess.RunAsync(_folder["project"], variables, "data", "pull");

        code.ShouldBe(0, output);
        Whole("project");
        server.Requests.ShouldAllBe(request => request.Headers["authorization"].StartsWith("AWS4-HMAC-SHA256 Credential=KEYOFTHETEST/"));
        server.Requests.ShouldAllBe(request => request.Headers["authorization"].Contains("/eu-central-1/s3/aws4_request") && request.Headers["x-amz-security-token"] == "session3");
        (output + string.Concat(server.Requests.SelectMany(request => request.Headers.Values))).ShouldNotContain("hunter2");
    }

    private ToolRun Pull(string project) => _folder.In(project).Run("data", "pull");

    private void Lay(string project, string url, string cache = "")
    {
        var source = Path.Combine(Expected, "Repository", "project");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            _folder.Write(Path.Combine(project, Path.GetRelativePath(source, file)), File.ReadAllText(file));
        _folder.Write($"{project}/.dvc/config", $"[core]\n    remote = storage\n['remote \"storage\"']\n    url = {url}\n{cache}");
    }

    private void Whole(string project)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Expected, "dvc_expected.json")));
        foreach (var file in expected.RootElement.GetProperty("repository").EnumerateObject())
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder[$"{project}/{file.Name}"]))).ShouldBe(file.Value.GetString(), file.Name);
    }

    private IEnumerable<string> Partial(string project) =>
        Directory.EnumerateFiles(_folder[project], "*.part*", SearchOption.AllDirectories);

    private static FakeAnswer Serve(FakeRequest request, string prefix = "")
    {
        var path = Path.Combine(Expected, "Repository", "remote", request.Path.Split('?')[0][prefix.Length..].TrimStart('/'));
        return File.Exists(path) ? FakeAnswer.Ranged(request, File.ReadAllBytes(path)) : new FakeAnswer(404, []);
    }
}
