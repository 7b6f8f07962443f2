using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Folders;

namespace MlOps.Build.Engine.Tests.Data.Partitions;

/// <summary>Folders and patterns as data: which files they mean, in which order, and where they end.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-folders-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Data_files_are_found_in_an_order_of_their_own_and_the_tools_files_are_not_data()
    {
        foreach (var file in (string[])["z.csv", "B.csv", "a.csv", "b/1.csv.gz", "b/10.csv", "b/9.tsv", "b/x.parquet.txt", "README.md", ".c.csv", "_SUCCESS", "_tmp/1.csv", ".dvc/cache/1.csv", "q.csv.dvc", "p.csv.zst"])
            Touch(file);
        Below(DataFolder.Files(_folder)).ShouldBe(["a.csv", "B.csv", "b/1.csv.gz", "b/10.csv", "b/9.tsv", "p.csv.zst", "z.csv"]);
    }

    // An ending of a compression that is not read is data too: left out, half a table would be read without a word.
    [Fact]
    public void A_file_of_an_unknown_compression_is_not_left_out()
    {
        Touch("a.csv");
        Touch("b.csv.xz");
        Messages("data").ShouldHaveSingleItem().ShouldStartWith("data/b.csv.xz: error MLOPS1161: '.xz' files cannot be read.");
    }

    [Fact]
    public void A_folder_without_data_says_so()
    {
        Touch("README.md");
        Messages("data").ShouldHaveSingleItem().ShouldStartWith("data: error MLOPS1165: the folder has no data file: none ends in .csv, .tsv, ");
    }

    [Fact]
    public void Links_that_lead_elsewhere_or_in_circles_are_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right on Windows");
        Touch("data/a.csv");
        Touch("other/b.csv");
        foreach (var (link, target, reason) in new[]
        {
            ("data/loop", "..", "links to folders are not followed. Name the folder that it leads to as data of its own."),
            ("data/self.csv", "self.csv", "it leads round in a circle. Replace it by the file."),
            ("data/out.csv", "../other/b.csv", "it leads out of the folder. Name the file that it leads to as data of its own."),
            ("data/passwd.csv", "/etc/passwd", "it leads out of the folder. Name the file that it leads to as data of its own."),
        })
        {
            File.CreateSymbolicLink(Path.Combine(_folder, link), target);
            Messages("data", "data").ShouldHaveSingleItem().ShouldBe($"data: error MLOPS1166: '{link[5..]}' is a link: {reason}");
            File.Delete(Path.Combine(_folder, link));
        }
    }

    [Fact]
    public void A_link_out_by_a_folder_that_is_not_looked_into_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right on Windows");
        Touch("other/b.csv");
        Touch("data/a.csv");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "data", "_hidden"), "../other");
        File.CreateSymbolicLink(Path.Combine(_folder, "data", "b.csv"), "_hidden/b.csv");
        Messages("data", "data").ShouldHaveSingleItem().ShouldContain("error MLOPS1166: 'b.csv' is a link: it leads out of the folder");
    }

    [Fact]
    public void Links_within_the_folder_and_into_a_cache_of_DVC_are_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right on Windows");
        Touch("data/a.csv");
        Touch("cache/files/md5/12/3456");
        File.CreateSymbolicLink(Path.Combine(_folder, "data", "b.csv"), "a.csv");
        File.CreateSymbolicLink(Path.Combine(_folder, "data", "c.csv"), Path.Combine(_folder, "cache", "files", "md5", "12", "3456"));
        Below(DataFolder.Files(Path.Combine(_folder, "data"))).ShouldBe(["data/a.csv", "data/b.csv", "data/c.csv"]);
        Messages("data", "data").ShouldBeEmpty();
    }

    // What MSBuild 17 gives for the same patterns over the same files, in its order.
    [Theory]
    [InlineData("d/*.csv", "d/10.csv d/9.csv d/aa.csv d/b.csv")]
    [InlineData("d/**/*.csv", "d/10.csv d/9.csv d/a/2.csv d/a/z/3.csv d/aa.csv d/b.csv d/year=1/4.csv")]
    [InlineData("d/year=*/*.csv", "d/year=1/4.csv")]
    [InlineData("d/?.csv", "d/9.csv d/b.csv")]
    [InlineData("d/**/z/*.*", "d/a/z/3.csv")]
    [InlineData("d/a/**", "d/a/2.csv d/a/z/3.csv")]
    [InlineData("nowhere/**/*.csv", "")]
    public void A_pattern_means_the_files_that_MSBuild_finds(string pattern, string files)
    {
        foreach (var file in (string[])["d/b.csv", "d/a/2.csv", "d/aa.csv", "d/10.csv", "d/9.csv", "d/a/z/3.csv", "d/year=1/4.csv", "d/x.txt"])
            Touch(file);
        Below(PathPattern.Find(_folder, pattern)).ShouldBe(files.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Below(PathPattern.Find("/", Path.Combine(_folder, pattern))).ShouldBe(files.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_pattern_over_a_circle_of_links_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right on Windows");
        Touch("d/a.csv");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "d", "loop"), "..");
        Below(PathPattern.Find(_folder, "**/*.csv")).ShouldBe(["d/a.csv"]);
    }

    private List<string> Messages(string name, string path = "")
    {
        var diagnostics = new DiagnosticBag();
        TableReader.Read([new DataSource(Path.Combine(_folder, path), name)], null, diagnostics, TestContext.Current.CancellationToken);
        return Tables.Lines(diagnostics);
    }

    private IEnumerable<string> Below(IEnumerable<string> files) => files.Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/'));

    private void Touch(string path)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "id,b\n1,2\n");
    }
}
