namespace MlOps.Build.Engine.Reporting.Document;

/// <summary>A long table that a reader steps through with a slider where scripts run, and reads in a fold where they do not.</summary>
/// <param name="Table">Every step; the first column is what the slider moves.</param>
/// <param name="Summary">The fold's line.</param>
/// <param name="Start">The row that is shown first.</param>
internal sealed record Explorer(ReportTable Table, string Summary, int Start) : ReportBlock;
