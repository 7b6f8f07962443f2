namespace MlOps.Build.Engine.Reporting.Document;

/// <summary>A piece of a report. All text in it is plain; the renderers escape it.</summary>
internal abstract record ReportBlock;
