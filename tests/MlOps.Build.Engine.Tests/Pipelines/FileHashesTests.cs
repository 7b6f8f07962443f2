using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

public sealed class FileHashesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // printf abc | sha256sum; FIPS 180-2, appendix B.1.
    [Fact]
    public void The_hash_is_the_files_SHA_256() =>
        Hashes().Of(_folder.Write("a.txt", "abc")).ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void A_remembered_file_is_not_read()
    {
        var file = _folder.Write("a.txt", "abc");
        var first = Hashes();
        first.Of(file);
        first.Save();
        var second = Hashes();
        second.Of(file);
        second.Reads.ShouldBe(0);
    }

    [Fact]
    public void A_file_that_another_replaced_is_read_again_though_size_and_time_are_the_same()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells the inode");
        var file = _folder.Write("a.txt", "abc");
        var hashes = Hashes();
        var before = hashes.Of(file);
        File.Move(_folder.Write("b.txt", "xyz"), file, overwrite: true);
        hashes.Of(file).ShouldNotBe(before);
    }

    [Fact]
    public void A_file_changed_a_moment_ago_is_read_again()
    {
        var file = _folder.Write("a.txt", "abc");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        var hashes = Hashes();
        hashes.Of(file);
        hashes.Of(file);
        hashes.Reads.ShouldBe(2);
    }

    [Fact]
    public void A_file_that_is_not_there_has_no_hash() => Hashes().Of(_folder.File("none")).ShouldBeNull();

    [Fact]
    public void A_memory_that_is_damaged_is_no_memory()
    {
        File.WriteAllText(_folder.File(".hashes"), "nonsense\n\n1 2 3 4 5\n");
        var hashes = Hashes();
        hashes.Of(_folder.Write("a.txt", "abc")).ShouldNotBeNull();
        hashes.Reads.ShouldBe(1);
    }

    private FileHashes Hashes() => new(_folder.File(".hashes"));
}
