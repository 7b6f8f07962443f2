using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Repository.Tests;

/// <summary>The checklists of the samples speak of what their configurations give.</summary>
public sealed class SampleChecklistTests
{
    public static TheoryData<string> Checklists => [.. Repository.Files("samples", "validation-checklist.md")];

    [Theory]
    [MemberData(nameof(Checklists))]
    public void A_sample_checklist_fits_its_configuration(string path)
    {
        var diagnostics = new DiagnosticBag();
        var file = path.Replace("validation-checklist.md", "training-config.yaml", StringComparison.Ordinal);
        var config = TrainingConfigFile.Parse(file, Repository.Read(file), diagnostics);
        var checklist = Checklist.Parse(path, Repository.Read(path), diagnostics);
        ChecklistCheck.Run(checklist!, GateScope.Of(config!), diagnostics).ShouldBeTrue();
        diagnostics.ShouldBeEmpty();
    }
}
