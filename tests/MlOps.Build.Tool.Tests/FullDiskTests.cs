using System.IO.Compression;
using System.Text;
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

        run.ShouldBe("error MLOPS0201: cannot write the result", "mlops.lock: # older");
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
    public void A_data_file_that_does_not_fit_unpacked_is_an_error_of_the_machine_and_leaves_nothing()
    {
        using (var file = new GZipStream(File.Create(_folder["big.csv.gz"]), CompressionLevel.Fastest))
            file.Write(Encoding.ASCII.GetBytes("a\n" + string.Concat(Enumerable.Range(0, 500_000).Select(i => $"{i}\n"))));

        var run = Run("export TMPDIR=$PWD/disk", "validate --data big.csv.gz");

        run.ShouldBe($"error MLOPS0201: cannot write the unpacked 'big.csv.gz' to '{_folder["disk"]}/': no space is left there.");
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
                + "cd disk; for f in $(find . -type f -printf '%P\\n' | grep -vE 'fill|csproj|a.csv' | sort); do echo \"FILE $f: $(head -c 100 $f)\"; done; exit $code");
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
