using System.Xml.Linq;

namespace MlOps.Build.Engine.Reporting.Document;

/// <summary>A plot with the sentence that says what it shows.</summary>
internal sealed record Figure : ReportBlock
{
    /// <summary>The target of links such as <c>report.html#roc</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What the plot shows, computed from the same numbers.</summary>
    public required string Sentence { get; init; }

    /// <summary>The SVG element, or an HTML table for a plot that is one.</summary>
    public required XElement Plot { get; init; }

    /// <summary>The series' names, when there are several, in the order of their colours.</summary>
    public IReadOnlyList<string> Legend { get; init; } = [];

    /// <summary>True for a plot that needs the page's whole width, and scrolls where there is less.</summary>
    public bool Wide { get; init; }
}
