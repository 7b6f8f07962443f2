using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Checks that every part has rows of the classes that it needs.</summary>
internal sealed class SplitClassChecker(SplitInput input, Split split, DiagnosticBag diagnostics)
{
    public void Check()
    {
        var classes = input.Label.Classes;
        foreach (var (part, rows) in SplitChecker.Rows(split).Where(part => part.Rows.Length > 0))
        {
            var present = rows.Select(row => input.Label.Values[row]).ToHashSet();
            for (var index = 0; index < classes.Count; index++)
            {
                if (!present.Contains(index))
                    Report(part, classes[index]);
            }
        }
    }

    // Without both classes no metric of a binary model exists, and a class that is not learned is never predicted.
    private void Report(SplitPart part, string name)
    {
        var severity = part == SplitPart.Train || input.Label.Classes.Count == 2 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        diagnostics.Report(
            FeatureCodes.SplitClassAbsent,
            severity,
            $"no row of the {part.ToString().ToLowerInvariant()} part has the label '{name.ReplaceLineEndings(" ")}'. "
            + "Split stratified, give the part a larger share, or choose dates after which the class occurs.",
            input.Config.Split.Position);
    }
}
