using System.Text;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Random tables, written with random quoting and line ends, are read back equal.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Pieces =
        ["a", "Ω", "😀", " ", ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "'", "0", "-", "NA", "None", ""];
    private static readonly string[] Ends = ["\n", "\r\n", "\r"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_random_table_is_read_back_equal(int seed)
    {
        var random = new SeededRandom(seed);
        for (var round = 0; round < 250; round++)
        {
            var delimiter = ",;\t|"[random.Next(4)];
            var columns = 2 + random.Next(4);
            var cells = RandomCells(random, columns, 1 + random.Next(12));
            var text = Write(random, cells, columns, delimiter, out var lines);
            var schema = $"format: {{delimiter: {(delimiter == '\t' ? "tab" : $"'{delimiter}'")}, missing: [NA]}}\ncolumns:\n"
                + string.Concat(Enumerable.Range(0, columns).Select(column => $"  - {{name: c{column}, type: string}}\n"));
            var reading = Reading.Of(text, schema);
            reading.Diagnostics.ShouldBeEmpty(text);
            for (var column = 0; column < columns; column++)
                reading.Texts($"c{column}").ShouldBe(cells.Select(row => row[column]), text);
            Enumerable.Range(0, cells.Count).Select(reading.Table!.Origins.Line).ShouldBe(lines, text);
        }
    }

    private static List<string?[]> RandomCells(SeededRandom random, int columns, int rows) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => RandomCell(random)).ToArray())];

    private static string? RandomCell(SeededRandom random) => random.Next(6) == 0
        ? null
        : string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Write(SeededRandom random, List<string?[]> cells, int columns, char delimiter, out List<int> lines)
    {
        var text = new StringBuilder(random.Next(3) == 0 ? "\uFEFF" : "");
        text.AppendJoin(delimiter, Enumerable.Range(0, columns).Select(column => $"c{column}")).Append('\n');
        lines = [];
        foreach (var row in cells)
        {
            lines.Add(Lines(text));
            text.AppendJoin(delimiter, row.Select(cell => Field(random, cell, delimiter)));
            text.Append(Ends[random.Next(Ends.Length)]);
            // A lone CR followed by LF would be one line end.
            if (random.Next(5) == 0)
                text.Append('\r');
        }

        return random.Next(3) == 0 ? text.ToString().TrimEnd('\r', '\n') : text.ToString();
    }

    // Counted from the text: each of CRLF, CR and LF is one.
    private static int Lines(StringBuilder text) => text.ToString().ReplaceLineEndings("\n").Count(letter => letter == '\n') + 1;

    private static string Field(SeededRandom random, string? cell, char delimiter)
    {
        if (cell is null)
            return random.Next(2) == 0 ? "" : "NA";
        var needsQuotes = cell is "" or "NA"
            || cell.AsSpan().IndexOfAny("\"\r\n") >= 0 || cell.Contains(delimiter, StringComparison.Ordinal);
        return needsQuotes || random.Next(3) == 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
