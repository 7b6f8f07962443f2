using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Turns what a stage depends on into its key.</summary>
internal sealed class KeyMaker(ModelProject project, StateFolder state, FileHashes hashes)
{
    // Module version ids change with the code, so a new version of the kit never takes an old one's outputs for its own.
    private static readonly string Code = string.Join(
        ' ',
        new[] { typeof(KeyMaker), typeof(IModelSession), typeof(Diagnostic) }.Select(type => type.Module.ModuleVersionId.ToString("N")));

    /// <summary>The key; null, with an error, when an earlier stage's output is not there.</summary>
    public string? Of(IStage stage, StageInputs inputs, DiagnosticBag diagnostics)
    {
        using var key = new StageKey();
        key.Add("stage", stage.Name).Add("version", $"{stage.Version}").Add("code", Code);
        foreach (var file in inputs.Files)
        {
            if (HashOf(file, diagnostics) is not { } hash)
                return null;
            key.Add("file " + project.Display(file), hash);
        }

        foreach (var (name, origin) in inputs.Origins)
            key.Add("origin " + name, origin);
        foreach (var (name, value) in inputs.Options)
            key.Add("option " + name, value);
        foreach (var input in inputs.Upstream)
        {
            if (state.Receipt(input.Stage)?.Find(input.File) is not { } output)
                return Missing(stage, input, diagnostics);
            key.Add($"upstream {input.Stage}/{input.File}", output.Sha256);
        }

        return key.Finish();
    }

    /// <summary>What the key was made of, for the receipt.</summary>
    public IReadOnlyList<DataFile> Describe(StageInputs inputs) =>
    [
        .. inputs.Files.Distinct().Select(file => hashes.Describe(file, project.Display(file), inputs.Origins))
            .OfType<DataFile>()
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private string? HashOf(string file, DiagnosticBag diagnostics)
    {
        try
        {
            return hashes.Of(file) ?? "absent";
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            var reason = exception.Message.ReplaceLineEndings(" ");
            diagnostics.Error(BuildCodes.InputUnreadable, $"cannot be read: {reason}", new SourcePosition(project.Display(file)));
            return null;
        }
    }

    private static string? Missing(IStage stage, UpstreamFile input, DiagnosticBag diagnostics)
    {
        diagnostics.Error(
            BuildCodes.StageMissing,
            $"stage '{stage.Name}' reads '{input.File}' of stage '{input.Stage}', which has not run. Build the project, or call the target of "
            + $"'{input.Stage}' first.");
        return null;
    }
}
