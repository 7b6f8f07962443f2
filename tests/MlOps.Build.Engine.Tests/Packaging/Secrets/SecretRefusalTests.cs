using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Verification;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Packaging.Secrets;

/// <summary>A secret in what people wrote stops the build before it is in any report, and is in no message.</summary>
public sealed class SecretRefusalTests : IDisposable
{
    private static readonly string Token = "ghp_" + "0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R";

    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_token_in_the_checklist_is_refused_with_its_line()
    {
        _model.Write("validation-checklist.md", $"- [ ] Better than a coin `auc >= 0.5`\n- [ ] Owner has read it, see {Token}\n");
        var outcome = _model.RunTo(StageNames.Report);
        outcome.Succeeded.ShouldBeFalse();
        var finding = outcome.Diagnostics.Single(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        finding.Code.ShouldBe(PackagePolicyCodes.SecretFound);
        finding.Position.ToString().ShouldBe("validation-checklist.md(2)");
        finding.Message.ShouldNotContain(Token);
        Directory.EnumerateFiles(_model.File("obj/mlops"), "*", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains(Token)).ShouldBeEmpty();
    }

    [Fact]
    public void A_token_in_the_data_is_refused_before_it_is_in_a_report()
    {
        var rows = File.ReadAllLines(_model.File("data.csv"));
        _model.Write("data.csv", string.Join('\n', rows.Select((row, i) => $"{row},{(i == 0 ? "note" : i % 2 == 0 ? Token : "none")}")) + "\n");
        var outcome = _model.RunTo(StageNames.Report);
        outcome.Succeeded.ShouldBeFalse();
        outcome.Diagnostics.ShouldContain(diagnostic => diagnostic.Code == PackagePolicyCodes.SecretFound);
        outcome.Diagnostics.ShouldAllBe(diagnostic => !diagnostic.Message.Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public void A_token_in_a_package_is_found_by_verify()
    {
        using var package = new WholePackage();
        package.Edit(PartNames.Evidence, evidence => evidence["card"] = JsonSerializer.SerializeToNode(new { parts = Array.Empty<string>(), note = Token }));
        var diagnostics = new DiagnosticBag();
        PackageVerifier.Verify(package.Label().Zip(), diagnostics);
        var finding = diagnostics.Where(diagnostic => diagnostic.Code == PackagePolicyCodes.SecretFound).ShouldHaveSingleItem();
        finding.Message.ShouldContain("a GitHub token stands in 'mlops/evidence.json', line ");
        finding.Message.ShouldNotContain(Token);
    }
}
