namespace MlOps.Build.Engine.Reporting.Document;

/// <summary>A section of a report.</summary>
/// <param name="Id">The target of links.</param>
/// <param name="Title">The heading.</param>
/// <param name="Weight">A report that would be too long loses its sections of least weight first.</param>
/// <param name="Blocks">What it holds.</param>
internal sealed record ReportSection(string Id, string Title, int Weight, IReadOnlyList<ReportBlock> Blocks);
