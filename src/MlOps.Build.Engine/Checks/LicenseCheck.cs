using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Licences;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Checks;

/// <summary>
/// <c>license</c> is 1 when the project says under which terms the model is given (<c>PackageLicenseExpression</c>); <c>license.known</c>
/// when these are licences of the SPDX list, and <c>license.data</c> when the contract names the terms of the data.
/// </summary>
internal sealed class LicenseCheck : IModelCheck
{
    public IReadOnlyList<string> Names { get; } = ["license", "license.known", "license.data"];

    public StageInputs Inputs(CheckContext context) => new()
    {
        Upstream = [new(StageNames.Data, StageFiles.DataSummary)],
        Options = [StageInputs.Option("license", context.Project.License)],
    };

    public IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken)
    {
        var license = context.Project.License;
        var data = context.Workspace.Read(StageNames.Data, StageFiles.DataSummary, ContractsJson.Default.DataSummary).License;
        yield return Of("license", !string.IsNullOrWhiteSpace(license), license);
        yield return Of("license.known", SpdxExpression.IsSound(license), license);
        yield return Of("license.data", !string.IsNullOrWhiteSpace(data), data);
    }

    private static CheckValue Of(string name, bool holds, string? terms) => new() { Name = name, Value = holds ? 1 : 0, Detail = terms };
}
