using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Cards;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What people still have to write in the model card.</summary>
internal static class CardSection
{
    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var blocks = model.Card is { } card ? [new Paragraph(Text(card, words))] : Array.Empty<ReportBlock>();
        return new ReportSection("card", words.Say("Model card"), 15, blocks);
    }

    private static string Text(ModelCardText card, ReportWords words)
    {
        if (card.Unwritten.Count == 0)
            return words.Say("Everything that only people can write is written.");
        // An id of a later kit has no title here.
        var open = words.List(card.Unwritten.Select(id => CardParts.All.Contains(id) ? CardParts.Title(id, words) : id));
        return words.Sentences(
            words.Say($"Not written yet: {open}."),
            card.Parts.Count == 0
                ? words.Say("People write it in model-card.md beside the project file; the target MlOpsInit makes one to begin with.")
                : words.Say("People write it in model-card.md; the build keeps what they wrote."));
    }
}
