using System.Security.Cryptography;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Engine.Tests.Data.Versions.Dvc;

/// <summary>Pulls of repositories that something else laid out, and of damaged ones.</summary>
public sealed class DvcPullTests
{
    [Fact]
    public void A_repository_laid_out_by_hand_is_pulled_whole()
    {
        using var folder = DvcFolder.ByHand();
        folder.Pull().Count.ShouldBe(4);
        folder.Diagnostics.ShouldBeEmpty();
        foreach (var file in ExpectedDvc.Map("repository"))
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder[file.Name]))).ShouldBe(file.Value.GetString(), file.Name);
        folder.States().ShouldAllBe(state => state == DvcState.Current);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(folder["tools/run.sh"]).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
    }

    [Fact]
    public void Adding_what_was_pulled_changes_no_file_of_DVC()
    {
        using var folder = DvcFolder.ByHand();
        folder.Pull();
        var before = File.ReadAllText(folder["data.dvc"]);
        folder.Add("data")!.Changed.ShouldBeFalse();
        folder.Add("tools/run.sh")!.Changed.ShouldBeFalse();
        File.ReadAllText(folder["data.dvc"]).ShouldBe(before);
    }

    [Fact]
    public void A_second_pull_writes_nothing()
    {
        using var folder = DvcFolder.ByHand();
        folder.Pull();
        Directory.Delete(folder["../remote"], recursive: true);
        folder.Pull().Sum(placed => placed.Written).ShouldBe(0);
        folder.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_damaged_object_of_the_remote_is_thrown_away()
    {
        using var folder = DvcFolder.ByHand();
        folder.Write("../remote/files/md5/69/e98c743bbfc37bc85fcc0fba3ed46e", "0123456");
        folder.Pull(false, "dvc.lock").ShouldBeEmpty();
        folder.Codes().ShouldBe([VersionCodes.HashMismatch]);
        folder.Files().ShouldNotContain("out/model.bin");
        Directory.EnumerateFiles(folder[".dvc/cache"], "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void A_damaged_object_of_the_cache_is_thrown_away_and_fetched_again()
    {
        using var folder = DvcFolder.ByHand();
        folder.Pull(false, "dvc.lock");
        File.Delete(folder["out/model.bin"]);
        var cached = folder[".dvc/cache/files/md5/69/e98c743bbfc37bc85fcc0fba3ed46e"];
        File.SetAttributes(cached, FileAttributes.Normal);
        File.WriteAllText(cached, "rotten!");
        folder.Pull(false, "dvc.lock").ShouldBeEmpty();
        folder.Codes().ShouldBe([VersionCodes.HashMismatch]);
        folder.Pull(false, "dvc.lock").Count.ShouldBe(1);
    }

    [Fact]
    public void An_object_that_nobody_has_is_named()
    {
        using var folder = DvcFolder.ByHand();
        File.Delete(folder["../remote/files/md5/69/e98c743bbfc37bc85fcc0fba3ed46e"]);
        folder.Pull(false, "dvc.lock").ShouldBeEmpty();
        folder.Codes().ShouldBe([VersionCodes.RemoteNotFound]);
        folder.Diagnostics.Single().Position.ToString().ShouldBe("dvc.lock(6,7)");
    }

    [Fact]
    public void A_size_that_is_not_the_recorded_one_stops_the_transfer()
    {
        using var folder = DvcFolder.ByHand();
        folder.Write("../remote/files/md5/69/e98c743bbfc37bc85fcc0fba3ed46e", new string('x', 5000));
        folder.Pull(false, "dvc.lock");
        folder.Codes().ShouldBe([VersionCodes.WrongSize]);
    }

    [Fact]
    public void A_change_that_only_the_project_has_is_kept()
    {
        using var folder = DvcFolder.ByHand();
        folder.Pull();
        folder.Write("data/train.csv", "mine");
        folder.Write("data/new.csv", "mine too");
        folder.Pull(false, "data");
        folder.Codes().ShouldBe([VersionCodes.LocalChanges]);
        File.ReadAllText(folder["data/train.csv"]).ShouldBe("mine");

        var placed = folder.Pull(true, "data").Single();
        (placed.Written, placed.Unchanged, placed.Removed).ShouldBe((1, 3, 1));
        File.Exists(folder["data/new.csv"]).ShouldBeFalse();
    }

    [Fact]
    public void A_change_that_was_added_may_be_replaced()
    {
        using var folder = DvcFolder.ByHand();
        folder.Pull();
        var old = File.ReadAllBytes(folder["data.dvc"]);
        folder.Write("data/train.csv", "newer");
        folder.Write("data/more/new.csv", "new");
        folder.Add("data")!.Changed.ShouldBeTrue();
        folder.Write("data.dvc", old);
        var placed = folder.Pull(false, "data").Single();
        (placed.Written, placed.Removed).ShouldBe((1, 1));
        folder.States().ShouldAllBe(state => state == DvcState.Current);
    }

    [Fact]
    public void A_file_in_place_of_a_directory_gives_way_only_when_forced()
    {
        using var folder = DvcFolder.ByHand();
        folder.Write("data", "mine");
        folder.Pull(false, "data").ShouldBeEmpty();
        folder.Codes().ShouldBe([VersionCodes.LocalChanges]);
        folder.Pull(true, "data").Count.ShouldBe(1);
        Directory.Exists(folder["data"]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("hardlink")]
    [InlineData("symlink")]
    public void Links_are_made_when_they_are_asked_for_and_it_is_said(string type)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        using var folder = DvcFolder.ByHand();
        folder.Write(".dvc/config", $"[core]\nremote = storage\n[cache]\ntype = \"{type},copy\"\n['remote \"storage\"']\nurl = ../../remote\n");
        folder.Pull(false, "dvc.lock").Count.ShouldBe(1);
        folder.Codes().ShouldBe([VersionCodes.LinkedToCache]);
        File.ReadAllBytes(folder["out/model.bin"]).ShouldBe("\0\u0001model"u8.ToArray());
        new FileInfo(folder["out/model.bin"]).IsReadOnly.ShouldBeTrue();
        folder.States().ShouldContain(DvcState.Current);
    }
}
