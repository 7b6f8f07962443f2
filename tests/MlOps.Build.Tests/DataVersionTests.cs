using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Tests;

/// <summary>Builds whose data are kept elsewhere: what they say, what they fetch, what they refuse.</summary>
public sealed class DataVersionTests : IDisposable
{
    private readonly ModelFolder _model = new();
    private readonly string _text = ModelFolder.Data();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Pinned_data_are_asked_for_fetched_on_request_and_held_against_the_lock()
    {
        Take("Source=\"../store/data.csv\"");
        _model.Write("store/data.csv", _text);
        var run = _model.Build("-t:MlOpsValidateData");
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain("data.csv : error MLOPS1071: '../store/data.csv' is not in mlops.lock. Pin it with 'mlops data update'.");

        _model.Write("Model/mlops.lock",
            $"../store/data.csv {_text.Length} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text)))}\n");
        _model.Build("--no-restore", "-t:MlOpsValidateData").Output.ShouldContain("error MLOPS1068: the data file is not there yet");
        _model.Build("--no-restore", "-p:MlOpsPullData=true").ShouldSucceed().Lines.ShouldContain("pull      data.csv");
        File.ReadAllText(Path.Combine(_model.Output, "evidence.json")).ShouldContain("\"source\": \"../store/data.csv\"");

        _model.Write("Model/data.csv", _text + "1,2,red,yes\n");
        _model.Build("--no-restore", "-t:MlOpsValidateData").Output.ShouldContain("error MLOPS1069: the data differ from what mlops.lock pins");
    }

    [Fact]
    public void Data_that_the_lock_pins_to_the_web_come_once_and_are_held_against_it_and_then_no_server_is_needed()
    {
        var content = Encoding.UTF8.GetBytes(_text);
        using (var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, content)))
        {
            Take($"Source=\"{server.Url}/store/data.csv\"");
            _model.Write("Model/mlops.lock", $"{server.Url}/store/data.csv {content.Length} {Convert.ToHexStringLower(SHA256.HashData(content))}\n");

            content = [.. content.Reverse()];
            _model.Build("-t:MlOpsValidateData", "-p:MlOpsPullData=true").Output.ShouldContain("error MLOPS1065");
            Directory.EnumerateFiles(_model.At("Model"), "data.csv*").ShouldBeEmpty();

            content = [.. content.Reverse()];
            var run = _model.Build("--no-restore", "-p:MlOpsPullData=true").ShouldSucceed();
            run.Lines.ShouldContain("pull      data.csv");
            run.Ran.ShouldContain("data");
            File.ReadAllText(Path.Combine(_model.Output, "evidence.json")).ShouldContain($"\"source\": \"{server.Url}/store/data.csv\"");
            server.Requests.Count(request => request.Method == "GET").ShouldBe(2);
        }

        _model.Build("--no-restore", "-p:MlOpsPullData=true").ShouldSucceed().Ran.ShouldBeEmpty();
    }

    [Fact]
    public void DVCs_data_are_asked_for_fetched_on_request_and_a_change_is_a_warning()
    {
        Take("");
        var md5 = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(_text)));
        _model.Write("Model/.dvc/config", "[core]\nremote = s\n['remote \"s\"']\nurl = ../../store\n");
        _model.Write($"store/files/md5/{md5[..2]}/{md5[2..]}", _text);
        _model.Write("Model/data.csv.dvc", $"outs:\n- md5: {md5}\n  size: {_text.Length}\n  hash: md5\n  path: data.csv\n");
        _model.Build("-t:MlOpsValidateData").Output
            .ShouldContain("error MLOPS1068: the data are not there yet; 'data.csv.dvc' versions them. Fetch them with 'mlops data pull'");
        _model.Build("--no-restore", "-t:MlOpsValidateData", "-p:MlOpsPullData=true").ShouldSucceed().Ran.ShouldBe(["data"]);

        _model.Write("Model/data.csv", _text + "1,2,red,yes\n");
        _model.Build("--no-restore", "-t:MlOpsValidateData").ShouldSucceed().Output
            .ShouldContain("warning MLOPS1069: the data differ from what 'data.csv.dvc' names");
    }

    [Theory]
    [InlineData("data/**/*.csv")]
    [InlineData("data/")]
    public void The_build_that_pulls_sees_what_came_by_a_pattern_or_in_a_folder(string include)
    {
        Take("Partitioned=\"true\"", include);
        _model.Write("Model/.dvc/config", "[core]\nremote = s\n['remote \"s\"']\nurl = ../../store\n");
        foreach (var (year, rows) in new[] { ("2023", 100), ("2024", 60) })
        {
            var text = ModelFolder.Data(rows);
            var md5 = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
            _model.Write($"store/files/md5/{md5[..2]}/{md5[2..]}", text);
            _model.Write($"Model/data/year={year}/part.csv.dvc", $"outs:\n- md5: {md5}\n  size: {text.Length}\n  hash: md5\n  path: part.csv\n");
        }

        _model.Build("-t:MlOpsValidateData").Output.ShouldContain("error MLOPS1068: the data are not there yet; 'data/year=2023/part.csv.dvc' versions them.");
        var run = _model.Build("--no-restore", "-t:MlOpsValidateData", "-p:MlOpsPullData=true").ShouldSucceed();
        run.Lines.ShouldContain("pull      data/year=2024/part.csv");
        run.Output.ShouldContain("160 rows, 5 columns");
        _model.Build("--no-restore", "-t:MlOpsValidateData", "-p:MlOpsPullData=true").ShouldSucceed().Ran.ShouldBeEmpty();
    }

    [Fact]
    public void A_build_runs_no_query_and_says_what_does()
    {
        Take("Source=\"data.sql\"");
        _model.Write("Model/data.sql", "-- source: postgres\nSELECT 1 AS a, 2 AS b ORDER BY a\n");
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("-- source: postgres\nSELECT 1 AS a, 2 AS b ORDER BY a\n")))[..12];
        _model.Write("Model/mlops.lock", $"data.sql#{mark} {_text.Length} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text)))}\n");
        _model.Build("-t:MlOpsValidateData", "-p:MlOpsPullData=true").Output
            .ShouldContain("error MLOPS1075: 'data.sql' is a query, and a build runs none: it would need the database and its credentials. Run 'mlops data pull' before the build.");
        _model.Write("Model/data.csv", _text);
        _model.Build("--no-restore", "-t:MlOpsValidateData").ShouldSucceed();
        _model.Write("Model/data.sql", "-- source: postgres\nSELECT 3 AS a, 2 AS b ORDER BY a\n");
        _model.Build("--no-restore", "-t:MlOpsValidateData").Output.ShouldContain("error MLOPS1071: 'data.sql#");
    }

    private void Take(string attributes, string include = "data.csv")
    {
        File.Delete(_model.At("Model/data.csv"));
        var project = File.ReadAllText(_model.At("Model/Model.csproj"));
        _model.Write("Model/Model.csproj",
            project.Replace("<MlOpsData Include=\"data.csv\" />", $"<MlOpsData Include=\"{include}\" {attributes} />", StringComparison.Ordinal));
    }
}
