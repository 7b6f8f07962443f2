namespace MlOps.Build.Engine.Reporting.Document;

/// <summary>Figures that stand side by side where there is room.</summary>
internal sealed record FigureRow(IReadOnlyList<Figure> Figures) : ReportBlock;
