using System.Text;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Rendering;

namespace MlOps.Build.Engine.Reporting.Cards;

/// <summary>The model card that a project begins with: the parts that only people can write, each with what belongs there.</summary>
internal static class CardTemplate
{
    public static string For(string name, bool licensed, ReportWords words)
    {
        var card = new StringBuilder();
        card.Append("# ").Append(words.Say($"Model card: {MarkdownText.Escape(name)}")).Append("\n\n<!-- ");
        card.Append(words.Sentences(
            words.Say("Write between the marks; the build keeps every character of it and adds what it knows."),
            words.Say("Of a part that holds comments alone the built card says that it is not written yet.")));
        card.Append(" -->\n");
        foreach (var id in CardParts.OfPeople)
        {
            card.Append("\n## ").Append(CardParts.Title(id, words)).Append("\n\n").Append(CardMark.Begin(id)).Append("\n<!-- ");
            card.Append(CardParts.Prompt(id, licensed && id == CardParts.Details, words)).Append(" -->\n");
            card.Append(CardMark.End(id)).Append('\n');
        }

        return card.ToString();
    }
}
