using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Tool.Tests;

/// <summary>Disks that are full at the wrong moment: file systems of a megabyte, in a namespace of the test's own, in which the older file has to stay.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public FullDiskTests() => Directory.CreateDirectory(_folder["disk"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_download_that_does_not_fit_is_an_error_and_the_lock_stays()
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, new byte[3 << 20]));
        _folder.Write("Model.csproj", Project("big.bin", $"{server.Url}/big.bin"));

        var run = Run("echo '# older' > disk/mlops.lock", "data update -p disk");

        run.ShouldBe($"error MLOPS0201: cannot write 'big.bin' to '{_folder["disk"]}': no space is left there.", "mlops.lock: # older");
    }

    [Fact]
    public void A_lock_that_does_not_fit_is_an_error_and_the_older_one_stays()
    {
        _folder.Write("store/a.csv", "a\n1\n");
        _folder.Write("Model.csproj", Project("a.csv", _folder["store/a.csv"]));

        var run = Run("cp store/a.csv disk; echo '# older' > disk/mlops.lock; head -c 2000000 /dev/zero > disk/fill", "data update -p disk");

        run.ShouldBe("error MLOPS0201", "mlops.lock: # older");
    }

    [Fact]
    public void A_contract_that_does_not_fit_is_an_error_and_the_older_one_stays()
    {
        _folder.Write("suite.json", """{"expectations": [{"type": "expect_column_values_to_be_unique", "kwargs": {"column": "x"}}]}""");

        var run = Run("echo '# older' > disk/schema.yaml; head -c 2000000 /dev/zero > disk/fill", "expectations import suite.json -o disk/schema.yaml");

        run.ShouldBe("error MLOPS0201", "schema.yaml: # older");
    }

    [Fact]
    public void A_query_whose_rows_do_not_fit_is_an_error_and_lock_and_data_stay()
    {
        LayQuery();

        var run = Run("cp big.sql empty.db disk; echo '# older' > disk/mlops.lock; echo older > disk/data.csv", "data update -p disk");

        run.ShouldBe($"error MLOPS0201: cannot write 'data.csv' to '{_folder["disk"]}': no space is left there.", "data.csv: older", "mlops.lock: # older");
    }

    [Fact]
    public void A_pinned_query_that_does_not_fit_is_an_error_and_leaves_nothing()
    {
        LayQuery();
        _folder.Run("data", "update", "-p", ".").ExitCode.ShouldBe(0);

        var run = Run("cp big.sql empty.db mlops.lock disk", "data pull -p disk");

        run.ShouldBe($"error MLOPS0201: cannot write 'data.csv' to '{_folder["disk"]}': no space is left there.", $"mlops.lock: {File.ReadAllLines(_folder["mlops.lock"])[0]}");
    }

    [Fact]
    public void Predictions_that_do_not_fit_are_an_error_and_the_older_ones_stay()
    {
        TinyPackage.Write(_folder);
        _folder.Write("new.csv", "x,place\n" + string.Concat(Enumerable.Repeat("0.123456789,a\n", 100_000)));

        var run = Run("echo older > disk/out.csv", "predict rain.nupkg new.csv --output disk/out.csv");

        run.ShouldBe($"error MLOPS0201: cannot write the result to '{_folder["disk"]}': no space is left there.", "out.csv: older");
    }

    [Fact]
    public void A_data_file_that_does_not_fit_unpacked_is_an_error_of_the_machine_and_leaves_nothing()
    {
        using (var file = new GZipStream(File.Create(_folder["big.csv.gz"]), CompressionLevel.Fastest))
            file.Write(Encoding.ASCII.GetBytes("a\n" + string.Concat(Enumerable.Range(0, 500_000).Select(i => $"{i}\n"))));

        var run = Run("export TMPDIR=$PWD/disk", "validate --data big.csv.gz");

        run.ShouldBe($"error MLOPS0201: cannot write the unpacked 'big.csv.gz' to '{_folder["disk"]}/': no space is left there.");
    }

    // 300,000 rows are more than a megabyte, and the database that gives them is small.
    private void LayQuery()
    {
        _folder.Write("big.sql", "-- source: sqlite:empty.db\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT i, i * 2 AS j FROM n ORDER BY i\n");
        _folder.Write("Model.csproj", Project("data.csv", "big.sql"));
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder["empty.db"], Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE t (a INTEGER)";
        command.ExecuteNonQuery();
    }

    private static string Project(string file, string source) =>
        $"<Project><ItemGroup><MlOpsData Include=\"{file}\" Source=\"{source}\" /></ItemGroup></Project>";

    // What the tool said, then the files of the disk but those that filled it.
    private DiskRun Run(string before, string arguments)
    {
        Assert.SkipUnless(ToolProcess.CanMount, "This system lets nobody mount a small file system (unshare -rm).");
        var (code, output) = ToolProcess.Unshared(
            _folder[""],
            $"mount -t tmpfs -o size=1m tmpfs disk; [ -f Model.csproj ] && cp Model.csproj disk; {{ {before}; }} 2>/dev/null; dotnet \"$0\" {arguments}; code=$?; "
                + "cd disk; for f in $(find . -type f -printf '%P\\n' | grep -vE 'fill|csproj|^a.csv|[.]sql|[.]db' | sort); do echo \"FILE $f: $(head -c 100 $f)\"; done; exit $code");
        return new DiskRun(code, output);
    }

    private sealed record DiskRun(int Code, string Output)
    {
        public void ShouldBe(string error, params string[] files)
        {
            Code.ShouldBe(3, Output);
            Output.ShouldContain(error);
            Output.Split('\n').Where(line => line.StartsWith("FILE ", StringComparison.Ordinal)).Select(line => line[5..]).ShouldBe(files, Output);
        }
    }
}
