using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Tfdv;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

public sealed class TfdvImportTests
{
    // Fields as in tensorflow/metadata's schema.proto; the taxi schema of TFX's tutorials has this form.
    internal const string Taxi = """
        # made by tfdv.infer_schema
        feature {
          name: "payment_type"
          type: BYTES
          domain: "payment_type"
          presence { min_fraction: 1.0 min_count: 1 }
          shape { dim { size: 1 } }
          drift_comparator { infinity_norm { threshold: 0.01 } }
        }
        feature < name: "company" type: BYTES presence: { min_count: 1 } value_count { min: 1 max: 1 }
          string_domain { value: "Blue" value: 'Caf\303\251' value: "Two " "parts" } distribution_constraints { min_domain_mass: 0.9 } >
        feature { name: "fare" type: FLOAT float_domain { min: 0.0 max: inf } presence { min_fraction: 0.75 } not_in_environment: "SERVING" }
        feature { name: "hour" type: INT int_domain { min: 0, max: 23; is_categorical: true } unique_constraints { min: 20 max: 24 } }
        feature { name: "tips" type: BYTES bool_domain {} in_environment: ["TRAINING"] }
        feature { name: "words" type: BYTES value_count { min: 0 max: 9 } }
        feature { name: "old" type: INT lifecycle_stage: DEPRECATED int_domain { min: 5 } }
        string_domain { name: "payment_type" value: "Cash" value: "Credit Card" }
        default_environment: "TRAINING"
        dataset_constraints { min_examples_count: 100 }
        """;

    [Fact]
    public void A_schema_becomes_a_contract()
    {
        var diagnostics = new DiagnosticBag();

        var schema = TfdvImport.Read("schema.pbtxt", Taxi, diagnostics).ShouldNotBeNull(string.Join('\n', diagnostics));

        SchemaFile.Write(schema).ShouldBe("""
            # The data contract: what each column holds. See docs/guides/data-contract.md.
            environments: [TRAINING, SERVING]
            columns:
              - name: payment_type
                type: string
                environments: [TRAINING]
                missing: 0
                drift: {infinity_norm: 0.01}
                values: [Cash, Credit Card]
              - name: company
                type: string
                environments: [TRAINING]
                expectations:
                  - type: expect_column_values_to_be_in_set
                    value_set: ["Blue","Café","Two parts"]
                    mostly: 0.9
              - name: fare
                type: float64
                environments: [TRAINING]
                missing: 0.25
                min: 0
              - name: hour
                type: int64
                required: false
                environments: [TRAINING]
                min: 0
                max: 23
                expectations:
                  - type: expect_column_unique_value_count_to_be_between
                    min_value: 20
                    max_value: 24
              - name: tips
                type: boolean
                required: false
                environments: [TRAINING]
              - name: old
                type: int64
                required: false
                environments: [TRAINING]
            table:
              rows:
                min: 100

            """.ReplaceLineEndings("\n"));
        Reading.Schema(SchemaFile.Write(schema)).Columns.Count.ShouldBe(6);
    }

    [Fact]
    public void What_is_not_carried_over_is_told_with_its_line()
    {
        var diagnostics = new DiagnosticBag();

        TfdvImport.Read("schema.pbtxt", Taxi, diagnostics);

        diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Position.Line)).ShouldBe(
        [
            ("MLOPS1106", 15),
        ]);
        diagnostics.First().Message.ShouldBe("feature 'words', which is no single value, is not carried over: a contract has no word for it.");
    }

    [Fact]
    public void Comparators_become_limits_of_distances()
    {
        const string text = """
            feature { name: "a" type: BYTES skew_comparator { infinity_norm { threshold: 0.01 } normalized_abs_difference { threshold: 0.5 } } }
            feature { name: "b" type: FLOAT
              drift_comparator { jensen_shannon_divergence { threshold: 0.2 source { type: QUANTILES } }
                infinity_norm { threshold: 0.1 } } }
            """;
        var diagnostics = new DiagnosticBag();
        var schema = TfdvImport.Read("schema.pbtxt", text, diagnostics).ShouldNotBeNull();
        schema.Columns[0].Skew.ShouldBe(new DistanceLimits { InfinityNorm = 0.01, NormalizedAbsDifference = 0.5 });
        schema.Columns[1].Drift.ShouldBe(new DistanceLimits { JensenShannonDivergence = 0.2 });
        Reading.Schema(SchemaFile.Write(schema)).Columns[1].Drift.ShouldBe(schema.Columns[1].Drift);
        diagnostics.Select(diagnostic => diagnostic.ToString().Split(" is not")[0]).ShouldBe(
        [
            "schema.pbtxt(3): warning MLOPS1106: 'source' of the drift_comparator of 'b'",
            "schema.pbtxt(4): warning MLOPS1106: 'infinity_norm' of the drift_comparator of 'b'",
        ]);
    }

    // As the table in https://www.tensorflow.org/tfx/data_validation/get_started, "Schema environments", and IsFeatureInEnvironment in TFDV's schema.cc.
    [Theory]
    [InlineData("", "")]
    [InlineData("not_in_environment: \"SERVING\"", "TRAINING")]
    [InlineData("in_environment: \"BATCH\"", "TRAINING SERVING BATCH")]
    [InlineData("in_environment: \"SERVING\" not_in_environment: \"SERVING\"", "")]
    [InlineData("not_in_environment: [\"TRAINING\", \"SERVING\"]", "nowhere")]
    public void A_feature_is_in_the_default_environments_but_for_what_it_says(string says, string expected)
    {
        var text = $$"""
            default_environment: "TRAINING" default_environment: "SERVING"
            feature { name: "tips" type: INT presence { min_count: 1 } {{says}} }
            """;
        var column = TfdvImport.Read("schema.pbtxt", text, []).ShouldNotBeNull().Columns[0];
        if (expected == "nowhere")
            column.Required.ShouldBeFalse();
        else
            string.Join(' ', column.Environments).ShouldBe(expected == "TRAINING SERVING BATCH" ? "" : expected);
    }

    [Theory]
    [InlineData("feature {", 1)]
    [InlineData("feature {\n name: \"a }", 2)]
    [InlineData("feature { name }", 1)]
    [InlineData("= 5", 1)]
    [InlineData("feature: [", 1)]
    [InlineData("", 1)]
    public void What_is_no_schema_is_refused_with_its_line(string text, int line)
    {
        var diagnostics = new DiagnosticBag();

        TfdvImport.Read("schema.pbtxt", text, diagnostics).ShouldBeNull();

        var error = diagnostics.ShouldHaveSingleItem();
        (error.Code, error.Position.Line).ShouldBe(("MLOPS1105", line));
    }

    [Fact]
    public void Damaged_and_hostile_schemas_are_read_or_refused()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var text = new StringBuilder(Taxi);
            for (var change = random.Next(1, 6); change > 0; change--)
                text[random.Next(text.Length)] = "{}<>[]:;,\"'\\#x\n9-"[random.Next(17)];
            Should.NotThrow(() => TfdvImport.Read("schema.pbtxt", text.ToString()[..random.Next(text.Length)], []));
        }

        TfdvImport.Read("schema.pbtxt", string.Concat(Enumerable.Repeat("a{", 100_000)), []).ShouldBeNull();
    }
}
