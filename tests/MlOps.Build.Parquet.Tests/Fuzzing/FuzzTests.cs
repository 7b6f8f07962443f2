using System.Diagnostics;
using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Tests.Fuzzing;

/// <summary>
/// Damaged files end in an error with a code or are read, and never otherwise. MLOPS_FUZZ_SECONDS makes the run as long, MLOPS_FUZZ_SEED starts
/// it elsewhere.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int ShortRun = 4000;

    private static readonly ParquetLimits Limits = new()
    {
        RowGroupRows = 1 << 20,
        PageBytes = 1 << 24,
        TextBytes = 1 << 24,
    };

    [Fact]
    public void A_damaged_file_ends_in_an_error_with_a_code_or_is_read()
    {
        var files = Directory.GetFiles(Path.GetDirectoryName(ExpectedFiles.PathOf("x"))!, "*.parquet").Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).ToList();
        var seconds = Number("MLOPS_FUZZ_SECONDS");
        var seed = Number("MLOPS_FUZZ_SEED") ?? 1;
        var watch = Stopwatch.StartNew();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var slowest = TimeSpan.Zero;
        var last = seed + ShortRun;
        for (var next = seed; seconds is null ? next < last : watch.Elapsed.TotalSeconds < seconds; next++)
        {
            var started = watch.Elapsed;
            Count(counts, Try(files, next));
            slowest = watch.Elapsed - started is var took && took > slowest ? took : slowest;
        }

        output.WriteLine($"{counts.Values.Sum()} outcomes, the slowest file took {slowest.TotalMilliseconds:0} ms");
        foreach (var (outcome, count) in counts)
            output.WriteLine($"{outcome}: {count}");
    }

    private static void Count(SortedDictionary<string, int> counts, IEnumerable<string> outcomes)
    {
        foreach (var outcome in outcomes)
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
    }

    private static List<string> Try(List<byte[]> files, int seed)
    {
        var random = new Random(seed);
        var damaged = Mutation.Apply(files[random.Next(files.Count)].ToArray(), files[random.Next(files.Count)], random);
        try
        {
            return Read(damaged);
        }
        catch (Exception exception) when (exception is not ColumnFileException)
        {
            throw new InvalidOperationException($"MLOPS_FUZZ_SEED={seed}: {exception.GetType().Name}: {exception.Message}", exception);
        }
    }

    private static List<string> Read(byte[] content)
    {
        var outcomes = new List<string>();
        try
        {
            using var file = new ParquetFormat(Limits).Open(new MemoryStream(content), "damaged.parquet");
            foreach (var group in file.RowGroups)
                outcomes.AddRange(file.Columns.Select(column => ReadColumn(file, group, column)));
        }
        catch (ColumnFileException exception)
        {
            outcomes.Add(CodeOf(exception));
        }

        return outcomes;
    }

    private static string ReadColumn(IColumnFile file, RowGroup group, FileColumn column)
    {
        try
        {
            using var values = file.Read(group.Index, column.Index, CancellationToken.None);
            Verify(values, group);
            return "read";
        }
        catch (ColumnFileException exception)
        {
            exception.Message.ShouldContain(group.Index.ToString(CultureInfo.InvariantCulture));
            return CodeOf(exception);
        }
    }

    // What is read holds together: as many rows, missing ones and codes as it says.
    private static void Verify(ColumnValues values, RowGroup group)
    {
        values.RowCount.ShouldBe(group.RowCount);
        Enumerable.Range(0, values.RowCount).Count(values.IsMissing).ShouldBe(values.MissingCount);
        if (values is not TextColumnValues texts)
            return;
        for (var row = 0; row < texts.RowCount; row++)
        {
            if (!texts.IsMissing(row))
                _ = texts.Entry(texts.Codes.Span[row]).Length;
        }
    }

    private static string CodeOf(ColumnFileException exception)
    {
        exception.Diagnostic.Code.ShouldStartWith("MLOPS104");
        return exception.Diagnostic.Code;
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
