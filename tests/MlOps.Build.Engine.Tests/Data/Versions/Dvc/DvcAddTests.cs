using System.Diagnostics;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Engine.Tests.Data.Versions.Dvc;

/// <summary>What adding and pushing leave, against what DVC's formats ask for.</summary>
public sealed class DvcAddTests
{
    [Fact]
    public async Task A_round_over_the_remote_brings_the_same_data_to_a_fresh_clone()
    {
        using var folder = new DvcFolder();
        folder.Write("data/a.csv", "1\n");
        folder.Write("data/deep/er/b.csv", "2\n");
        folder.Write("data/empty", "");
        folder.Add("data");
        (await folder.PushAsync()).ShouldBe(4);
        (await folder.PushAsync()).ShouldBe(0);
        Directory.Delete(folder["data"], recursive: true);
        Directory.Delete(folder[".dvc/cache"], recursive: true);
        folder.Pull().Single().Written.ShouldBe(3);
        folder.Diagnostics.ShouldBeEmpty();
        File.ReadAllText(folder["data/deep/er/b.csv"]).ShouldBe("2\n");
    }

    [Fact]
    public void The_cache_has_DVCs_layout_and_modes()
    {
        using var folder = new DvcFolder();
        folder.Write("foo", "foo");
        folder.Add("foo");
        // The hash stands in DVC's own tests (tests/func/test_add.py).
        var cached = folder[".dvc/cache/files/md5/ac/bd18db4cc2f85cedef654fccc4a4d8"];
        File.ReadAllText(cached).ShouldBe("foo");
        File.ReadAllText(folder["foo.dvc"]).ShouldBe("outs:\n- md5: acbd18db4cc2f85cedef654fccc4a4d8\n  size: 3\n  hash: md5\n  path: foo\n");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(cached).ShouldBe(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Directory.EnumerateFiles(folder[".dvc/cache"], "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void What_people_wrote_into_a_dvc_file_stays()
    {
        using var folder = new DvcFolder();
        folder.Write("foo", "bar");
        folder.Write("foo.dvc", "# ours\ndesc: all of it\nouts:\n- md5: acbd18db4cc2f85cedef654fccc4a4d8 # first\n  size: 3\n  path: foo\n  desc: "
            + "the foo\nmeta:\n  owner: us\n");
        folder.Add("foo")!.Changed.ShouldBeTrue();
        File.ReadAllText(folder["foo.dvc"]).ShouldBe(
            "# ours\ndesc: all of it\nouts:\n- md5: 37b51d194a7513e45b56f6524f2d51f2 # first\n  size: 3\n  path: foo\n  desc: the foo\n  hash: "
                + "md5\nmeta:\n  owner: us\n");
    }

    [Fact]
    public void A_file_that_became_a_directory_gets_a_count()
    {
        using var folder = new DvcFolder();
        folder.Write("foo", "foo");
        folder.Add("foo");
        File.Delete(folder["foo"]);
        folder.Write("foo/bar", "bar");
        folder.Add("foo");
        File.ReadAllText(folder["foo.dvc"]).ShouldBe(
            "outs:\n- md5: 91aaa9bb58b657d623ef143b195a67e4.dir\n  size: 3\n  hash: md5\n  path: foo\n  nfiles: 1\n");
    }

    [Fact]
    public void Git_ignores_what_DVC_keeps_and_is_told_once()
    {
        using var folder = new DvcFolder();
        Assert.SkipUnless(Git(folder.Root, "init", "-q"), "git is absent.");
        folder.Write("data/x[1].csv", "1");
        folder.Write(".gitignore", "/other");
        folder.Write("foo", "2");
        folder.Add("data/x[1].csv");
        folder.Add("foo");
        folder.Add("foo");
        File.ReadAllText(folder["data/.gitignore"]).ShouldBe("/x\\[1\\].csv\n");
        File.ReadAllText(folder[".gitignore"]).ShouldBe("/other\n/foo\n");
    }

    [Fact]
    public void What_git_keeps_is_not_added()
    {
        using var folder = new DvcFolder();
        Assert.SkipUnless(Git(folder.Root, "init", "-q"), "git is absent.");
        folder.Write("data/x.csv", "1");
        Git(folder.Root, "add", "data/x.csv");
        folder.Add("data").ShouldBeNull();
        folder.Codes().ShouldBe([VersionCodes.AlreadyTracked]);
    }

    [Fact]
    public void Nothing_is_versioned_twice()
    {
        using var folder = new DvcFolder();
        folder.Write("data/x.csv", "1");
        folder.Add("data").ShouldNotBeNull();
        folder.Add("data/x.csv").ShouldBeNull();
        folder.Codes().ShouldBe([VersionCodes.AlreadyTracked]);
    }

    [Fact]
    public void Ignored_files_are_left_out()
    {
        using var folder = new DvcFolder();
        folder.Write(".dvcignore", "# no\n*.tmp\n/data/private/\n!keep.tmp\n**/cache\n");
        foreach (var name in new[] { "data/a.csv", "data/a.tmp", "data/keep.tmp", "data/private/x", "data/deep/cache/x", "data/deep/private/x" })
            folder.Write(name, name);
        folder.Add("data")!.Output.Files.ShouldBe(3);
        DvcTree.Read(folder.Open(), folder.Add("data")!.Output, folder.Diagnostics)!
            .Select(file => Path.GetRelativePath(folder["data"], file.Path).Replace('\\', '/'))
            .ShouldBe(["a.csv", "deep/private/x", "keep.tmp"]);
    }

    [Theory]
    [InlineData("../outside.csv", VersionCodes.PathOutside)]
    [InlineData(".dvc/config", VersionCodes.PathOutside)]
    [InlineData("absent.csv", VersionCodes.NothingToVersion)]
    public void What_cannot_be_added_is_refused(string name, string code)
    {
        using var folder = new DvcFolder();
        folder.Write("../outside.csv", "1");
        folder.Add(name).ShouldBeNull();
        folder.Codes().ShouldBe([code]);
    }

    [Fact]
    public void A_link_in_a_circle_is_not_followed_and_a_dead_one_is_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        using var folder = new DvcFolder();
        folder.Write("data/a.csv", "1");
        Directory.CreateSymbolicLink(folder["data/circle"], folder["data"]);
        folder.Add("data")!.Output.Files.ShouldBe(1);
        folder.Codes().ShouldBe([VersionCodes.LinkNotFollowed]);
        File.CreateSymbolicLink(folder["data/dead"], folder["nowhere"]);
        folder.Add("data").ShouldBeNull();
        folder.Diagnostics.Last().Position.ToString().ShouldBe("data/dead");
    }

    private static bool Git(string folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder })!;
            git.WaitForExit();
            return git.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
