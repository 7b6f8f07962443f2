using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Tool.Tests;

/// <summary><c>mlops.lock</c>: data outside git, pinned.</summary>
public sealed class DataLockTests : IDisposable
{
    private const string Head = "# Data outside git: source, size, SHA-256. Changed by 'mlops data update' alone.\n";

    private readonly ToolFolder _folder = new();

    public DataLockTests()
    {
        _folder.Write("store/b.csv", "b\n1\n");
        _folder.Write("store/outside.csv", "o\n1\n");
        _folder.Write("project/Model.csproj", """
            <Project>
              <ItemGroup>
                <MlOpsData Include="data/b.csv" Source="../store/b.csv" />
                <MlOpsData Include="../store/outside.csv" />
                <MlOpsData Include="data/own.csv" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("project/data/own.csv", "x\n1\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_update_fetches_and_pins_what_git_does_not_keep()
    {
        var run = _folder.Run("data", "update", "-p", "project", "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Json.GetProperty("written").GetBoolean().ShouldBeTrue();
        File.ReadAllText(_folder["project/data/b.csv"]).ShouldBe("b\n1\n");
        Lock().ShouldBe($"{Head}../store/b.csv 4 {Hash("b\n1\n")}\n../store/outside.csv 4 {Hash("o\n1\n")}\n");
        _folder.Run("data", "status", "-p", "project").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_new_content_shows_in_the_diff_and_only_an_update_takes_it()
    {
        _folder.Run("data", "update", "-p", "project").ExitCode.ShouldBe(0);
        var before = Lock();
        _folder.Write("store/b.csv", "b\n12\n");
        _folder.Run("data", "diff", "-p", "project").Output
            .ShouldStartWith($"differs   ../store/b.csv  4 bytes {Hash("b\n1\n")[..12]} -> 5 bytes {Hash("b\n12\n")[..12]}\nsame ");
        Lock().ShouldBe(before);

        File.Delete(_folder["project/data/b.csv"]);
        var pull = _folder.Run("data", "pull", "-p", "project");
        pull.ExitCode.ShouldBe(1);
        pull.Error.ShouldContain("error MLOPS1080");
        File.Exists(_folder["project/data/b.csv"]).ShouldBeFalse();

        _folder.Run("data", "update", "-p", "project").Output.ShouldStartWith("updated   ../store/b.csv");
        File.ReadAllText(_folder["project/data/b.csv"]).ShouldBe("b\n12\n");
    }

    [Fact]
    public void A_pull_brings_the_pinned_content_back()
    {
        _folder.Run("data", "update", "-p", "project").ExitCode.ShouldBe(0);
        File.Delete(_folder["project/data/b.csv"]);
        _folder.Run("data", "status", "-p", "project").Output.ShouldContain("missing   data/b.csv  ../store/b.csv\n");
        _folder.Run("data", "pull", "-p", "project").ExitCode.ShouldBe(0);
        File.ReadAllText(_folder["project/data/b.csv"]).ShouldBe("b\n1\n");
    }

    [Fact]
    public void A_local_change_is_kept_unless_forced()
    {
        _folder.Run("data", "update", "-p", "project").ExitCode.ShouldBe(0);
        _folder.Write("project/data/b.csv", "mine");
        _folder.Run("data", "pull", "-p", "project").Error.ShouldContain("data/b.csv: error MLOPS1067");
        _folder.Run("data", "pull", "-p", "project", "--force").ExitCode.ShouldBe(0);
        File.ReadAllText(_folder["project/data/b.csv"]).ShouldBe("b\n1\n");
    }

    [Fact]
    public void A_source_that_fails_keeps_its_line_while_the_others_are_updated()
    {
        _folder.Run("data", "update", "-p", "project").ExitCode.ShouldBe(0);
        _folder.Write("store/outside.csv", "o\n12\n");
        File.Delete(_folder["store/b.csv"]);

        var run = _folder.Run("data", "update", "-p", "project");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("error MLOPS1073");
        run.Output.ShouldBe($"updated   ../store/outside.csv  5 bytes  {Hash("o\n12\n")[..12]}\n");
        Lock().ShouldBe($"{Head}../store/b.csv 4 {Hash("b\n1\n")}\n../store/outside.csv 5 {Hash("o\n12\n")}\n");
        Directory.EnumerateFiles(_folder["project"], "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order()
            .ShouldBe(["Model.csproj", "b.csv", "mlops.lock", "own.csv"], ignoreOrder: true);
    }

    [Fact]
    public void A_source_on_the_web_is_pinned_compared_and_brought_back()
    {
        var content = "b\n1\n"u8.ToArray();
        using var server = new FakeServer((request, _) => request.Path == "/store/b.csv" ? FakeAnswer.Ranged(request, content) : new FakeAnswer(404, []));
        var source = $"{server.Url}/store/b.csv";
        _folder.Write("project/Model.csproj", $"<Project><ItemGroup><MlOpsData Include=\"data/b.csv\" Source=\"{source}\" /></ItemGroup></Project>");

        _folder.Run("data", "update", "-p", "project").ExitCode.ShouldBe(0);
        Lock().ShouldBe($"{Head}{source} 4 {Hash("b\n1\n")}\n");
        _folder.Run("data", "status", "-p", "project").ExitCode.ShouldBe(0);

        content = "b\n12\n"u8.ToArray();
        _folder.Run("data", "diff", "-p", "project").Output
            .ShouldStartWith($"differs   {source}  4 bytes {Hash("b\n1\n")[..12]} -> 5 bytes {Hash("b\n12\n")[..12]}\n");
        File.Delete(_folder["project/data/b.csv"]);
        var pull = _folder.Run("data", "pull", "-p", "project");
        (pull.ExitCode, File.Exists(_folder["project/data/b.csv"])).ShouldBe((1, false));
        content = "b\n1\n"u8.ToArray();
        _folder.Run("data", "pull", "-p", "project").ExitCode.ShouldBe(0);
        File.ReadAllText(_folder["project/data/b.csv"]).ShouldBe("b\n1\n");
    }

    [Theory]
    [InlineData("../store/b.csv 4\n", "error MLOPS1070")]
    [InlineData("../store/b.csv 4 ABC\n", "error MLOPS1070")]
    [InlineData("../store/b.csv 99999999999999999999 0000000000000000000000000000000000000000000000000000000000000000\n", "error MLOPS1070")]
    public void A_damaged_lock_is_an_error_at_its_line(string text, string error)
    {
        _folder.Write("project/mlops.lock", "# head\n" + text);
        var run = _folder.Run("data", "status", "-p", "project");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith($"mlops.lock(2): {error}");
    }

    [Theory]
    [InlineData("https://user:hunter2@example.org/x.csv")]
    [InlineData("https://example.org/x.csv?X-Amz-Signature=hunter2")]
    [InlineData("https://example.org/x.csv?sv=1&amp;sig=hunter2")]
    public void A_secret_is_never_pinned_or_shown(string source)
    {
        _folder.Write("project/Model.csproj", $"<Project><ItemGroup><MlOpsData Include=\"x.csv\" Source=\"{source}\" /></ItemGroup></Project>");
        var run = _folder.Run("data", "update", "-p", "project", "--json");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("error MLOPS1076");
        (run.Error + run.Output).ShouldNotContain("hunter2");
        File.Exists(_folder["project/mlops.lock"]).ShouldBeFalse();
    }

    private string Lock() => File.ReadAllText(_folder["project/mlops.lock"]);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
