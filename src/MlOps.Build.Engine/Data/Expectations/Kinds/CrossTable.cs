using System.Text.Json.Nodes;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Counts of rows by two columns, without empty rows and columns.</summary>
internal sealed class CrossTable
{
    private readonly List<long[]> _counts = [];
    private readonly List<string> _rows = [];
    private readonly List<string> _columns = [];

    public CrossTable(long[,] counts, IReadOnlyList<string> rows, IReadOnlyList<string> columns)
    {
        var used = Enumerable.Range(0, columns.Count).Where(j => Enumerable.Range(0, rows.Count).Any(i => counts[i, j] > 0)).ToList();
        _columns.AddRange(used.Select(j => columns[j]));
        for (var i = 0; i < rows.Count; i++)
        {
            var line = used.Select(j => counts[i, j]).ToArray();
            if (line.All(count => count == 0))
                continue;
            _counts.Add(line);
            _rows.Add(rows[i]);
        }
    }

    /// <summary>
    /// √(χ² / n / (smaller side - 1)), 0 to 1, of the statistic of <c>scipy.stats.chi2_contingency</c>, which corrects tables of two by two as
    /// Yates does. Null when one side has only one value.
    /// </summary>
    public double? CramersPhi => Math.Min(_rows.Count, _columns.Count) is > 1 and var side
        ? Math.Min(Math.Sqrt(Statistic() / _counts.Sum(line => line.Sum()) / (side - 1)), 1)
        : null;

    /// <summary>As pandas writes a table "split".</summary>
    public JsonObject Json() => new()
    {
        ["index"] = JsonValues.List(_rows),
        ["columns"] = JsonValues.List(_columns),
        ["data"] = new JsonArray([.. _counts.Select(line => (JsonNode)new JsonArray([.. line.Select(count => (JsonNode)count)]))]),
    };

    private double Statistic()
    {
        double all = _counts.Sum(line => line.Sum());
        var isSquare = _rows.Count == 2 && _columns.Count == 2;
        var sum = 0.0;
        foreach (var line in _counts)
        {
            for (var j = 0; j < line.Length; j++)
            {
                var expected = line.Sum() * (double)_counts.Sum(other => other[j]) / all;
                var difference = Math.Abs(line[j] - expected);
                difference -= isSquare ? Math.Min(0.5, difference) : 0;
                sum += difference * difference / expected;
            }
        }

        return sum;
    }
}
