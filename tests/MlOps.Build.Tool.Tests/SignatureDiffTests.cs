namespace MlOps.Build.Tool.Tests;

public sealed class SignatureDiffTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Packages_and_signature_files_are_compared_alike()
    {
        File.Move(TinyPackage.Write(_folder), _folder["old.nupkg"]);
        File.Move(_folder["signature.json"], _folder["old.json"]);
        TinyPackage.Write(_folder, placeNullable: false);
        foreach (var (before, after) in new[] { ("old.nupkg", "rain.nupkg"), ("old.json", "signature.json"), ("old.nupkg", "signature.json") })
        {
            var run = _folder.Run("signature", "diff", before, after);
            run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
            run.Output.ShouldBe("signature: breaking\n  breaking    'place': must be given now: an application that names it does not compile\n");
            _folder.Run("signature", "diff", before, after, "--fail-on", "breaking").ExitCode.ShouldBe(ExitCodes.Finding);
            _folder.Run("signature", "diff", after, before, "--fail-on", "breaking").ExitCode.ShouldBe(ExitCodes.Ok);
            _folder.Run("signature", "diff", after, before, "--fail-on", "additive").ExitCode.ShouldBe(ExitCodes.Finding);
        }

        _folder.Run("signature", "diff", "old.json", "old.nupkg", "--fail-on", "compatible").Output.ShouldBe("signature: same\n");
        var json = _folder.Run("signature", "diff", "old.json", "signature.json", "--json").Json;
        json.GetProperty("signature").GetString().ShouldBe("breaking");
        json.GetProperty("changes")[0].GetProperty("effect").GetString().ShouldBe("compile");
    }

    [Fact]
    public void What_is_no_signature_is_refused()
    {
        File.WriteAllText(_folder["broken.json"], "{");
        foreach (var file in new[] { "broken.json", "none.json", "none.nupkg" })
        {
            var run = _folder.Run("signature", "diff", file, file);
            run.ExitCode.ShouldBe(ExitCodes.Finding);
            run.Error.ShouldContain(file);
        }
    }
}
