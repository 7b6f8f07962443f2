namespace MlOps.Build.Tool.Runs;

/// <summary>Rows under a head, each column as wide as its longest cell.</summary>
internal sealed class TextTable(params IReadOnlyList<string> head)
{
    private const int Widest = 48;
    private readonly List<IReadOnlyList<string>> _rows = [];

    public void Add(params IReadOnlyList<string> row) => _rows.Add([.. row.Select(cell => Short(cell.ReplaceLineEndings(" ")))]);

    public void Show(Report report)
    {
        var widths = head.Select((title, column) => _rows.Select(row => row[column].Length).Prepend(title.Length).Max()).ToList();
        report.Line(Line(head, widths));
        foreach (var row in _rows)
            report.Line(Line(row, widths));
    }

    private static string Line(IReadOnlyList<string> cells, List<int> widths) =>
        string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();

    private static string Short(string text) => text.Length <= Widest ? text : text[..(Widest - 1)] + "…";
}
