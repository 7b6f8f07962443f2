using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Gates;

/// <summary>Checks the names and kinds of all expressions; needs no data and no model, so it can run before any of them.</summary>
internal static class ChecklistCheck
{
    /// <summary>False when a mistake was reported.</summary>
    public static bool Run(Checklist checklist, GateScope scope, DiagnosticBag diagnostics)
    {
        var lines = new TextLines(checklist.File, checklist.Source);
        var checker = new GateChecker(scope, (code, offset, message) =>
            diagnostics.Error(code, message + (message.EndsWith('.') ? "" : "."), lines.At(offset)));
        var sound = true;
        foreach (var item in checklist.Items)
            sound &= item.Expression is null || checker.Check(item.Expression);
        return sound;
    }
}
