namespace MlOps.Build.Engine.Reporting.Document;

/// <summary>Sentences.</summary>
internal sealed record Paragraph(string Text) : ReportBlock;
