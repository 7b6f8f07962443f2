namespace MlOps.Build.Tool.Tests;

public sealed class DiffTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_package_does_not_differ_from_itself()
    {
        TinyPackage.Write(_folder);

        var run = _folder.Run("diff", "rain.nupkg", "rain.nupkg", "--fail-on", "any");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldContain("same evidence");
        run.Output.ShouldContain("test rows: ");
    }

    [Fact]
    public void A_changed_signature_is_named_and_may_fail()
    {
        Move(TinyPackage.Write(_folder), "old.nupkg");
        TinyPackage.Write(_folder, placeNullable: false);

        var run = _folder.Run("diff", "old.nupkg", "rain.nupkg");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldContain("signature: breaking");
        run.Output.ShouldContain("  signature   breaking: 'place': must be given now");

        _folder.Run("diff", "old.nupkg", "rain.nupkg", "--fail-on", "breaking").ExitCode.ShouldBe(ExitCodes.Finding);
        _folder.Run("diff", "rain.nupkg", "old.nupkg", "--fail-on", "breaking").ExitCode.ShouldBe(ExitCodes.Ok);
        _folder.Run("diff", "rain.nupkg", "old.nupkg", "--fail-on", "additive").ExitCode.ShouldBe(ExitCodes.Finding);

        var json = _folder.Run("diff", "old.nupkg", "rain.nupkg", "--json").Json;
        json.GetProperty("signature").GetString().ShouldBe("breaking");
        json.GetProperty("changes")[0].GetProperty("area").GetString().ShouldBe("signature");
        json.GetProperty("sameEvidence").GetBoolean().ShouldBeFalse();
    }

    private void Move(string path, string name) => File.Move(path, _folder[name]);
}
