using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool;

/// <summary>A data contract that a verb is given by its path.</summary>
internal static class ContractFile
{
    /// <summary>The contract; null, with errors, when it cannot be read or is not sound.</summary>
    public static DataSchema? Read(ToolEnvironment environment, string path, DiagnosticBag diagnostics) =>
        ProjectText.Read(environment.Display(path), path, diagnostics) is { } text
            ? SchemaFile.Parse(environment.Display(path), text, diagnostics)
            : null;
}
