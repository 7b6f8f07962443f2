using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Tests.Fuzzing;

/// <summary>
/// Damaged files end in an error with a code or are read, and never otherwise. MLOPS_FUZZ_SECONDS makes the run as long, MLOPS_FUZZ_SEED starts
/// it elsewhere.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int ShortRun = 2000;

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
        {
            var kind = outcome.Split(' ')[0];
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }
    }

    private static List<string> Try(List<byte[]> files, int seed)
    {
        var random = new Random(seed);
        var damaged = Mutation.Apply(files[random.Next(files.Count)].ToArray(), files[random.Next(files.Count)], random);
        try
        {
            var outcomes = Read(damaged, backwards: false);
            Read(damaged, backwards: true).ShouldBe(outcomes);
            return outcomes;
        }
        catch (Exception exception) when (exception is not ColumnFileException)
        {
            throw new InvalidOperationException($"MLOPS_FUZZ_SEED={seed}: {exception.GetType().Name}: {exception.Message}", exception);
        }
    }

    // Backwards the memory that columns take holds others' values: what is not written would show.
    private static List<string> Read(byte[] content, bool backwards)
    {
        try
        {
            using var file = new ParquetFormat(Limits).Open(new MemoryStream(content), "damaged.parquet");
            var parts = file.RowGroups.SelectMany(group => file.Columns.Select(column => (group, column)));
            var outcomes = (backwards ? parts.Reverse() : parts).Select(part => ReadColumn(file, part.group, part.column)).ToList();
            if (backwards)
                outcomes.Reverse();
            return outcomes;
        }
        catch (ColumnFileException exception)
        {
            return [CodeOf(exception)];
        }
    }

    private static string ReadColumn(IColumnFile file, RowGroup group, FileColumn column)
    {
        try
        {
            using var values = file.Read(group.Index, column.Index, CancellationToken.None);
            Verify(values, group);
            return $"read {Fingerprint(values):x}";
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

    private static int Fingerprint(ColumnValues values)
    {
        var hash = default(HashCode);
        hash.AddBytes(values switch
        {
            ColumnValues<bool> booleans => MemoryMarshal.AsBytes(booleans.Values.Span),
            ColumnValues<int> numbers => MemoryMarshal.AsBytes(numbers.Values.Span),
            ColumnValues<long> numbers => MemoryMarshal.AsBytes(numbers.Values.Span),
            ColumnValues<float> numbers => MemoryMarshal.AsBytes(numbers.Values.Span),
            ColumnValues<double> numbers => MemoryMarshal.AsBytes(numbers.Values.Span),
            _ => MemoryMarshal.AsBytes(((TextColumnValues)values).Codes.Span),
        });
        return hash.ToHashCode();
    }

    private static string CodeOf(ColumnFileException exception)
    {
        exception.Diagnostic.Code.ShouldStartWith("MLOPS104");
        return exception.Diagnostic.Code;
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
