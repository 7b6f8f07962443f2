using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Engine.Tests.Data.Versions.Dvc;

/// <summary>The configurations of machine, user, repository and checkout, in DVC's order (dvc/config.py, LEVELS): a later one wins, key by key.</summary>
public sealed class DvcConfigTests
{
    [Fact]
    public void A_nearer_configuration_wins_key_by_key()
    {
        using var folder = new DvcFolder("[core]\nremote = repository\n['remote \"shared\"']\nregion = repository\n");
        folder.Write("../machine/config", "[core]\nremote = machine\nno_scm = true\n['remote \"shared\"']\nurl = s3://machine\nregion = machine\nprofile = machine\n");
        folder.Write("../user/config", "[core]\nremote = user\n['remote \"shared\"']\nurl = s3://user\nregion = user\n");
        folder.Write(".dvc/config.local", "['remote \"shared\"']\nregion = checkout\n");
        var config = folder.Open().Config;
        config.DefaultRemote.ShouldBe("repository");
        config.WithoutSourceControl.ShouldBeTrue();
        var remote = config.Remote("shared").ShouldNotBeNull();
        remote.Url.ShouldBe("s3://user");
        remote.Settings["region"].ShouldBe("checkout");
        remote.Settings["profile"].ShouldBe("machine");
        folder.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Folders_are_relative_to_the_file_that_names_them()
    {
        using var folder = new DvcFolder("");
        folder.Write("../user/config", "[cache]\ndir = cache\n['remote \"near\"']\nurl = ../store\n");
        folder.Open().Config.CacheFolder.ShouldBe(folder["../user/cache"]);
        folder.Open().Config.Remote("near").ShouldNotBeNull().Url.ShouldBe(folder["../store"]);
    }

    [Fact]
    public void A_secret_of_the_user_is_not_used_either_and_only_a_note()
    {
        using var folder = new DvcFolder("");
        folder.Write("../user/config", "['remote \"s\"']\nurl = s3://user\nsecret_access_key = hunter2\n");
        folder.Open().Config.Remote("s").ShouldNotBeNull().Settings.ShouldBeEmpty();
        var note = folder.Diagnostics.ShouldHaveSingleItem();
        (note.Code, note.Severity).ShouldBe((VersionCodes.SecretInFile, DiagnosticSeverity.Info));
        note.Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void A_fault_of_the_users_configuration_is_an_error_at_its_line()
    {
        using var folder = new DvcFolder("");
        folder.Write("../user/config", "[core]\nremote\n");
        folder.Open().ShouldBeNull();
        folder.Diagnostics.ShouldHaveSingleItem().Position.ShouldBe(new SourcePosition(folder["../user/config"], 2));
    }

    // As platformdirs, which DVC asks, has them on Linux.
    [Theory]
    [InlineData("", "/etc/xdg/dvc/config", "/home/me/.config/dvc/config")]
    [InlineData("XDG_CONFIG_HOME=/c XDG_CONFIG_DIRS=/a:/b", "/a/dvc/config", "/c/dvc/config")]
    [InlineData("DVC_GLOBAL_CONFIG_DIR=/g DVC_SYSTEM_CONFIG_DIR=/s XDG_CONFIG_HOME=/c", "/s/config", "/g/config")]
    public void The_files_of_machine_and_user_are_where_the_platform_has_them(string variables, string machine, string user)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other platforms have other folders");
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        values["HOME"] = "/home/me";
        DvcConfigFiles.Above(values.GetValueOrDefault).ShouldBe([machine, user]);
    }
}
