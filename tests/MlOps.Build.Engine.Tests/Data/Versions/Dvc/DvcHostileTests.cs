using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Engine.Tests.Data.Versions.Dvc;

/// <summary>Files of versions come from others: nothing that they say leads out of the repository, ends the process or fills the disk.</summary>
public sealed class DvcHostileTests
{
    private const string Md5 = "acbd18db4cc2f85cedef654fccc4a4d8";

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a/../../b")]
    [InlineData(".git/hooks/post-checkout")]
    [InlineData(".dvc/config")]
    [InlineData("sub/.GIT/config")]
    public void An_output_outside_is_refused(string path)
    {
        using var folder = new DvcFolder();
        folder.Write("x.dvc", $"outs:\n- md5: {Md5}\n  size: 3\n  hash: md5\n  path: {path}\n");
        folder.Pull().ShouldBeEmpty();
        folder.Codes().ShouldBe([VersionCodes.PathOutside]);
        folder.Diagnostics.Single().Position.ToString().ShouldBe("x.dvc(5,3)");
    }

    [Theory]
    [InlineData("../../etc/passwd", "leads out of its folder")]
    [InlineData("/etc/passwd", "leads out of its folder")]
    [InlineData("a//b", "leads out of its folder")]
    [InlineData("./a", "leads out of its folder")]
    [InlineData("", "has 0 characters; expected 1 to 4096")]
    [InlineData(".git/hooks/post-checkout", "leads into a folder of DVC or of a source control")]
    [InlineData("a\\u0000b", "has a character that no file name has")]
    public void A_listed_file_outside_its_directory_is_refused(string path, string reason)
    {
        DirectoryObject.Read(System.Text.Encoding.UTF8.GetBytes($$"""[{"md5": "{{Md5}}", "relpath": "{{path}}"}]"""), out var fault).ShouldBeNull();
        fault.ShouldNotBeNull().ShouldEndWith(reason);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{}]")]
    [InlineData("[[[[[[[]]]]]]]")]
    [InlineData("""[{"md5": "xyz", "relpath": "a"}]""")]
    [InlineData("""[{"md5": "acbd18db4cc2f85cedef654fccc4a4d8.dir", "relpath": "a"}]""")]
    [InlineData("""[{"md5": "acbd18db4cc2f85cedef654fccc4a4d8", "relpath": "a"}, {"md5": "acbd18db4cc2f85cedef654fccc4a4d8", "relpath": "a"}]""")]
    [InlineData("""[{"md5": "acbd18db4cc2f85cedef654fccc4a4d8", "relpath": "a"}, {"md5": "acbd18db4cc2f85cedef654fccc4a4d8", "relpath": "a/b"}]""")]
    [InlineData("""[{"md5": "acbd18db4cc2f85cedef654fccc4a4d8", "relpath": "\ud800"}]""")]
    [InlineData("[")]
    public void A_damaged_list_is_refused(string json) => DirectoryObject.Read(System.Text.Encoding.UTF8.GetBytes(json), out _).ShouldBeNull();

    [Theory]
    [InlineData("- md5: ../../../etc/passwd\n  path: x", VersionCodes.DvcFileInvalid)]
    [InlineData("- md5: ACBD18DB4CC2F85CEDEF654FCCC4A4D8\n  path: x", VersionCodes.DvcFileInvalid)]
    [InlineData("- path: x", VersionCodes.DvcFileInvalid)]
    [InlineData("- md5: acbd18db4cc2f85cedef654fccc4a4d8", VersionCodes.DvcFileInvalid)]
    [InlineData("- md5: acbd18db4cc2f85cedef654fccc4a4d8\n  path: x\n  size: 99999999999999999999", ProjectCodes.InvalidValue)]
    [InlineData("- md5: acbd18db4cc2f85cedef654fccc4a4d8\n  path: x\n  size: -1", ProjectCodes.InvalidValue)]
    [InlineData("- 1", ProjectCodes.InvalidValue)]
    public void An_absurd_output_is_refused(string output, string code)
    {
        using var folder = new DvcFolder();
        folder.Write("x.dvc", $"outs:\n{output}\n");
        folder.Pull();
        folder.Codes().ShouldContain(code);
        folder.Files().ShouldBe(["x.dvc"]);
    }

