using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Rendering;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting;

/// <summary><c>report.md</c>, short enough for GitHub's comments and summaries.</summary>
internal static class MarkdownReport
{
    /// <summary>GitHub takes 65,536 characters.</summary>
    public const int MaximumLength = 64_900;

    /// <summary>The report. Always below <see cref="MaximumLength"/> characters: whole sections are left out, least weight first.</summary>
    public static string Render(ModelEvidence model) => Render(model, ReportWords.English);

    public static string Render(ModelEvidence model, ReportWords words)
    {
        var head = Head(model, words);
        var sections = ReportSections.Of(model, words).Select(section => (Section: section, Text: Text(section, words))).ToList();
        var omitted = new List<string>();
        while (sections.Count > 0 && Length(head, sections.Select(item => item.Text)) > MaximumLength)
        {
            var lightest = sections.MinBy(item => item.Section.Weight);
            omitted.Add(lightest.Section.Title);
            sections.Remove(lightest);
        }

        var report = new StringBuilder(head);
        foreach (var (_, text) in sections)
            report.Append(text);
        if (omitted.Count > 0)
            report.Append(words.Say($"Left out here to stay short, all of it in `report.html`: {words.List(omitted)}.")).Append('\n');
        return report.ToString().TrimEnd('\n') + "\n";
    }

    // With room for the sentence about what was left out.
    private static int Length(string head, IEnumerable<string> sections) => head.Length + sections.Sum(section => section.Length) + 300;

    private static string Text(ReportSection section, ReportWords words)
    {
        var text = new StringBuilder();
        MarkdownBlocks.Write(text, section, words);
        return text.ToString();
    }

    private static string Head(ModelEvidence model, ReportWords words)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownText.Escape(Headline.Of(model, words))).Append("\n\n");
        text.Append(MarkdownText.Escape(About.Of(model, words), 600)).Append("\n\n");
        MarkdownChecklist.Write(text, model.Gate, words);
        return text.ToString();
    }
}
