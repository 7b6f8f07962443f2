using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Whatever the bytes: a table or errors, never an exception; and a table that keeps the contract inferred from it.</summary>
public sealed class FuzzTests
{
    private static readonly byte[] Alphabet = "\"\"\",,,;\t\n\n\r a1.-eNATZ:+\0é\uFEFF"u8.ToArray();

    [Fact]
    public void Random_bytes_give_a_table_or_errors()
    {
        foreach (var seed in FuzzSeeds.From(11, 12_000))
        {
            var random = new SeededRandom(seed);
            var bytes = new byte[random.Next(60)];
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = random.Next(40) == 0 ? (byte)random.Next(256) : Alphabet[random.Next(Alphabet.Length)];
            Check(bytes, seed);
        }
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    public void Random_rows_against_a_contract_of_every_type_give_findings(int seed)
    {
        const string schema = """
            columns:
              - {name: a, type: boolean, unique: true, mostly: 0.5}
              - {name: b, type: int64, min: 0, max: 5, missing: 0.5, sensitive: true}
              - {name: c, type: float32, values: [1, 2.5]}
              - {name: d, type: float64, min: -1, unique: true}
              - {name: e, type: date, max: 2024-01-01}
              - {name: f, type: timestamp, min: 2000-01-01, values: ["2024-01-01T00:00Z"]}
              - {name: g, type: string, pattern: "[a-c]*", min_length: 1, max_length: 3, severity: warning}
            table: {rows: {min: 2, max: 3}, key: [a, g]}
            """;
        string[] fields =
            ["", "true", "1", "-2", "2.5", "1e400", "nan", "2024-01-01", "1999-12-31T00:00+01:00", "x", "\"\"", "\"a\"\"\"", "é", "NA"];
        var random = new SeededRandom(seed);
        for (var round = 0; round < 1000; round++)
        {
            var rows = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Row(random, fields));
            var reading = Reading.Validated("a,b,c,d,e,f,g\n" + string.Join('\n', rows), schema);
            var errors = reading.Diagnostics.Count(diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);
            reading.Summary!.Violations.Count.ShouldBe(errors);
            reading.Summary.Violations.ShouldAllBe(violation => violation.Count > 0 && violation.Share <= 1);
        }
    }

    private static string Row(SeededRandom random, string[] fields) =>
        string.Join(',', Enumerable.Range(0, 7).Select(_ => fields[random.Next(fields.Length)]));

    [Fact]
    public void A_real_file_with_random_changes_gives_a_table_or_errors()
    {
        var original = File.ReadAllBytes(RealFiles.Path("penguins.csv")).AsSpan(0, 3000).ToArray();
        foreach (var seed in FuzzSeeds.From(21, 600))
        {
            var random = new SeededRandom(seed);
            var bytes = original.ToList();
            for (var change = random.Next(4); change >= 0; change--)
            {
                var at = random.Next(bytes.Count);
                if (random.Next(3) == 0)
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                else
                    bytes.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
            }

            Check([.. bytes], seed);
        }
    }

    [Fact]
    public void Random_contracts_give_a_contract_or_errors()
    {
        var random = new SeededRandom(31);
        const string text = "format: {delimiter: tab, missing: [NA]}\ncolumns:\n  - name: a\n    type: int64\n    min: 3\n    "
            + "values: [1, 2]\n  - {name: b, type: string, pattern: '(a|b)+'}\ntable:\n  key: [a]\n";
        for (var round = 0; round < 1500; round++)
        {
            var changed = new StringBuilder(text);
            for (var change = random.Next(5); change >= 0; change--)
                changed[random.Next(changed.Length)] = "\n :-{}[]'\"#&*!|>%@`ab1?,\t"[random.Next(25)];
            var diagnostics = new DiagnosticBag();
            var schema = SchemaFile.Parse("schema.yaml", changed.ToString(), diagnostics);
            (schema is null).ShouldBe(diagnostics.HasErrors, changed.ToString());
            SchemaFile.Update(changed.ToString(), new DataSchema { Columns = [] }).ShouldNotBeNull();
        }
    }

    private static void Check(byte[] bytes, int seed)
    {
        var place = $"MLOPS_FUZZ_SEED={seed}: {Encoding.UTF8.GetString(bytes)}";
        var reading = Reading.Of(bytes);
        reading.Diagnostics.HasErrors.ShouldBe(reading.Table is null, place);
        foreach (var diagnostic in reading.Diagnostics)
        {
            diagnostic.Position.File.ShouldBe("data.csv");
            diagnostic.Message.ShouldNotContain('\n');
        }

        if (reading.Table is not { } table)
            return;
        var validated = new DiagnosticBag();
        DataValidator.Validate(table, SchemaInference.Infer(table), [], validated, TestContext.Current.CancellationToken);
        validated.ShouldAllBe(diagnostic => diagnostic.Code == DataCodes.NotFinite, place);
    }
}
