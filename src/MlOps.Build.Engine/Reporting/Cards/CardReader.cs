using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Reporting.Cards;

/// <summary>Reads what people have written of the model card. The file is never written, whatever is wrong with it.</summary>
internal static class CardReader
{
    /// <summary>About 150 pages; the card is a part of <c>evidence.json</c> and of the package.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>The text; without a file there is none, and everything is unwritten. Null, with one error at its line, when it cannot be told.</summary>
    public static ModelCardText? Read(ModelProject project, DiagnosticBag diagnostics)
    {
        var file = new FileInfo(project.ModelCardFile);
        if (!file.Exists)
            return new ModelCardText { Unwritten = CardParts.OfPeople };
        var place = project.Display(project.ModelCardFile);
        if (file.Length > MostBytes)
        {
            diagnostics.Error(
                ReportCodes.CardTooLarge,
                $"the file has {file.Length} bytes; a model card may have {MostBytes}. Link to what is longer, or name the right file in MlOpsModelCardFile.",
                new SourcePosition(place));
            return null;
        }

        return ProjectText.Read(project, project.ModelCardFile, diagnostics) is { } text ? Parse(place, text, diagnostics) : null;
    }

    /// <summary>The marked parts of a text; null, with one error, when a mark cannot be understood.</summary>
    public static ModelCardText? Parse(string file, string text, DiagnosticBag diagnostics)
    {
        var scan = new CardScan(file, text);
        if (!scan.Run(diagnostics))
            return null;
        var written = scan.Parts.Where(part => !CardProse.IsBlank(part.Text)).Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        return new ModelCardText { Parts = scan.Parts, Unwritten = [.. CardParts.OfPeople.Where(id => !written.Contains(id))] };
    }
}
