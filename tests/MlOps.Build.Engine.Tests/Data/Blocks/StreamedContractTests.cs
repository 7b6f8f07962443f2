using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Tests.Data.Blocks;

/// <summary>A contract says the same of a file that is read in small blocks by several threads and of the table in memory.</summary>
public sealed class StreamedContractTests
{
    private const string Schema = """
        columns:
          - {name: a, type: boolean, unique: true, mostly: 0.5}
          - {name: b, type: int64, min: 0, max: 50, missing: 0.1, unique: true}
          - {name: c, type: float32, values: [1, 2.5], unique: true}
          - {name: d, type: float64, min: -1, max: 2.5, unique: true}
          - {name: e, type: date, max: 2024-01-01, unique: true}
          - {name: f, type: timestamp, min: 2000-01-01, max: 2024-01-01, values: ["2024-01-01T00:00Z"], unique: true}
          - {name: g, type: string, pattern: "[a-c]*", min_length: 1, max_length: 3, unique: true, severity: warning}
        table: {rows: {min: 60, max: 80}, key: [a, g]}
        """;

    private static readonly string[] Fields =
    [
        "", "true", "1", "-2", "2.5", "1e400", "nan", "2024-01-01", "1999-12-31T00:00+01:00", "2024-01-01 01:00+01:00", "x", "\"\"", "\"a\"\"\"",
        "é", "NA", "\"ab\nc\"", "aaaa", "0", "-0",
    ];

    [Fact]
    public void Findings_do_not_depend_on_how_a_file_is_read()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, random.Next(40, 120)).Select(_ => Row(random));
            var text = "a,b,c,d,e,f,g\n" + string.Join('\n', rows);
            var expected = Reading.Validated(text, Schema).Messages;
            Streamed(text, random.Next(20, 900), random.Next(1, 4), random.Next(2) == 0 ? 1 << 14 : 2).ShouldBe(expected, $"seed {seed}");
        }
    }

    [Fact]
    public void Repeats_are_found_when_keys_do_not_fit_the_budget()
    {
        var random = new Random(3);
        var text = new StringBuilder("n,t\n");
        for (var row = 0; row < 3000; row++)
            text.Append($"{(row is 700 or 2900 ? 123456789012 : random.NextInt64())},{(row is 20 or 21 or 2500 ? "twin" : $"t{row}")}\n");
        const string schema = "columns: [{name: n, type: int64, unique: true}, {name: t, type: string, unique: true}]";
        Check(text.ToString(), schema, budget: 100).ShouldBe(
        [
            "MLOPS1016 n 2 702, 2902",
            "MLOPS1016 t 3 22, 23, 2502",
        ]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_file_that_shrinks_while_it_is_read_again_gives_an_error_and_no_verdict(int reading)
    {
        var contract = Reading.Schema("columns: [{name: n, type: string, unique: true}]");
        var text = "n\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"value {i % 399}\n"));
        var (file, diagnostics) = (new ShrinkingBytes(Encoding.UTF8.GetBytes(text)), new DiagnosticBag());
        var source = CsvBatches.Open([file], contract, new CsvReading { BlockSize = 500, Threads = 2 }, diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();
        var counted = new CountedSource(source, before: number => file.Shrunk = number == reading);
        new ContractRun(counted, contract, 2, keyBudget: 300).Read(diagnostics, TestContext.Current.CancellationToken).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("data.csv: error MLOPS1023: the data file cannot be read: 'data.csv' became shorter while it was read.");
    }

    private static List<string> Check(string text, string schema, int budget)
    {
        var contract = Reading.Schema(schema);
        var reading = new CsvReading { BlockSize = 500, Threads = 2 };
        var source = CsvBatches.Open([Bytes(text)], contract, reading, [], TestContext.Current.CancellationToken).ShouldNotBeNull();
        var run = new ContractRun(source, contract, 2, budget);
        var rows = run.Read([], TestContext.Current.CancellationToken).ShouldNotBeNull();
        return [.. new ContractFindings(source, "data.csv", contract, run, rows).All().Select(finding => finding.Violation).Select(violation =>
            $"{violation.Code} {violation.Column} {violation.Count} {string.Join(", ", violation.Examples.Select(example => example.Line))}")];
    }

    private static List<string> Streamed(string text, int block, int threads, int dictionaryLimit)
    {
        var diagnostics = new DiagnosticBag();
        var contract = Reading.Schema(Schema);
        var reading = new CsvReading { BlockSize = block, Threads = threads, DictionaryLimit = dictionaryLimit };
        var source = CsvBatches.Open([Bytes(text)], contract, reading, diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();
        ContractValidator.Validate(source, "data.csv", contract, Surroundings.None, diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();
        return [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
    }

    private static MemoryBytes Bytes(string text) => new("data.csv", Encoding.UTF8.GetBytes(text));

    private static string Row(Random random) => string.Join(',', Enumerable.Range(0, 7).Select(_ => Fields[random.Next(Fields.Length)]));

    private sealed class ShrinkingBytes(byte[] bytes) : DataBytes("data.csv")
    {
        public bool Shrunk { get; set; }

        public override long Length => bytes.Length;

        public override int Read(long offset, Span<byte> buffer)
        {
            var count = (int)Math.Clamp((Shrunk ? bytes.Length / 2 : bytes.Length) - offset, 0, buffer.Length);
            bytes.AsSpan((int)Math.Min(offset, bytes.Length), count).CopyTo(buffer);
            return count;
        }
    }

    private sealed class CountedSource(IBatchSource source, Action<int> before) : IBatchSource
    {
        private int _readings;

        public IReadOnlyList<BatchColumn> Columns => source.Columns;

        public long? Read(Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation)
        {
            before(++_readings);
            return source.Read(sink, diagnostics, cancellation);
        }

        public IReadOnlyList<RowLocation> Locate(IReadOnlyList<RowPlace> places) => source.Locate(places);
    }
}