    [Fact]
    public void Hostile_YAML_is_an_error_at_its_place()
    {
        using var folder = new DvcFolder();
        folder.Write("bomb.dvc", "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nouts: *c\n");
        folder.Write("deep.dvc", "outs: " + new string('[', 100_000));
        folder.Write("text.dvc", "\0\u0001");
        folder.Write("tag.dvc", "outs: !!python/object/apply:os.system ['true']\n");
        folder.Pull().ShouldBeEmpty();
        folder.Diagnostics.HasErrors.ShouldBeTrue();
        folder.Diagnostics.Select(diagnostic => diagnostic.Position.File).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void A_directory_does_not_land_behind_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        using var folder = DvcFolder.ByHand();
        Directory.CreateDirectory(folder["../elsewhere"]);
        Directory.CreateSymbolicLink(folder["out"], folder["../elsewhere"]);
        folder.Pull(false, "dvc.lock").ShouldBeEmpty();
        folder.Codes().ShouldBe([VersionCodes.PathOutside]);
        Directory.EnumerateFileSystemEntries(folder["../elsewhere"]).ShouldBeEmpty();
    }

    [Fact]
    public void A_link_inside_a_directory_is_replaced_and_what_it_leads_to_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        using var folder = DvcFolder.ByHand();
        folder.Write("../elsewhere/test.csv", "theirs");
        Directory.CreateDirectory(folder["data"]);
        Directory.CreateSymbolicLink(folder["data/sub"], folder["../elsewhere"]);
        folder.Pull(true, "data").Count.ShouldBe(1);
        File.ReadAllText(folder["../elsewhere/test.csv"]).ShouldBe("theirs");
        new DirectoryInfo(folder["data/sub"]).LinkTarget.ShouldBeNull();
    }

    [Theory]
    [InlineData("[core]\nremote = nowhere\n", VersionCodes.DvcConfigInvalid)]
    [InlineData("[core]\n", VersionCodes.DvcConfigInvalid)]
    [InlineData("what is this\n", VersionCodes.DvcConfigInvalid)]
    [InlineData("[cache]\ntype = magic\n", VersionCodes.DvcConfigInvalid)]
    [InlineData("[core]\nremote = a\n['remote \"a\"']\nurl = remote://a/x\n", VersionCodes.DvcConfigInvalid)]
    [InlineData("[core]\nremote = a\n['remote \"a\"']\nurl = ../../absent\n", VersionCodes.RemoteNotFound)]
    [InlineData("[core]\nremote = a\n['remote \"a\"']\nurl = ../../remote\nversion_aware = true\n", VersionCodes.DvcConfigInvalid)]
    public void A_configuration_that_cannot_be_used_is_an_error(string config, string code)
    {
        using var folder = new DvcFolder(config);
        folder.Write("x.dvc", $"outs:\n- md5: {Md5}\n  size: 3\n  hash: md5\n  path: x\n");
        if (DvcRepository.Open(folder.Root, folder.Diagnostics) is not null)
            folder.Pull().ShouldBeEmpty();
        folder.Codes().ShouldBe([code]);
    }

    [Fact]
    public void A_secret_in_the_configuration_is_not_used_and_not_shown()
    {
        using var folder = new DvcFolder();
        folder.Write(".dvc/config.local", "['remote \"storage\"']\nsecret_access_key = hunter2\n");
        folder.Open().Config.Remote("storage")!.Settings.ShouldBeEmpty();
        folder.Codes().ShouldBe([VersionCodes.SecretInFile]);
        folder.Diagnostics.Single().ToString().ShouldNotContain("hunter2");
    }
}
