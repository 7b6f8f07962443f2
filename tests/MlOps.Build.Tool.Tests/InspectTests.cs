using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Tests;

public sealed class InspectTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_package_shows_what_it_takes_and_gives()
    {
        TinyPackage.Write(_folder);

        var run = _folder.Run("inspect", "rain.nupkg");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldContain("Rain 1.4.2-local.g");
        run.Output.ShouldContain("predicts  Wet, binary: not Wet, Wet");
        run.Output.ShouldContain("takes     place (string, may be missing)");
        run.Output.ShouldContain("self-test passed: 1 golden rows");
        run.Output.ShouldContain("framework ");
        run.Output.ShouldContain("bom       CycloneDX ");
    }

    [Fact]
    public void The_same_is_there_as_json()
    {
        TinyPackage.Write(_folder);

        var json = _folder.Run("inspect", "rain.nupkg", "--json").Json;
        json.GetProperty("verb").GetString().ShouldBe("inspect");
        json.GetProperty("ok").GetBoolean().ShouldBeTrue();
        json.GetProperty("manifest").GetProperty("name").GetString().ShouldBe("Rain");
        json.GetProperty("selfTest").GetProperty("passed").GetBoolean().ShouldBeTrue();
        json.GetProperty("diagnostics").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void Golden_rows_that_come_out_otherwise_are_a_finding()
    {
        TinyPackage.Write(_folder, goldenProbability: 0.26f);

        var run = _folder.Run("inspect", "rain.nupkg");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain($"error {PackageCodes.SelfTestFailed}: golden row 1 gives 0.75; it gave 0.74");
    }

    [Fact]
    public void A_changed_package_is_a_finding()
    {
        var path = TinyPackage.Write(_folder);
        using (var archive = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Update))
        {
            archive.GetEntry("mlops/model.onnx")!.Delete();
            using var stream = archive.CreateEntry("mlops/model.onnx").Open();
            stream.Write("other"u8);
        }

        var run = _folder.Run("inspect", "rain.nupkg", "--json");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Json.GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe(PackageCodes.PartChanged);
        run.Error.ShouldContain("rain.nupkg: error MLOPS5004: 'mlops/model.onnx' has SHA-256");
    }
}
