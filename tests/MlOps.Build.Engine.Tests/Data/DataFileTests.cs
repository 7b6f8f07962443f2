using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class DataFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-data-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_data_files_there_is_an_error()
    {
        Errors([]).ShouldHaveSingleItem().ShouldStartWith("error MLOPS1001: there is no data file.");
    }

    [Fact]
    public void Each_file_that_does_not_exist_is_named() =>
        Errors([Source("a.csv"), Source("none/b.csv")]).ShouldBe(
        [
            "data/a.csv: error MLOPS1001: the data file does not exist. Add it, or change MlOpsData.",
            "data/none/b.csv: error MLOPS1001: the data file does not exist. Add it, or change MlOpsData.",
        ]);

    [Fact]
    public void An_empty_folder_in_place_of_a_file_has_no_data()
    {
        _folder.CreateSubdirectory("a.csv");
        Errors([Source("a.csv")]).ShouldHaveSingleItem().ShouldStartWith("data/a.csv: error MLOPS1165: the folder has no data file: ");
    }

    [Fact]
    public void A_file_is_described_by_size_and_hash()
    {
        // The SHA-256 of "abc" is the example of FIPS 180-4.
        File.WriteAllText(Path.Combine(_folder.FullName, "abc.csv"), "abc");
        DataFiles.Describe(Source("abc.csv"))
            .ShouldBe(new DataFile("data/abc.csv", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "a.csv"), "a,b\n1,2\n", new UTF8Encoding(false));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => TableReader.Read([Source("a.csv")], null, [], cancelled.Token));
    }

    private List<string> Errors(IReadOnlyList<DataSource> sources)
    {
        var diagnostics = new DiagnosticBag();
        TableReader.Read(sources, null, diagnostics, TestContext.Current.CancellationToken).ShouldBeNull();
        return [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
    }

    private DataSource Source(string name) => new(Path.Combine(_folder.FullName, name), "data/" + name);
}
