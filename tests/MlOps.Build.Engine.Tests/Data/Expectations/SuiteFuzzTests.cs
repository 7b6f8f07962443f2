using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Exchange;
using MlOps.Build.Engine.Data.Expectations.Suites;
using MlOps.Build.Engine.Data.Expectations.Tfdv;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

/// <summary>Suites and schemas with random changes are read or refused with a code; what is read can be judged, written and made into a contract.</summary>
public sealed partial class SuiteFuzzTests
{
    [Theory]
    [InlineData("birdstrikes-suite.json", 61, 150)]
    [InlineData("cases-suite.json", 62, 60)]
    public void A_changed_suite_is_judged_or_refused(string file, int first, int count)
    {
        var original = File.ReadAllBytes(Judging.File(file));
        var table = Judging.Table("Speed IAS in knots,Wildlife Size,Flight Date,word,x,count\n1,Small,2020-01-01,a,1.5,3\n,Large,2020-02-01,b,,4\n900,,2021-01-01,,2.5,\n");
        foreach (var seed in FuzzSeeds.From(first, count))
        {
            var bytes = TextMutation.Of(original, new SeededRandom(seed));
            var (diagnostics, place) = (new DiagnosticBag(), $"MLOPS_FUZZ_SEED={seed}");
            var suite = SuiteReader.Read("suite.json", bytes, diagnostics);
            Sound(diagnostics, suite is null, "suite.json", place);
            if (suite is null)
                continue;
            var result = Judging.Judge(new TableBatches(table), suite);
            result.Results.Count.ShouldBe(suite.Expectations.Count, place);
            result.Results.ShouldAllBe(single => single.Outcome.Fault == null || !single.Outcome.Success, place);
            Judging.Json(result).GetProperty("results").GetArrayLength().ShouldBe(suite.Expectations.Count, place);
            var written = SuiteWriter.Write(suite, legacy: false);
            SuiteWriter.Write(Judging.Parse(written), legacy: false).ShouldBe(written, place);
            Written(SuiteImport.Of(suite, SchemaInference.Infer(table)), place);
            Written(SuiteImport.Of(suite, null), place);
        }
    }

    [Fact]
    public void A_changed_schema_of_TFDV_is_a_contract_or_refused()
    {
        foreach (var seed in FuzzSeeds.From(63, 1500))
        {
            var text = Encoding.UTF8.GetString(TextMutation.Of(Encoding.UTF8.GetBytes(TfdvImportTests.Taxi), new SeededRandom(seed)));
            var (diagnostics, place) = (new DiagnosticBag(), $"MLOPS_FUZZ_SEED={seed}: {text}");
            var schema = TfdvImport.Read("schema.pbtxt", text, diagnostics);
            Sound(diagnostics, schema is null, "schema.pbtxt", place);
            if (schema is not null)
                Written(schema, place);
        }
    }

    private static void Sound(DiagnosticBag diagnostics, bool refused, string file, string place)
    {
        diagnostics.HasErrors.ShouldBe(refused, place);
        diagnostics.ShouldAllBe(said => said.Position.File == file && said.Position.Line > 0 && !said.Message.Contains('\n'), place);
    }

    // The contract that the import writes is one that the next build can read.
    private static void Written(DataSchema schema, string place)
    {
        var (text, diagnostics) = (SchemaFile.Write(schema), new DiagnosticBag());
        var read = SchemaFile.Parse("schema.yaml", text, diagnostics).ShouldNotBeNull($"{string.Join('\n', diagnostics)}\n{text}\n{place}");
        read.Expectations.Count.ShouldBe(schema.Expectations.Count, place);
        foreach (var (column, same) in schema.Columns.Zip(read.Columns))
        {
            SchemaWriter.Keys(same).ShouldBe(SchemaWriter.Keys(column), place);
            same.Values.ShouldBe(column.Values, place);

            // A number beyond doubles is a text in YAML, and 'meta' among the arguments changes nothing.
            same.Expectations.Zip(column.Expectations).Where(pair => !Unwritten().IsMatch(pair.Second.Kwargs.GetRawText()))
                .ShouldAllBe(pair => JsonElement.DeepEquals(pair.First.Kwargs, pair.Second.Kwargs), place);
        }
    }

    [GeneratedRegex("1e400|\"meta\"")]
    private static partial Regex Unwritten();
}
