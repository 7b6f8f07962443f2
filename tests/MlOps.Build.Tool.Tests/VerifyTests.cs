using System.IO.Compression;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Tests;

public sealed class VerifyTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_finding_is_one_line_with_its_code()
    {
        TinyPackage.Write(_folder);

        // It has none of the records of the stages.
        var run = _folder.Run("verify", "rain.nupkg");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Output.ShouldContain("ok    archive     4 parts");
        run.Output.ShouldContain("FAIL  records");
        run.Output.ShouldContain("ok    model");
        run.Error.TrimEnd().Split('\n').ShouldAllBe(line => line.Contains("rain.nupkg: error MLOPS50"));
        run.Error.ShouldContain($"error {PackageCodes.PartMissing}: 'mlops/gate.json' is missing");
    }

    [Fact]
    public void A_package_that_cannot_be_opened_is_one_finding()
    {
        var path = TinyPackage.Write(_folder);
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
            archive.CreateEntry("../outside.txt");

        var json = _folder.Run("verify", "rain.nupkg", "--json").Json;
        json.GetProperty("ok").GetBoolean().ShouldBeFalse();
        json.GetProperty("checks").GetArrayLength().ShouldBe(1);
        json.GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe(PackageCodes.PackageRefused);
    }
}
