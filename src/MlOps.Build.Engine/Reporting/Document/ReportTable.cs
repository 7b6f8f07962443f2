namespace MlOps.Build.Engine.Reporting.Document;

/// <summary>A table; every row has a cell for every column, and the first cell names the row.</summary>
internal sealed record ReportTable(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock
{
    /// <summary>Rows that a short report shows.</summary>
    public int ShortRows { get; init; } = 40;

    /// <summary>Where on the page each row's name leads, by row; empty when names lead nowhere.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];
}
