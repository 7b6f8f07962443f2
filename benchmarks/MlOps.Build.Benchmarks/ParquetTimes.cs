using System.Diagnostics;
using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Parquet;

namespace MlOps.Build.Benchmarks;

/// <summary>How long a column of three million flights takes to read and add up, in turn with DuckDB on one thread.</summary>
internal static class ParquetTimes
{
    private const int Rounds = 15;

    private static readonly (string Column, string Query)[] Cases =
        [("date", "epoch_us(max(date))"), ("delay", "sum(delay)"), ("distance", "sum(distance)"), ("origin", "max(origin)"), ("destination", "max(destination)")];

    public static void Run(string root)
    {
        var folder = Path.Combine(root, "tests", "parquet");
        var path = Path.Combine(folder, "node_modules", "vega-datasets", "data", "flights-3m.parquet");
        if (!File.Exists(path))
        {
            Console.Error.WriteLine("Run 'npm ci --ignore-scripts' in tests/parquet first.");
            return;
        }

        using var duck = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "time.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var file = new ParquetFormat().Open(path);
        Console.WriteLine($"{Machine.Description}\n\n| column | ours, processor ms | DuckDB, processor ms | ours, wall ms | DuckDB, wall ms |\n|---|---:|---:|---:|---:|");
        foreach (var (column, query) in Cases)
            Compare(file, duck, column, $"SELECT {query} FROM '{path}'");
        duck.StandardInput.Close();
        duck.WaitForExit();
    }

    // The first rounds warm both up; then medians of one after the other.
    private static void Compare(IColumnFile file, Process duck, string column, string query)
    {
        var (ours, theirs) = (new List<Timing>(), new List<Timing>());
        for (var round = -5; round < Rounds; round++)
        {
            var (mine, its) = (Ours(file, column), Ask(duck, query));
            if (mine.Answer != its.Answer)
                throw new InvalidOperationException($"{column}: {mine.Answer} here, {its.Answer} there.");
            if (round >= 0)
                (ours, theirs) = ([.. ours, mine], [.. theirs, its]);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {column} | {Median(ours, time => time.Processor):0.0} | {Median(theirs, time => time.Processor):0.0} | {Median(ours, time => time.Wall):0.0} | {Median(theirs, time => time.Wall):0.0} |"));
    }

    private static Timing Ours(IColumnFile file, string name)
    {
        using var self = Process.GetCurrentProcess();
        var processor = self.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var answer = Answer(file, file.Columns.Single(column => column.Name == name));
        var wall = watch.Elapsed.TotalMilliseconds;
        self.Refresh();
        return new Timing(wall, (self.TotalProcessorTime - processor).TotalMilliseconds, answer);
    }

    private static string Answer(IColumnFile file, FileColumn column) => column.Type switch
    {
        ColumnType.String => Parts(file, column, part => Largest((TextColumnValues)part)).Max(StringComparer.Ordinal)!,
        ColumnType.Timestamp => Parts(file, column, part => Largest(((ColumnValues<long>)part).Values.Span)).Max().ToString(CultureInfo.InvariantCulture),
        _ => Parts(file, column, part => Sum(((ColumnValues<long>)part).Values.Span)).Sum().ToString(CultureInfo.InvariantCulture),
    };

    private static IEnumerable<T> Parts<T>(IColumnFile file, FileColumn column, Func<ColumnValues, T> answer)
    {
        foreach (var group in file.RowGroups)
        {
            using var part = file.Read(group.Index, column.Index);
            yield return answer(part);
        }
    }

    private static string Largest(TextColumnValues texts)
    {
        var used = new bool[texts.EntryCount];
        foreach (var code in texts.Codes.Span)
            used[code] = true;
        return Enumerable.Range(0, used.Length).Where(code => used[code]).Select(code => Encoding.UTF8.GetString(texts.Entry(code))).Max(StringComparer.Ordinal)!;
    }

    private static long Largest(ReadOnlySpan<long> values)
    {
        var largest = long.MinValue;
        foreach (var value in values)
            largest = Math.Max(largest, value);
        return largest;
    }

    private static long Sum(ReadOnlySpan<long> values)
    {
        var sum = 0L;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private static Timing Ask(Process duck, string query)
    {
        duck.StandardInput.WriteLine(query);
        duck.StandardInput.Flush();
        var parts = duck.StandardOutput.ReadLine()!.Split(';');
        return new Timing(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }

    private static double Median(List<Timing> times, Func<Timing, double> of) => times.Select(of).Order().ElementAt(times.Count / 2);

    private sealed record Timing(double Wall, double Processor, string Answer);
}
