using System.Text.Json;
using MlOps.Build.Engine.Features;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Features;

/// <summary>
/// Transformations against what pandas, scikit-learn and Python's datetime make of the same files (Expected/make_features.py), and
/// against ONNX Runtime on the same graph.
/// </summary>
public sealed class ExpectedFeatureTests
{
    private const string Penguins = """
        task: multiclass
        label: species
        features:
          - { column: bill_length_mm, transforms: [impute: median] }
          - { column: body_mass_g, transforms: [impute: mean, scale: standard] }
          - { column: body_mass_g, transforms: [scale: standard] }
          - { column: body_mass_g, transforms: [clip: { quantiles: [0.1, 0.9] }] }
          - { column: body_mass_g, transforms: [log: 10] }
          - { column: bill_depth_mm, transforms: [scale: min_max] }
          - { column: flipper_length_mm, transforms: [bucket: { count: 5 }] }
          - { column: flipper_length_mm, transforms: [bucket: [185, 200, 215]] }
          - { column: sex, transforms: [one_hot] }
          - { column: island, transforms: [ordinal] }
          - { cross: [island, sex], transforms: [one_hot: { minimum_count: 1 }] }
        """;

    private const string Dates = """
        task: binary
        label: { column: y, positive: [1] }
        features:
          - { column: day, transforms: [date_parts: [year, month, day, day_of_week, day_of_year]] }
        """;

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Features", "Expected", file));

    [Theory]
    [InlineData(0, "impute_median", 0)]
    [InlineData(1, "impute_mean_standard", 1e-6)]
    [InlineData(2, "standard_with_missing", 1e-6)]
    [InlineData(3, "clip_quantiles", 0)]
    [InlineData(4, "log", 1e-6)]
    [InlineData(5, "min_max", 1e-6)]
    [InlineData(6, "bucket_quantiles", 0)]
    [InlineData(7, "bucket_edges", 0)]
    [InlineData(8, "one_hot", 0)]
    [InlineData(9, "ordinal", 0)]
    [InlineData(10, "cross", 0)]
    public void A_transformation_gives_what_scikit_learn_gives(int index, string name, double tolerance) =>
        ShouldAgree(new FeatureCase(Read("penguins.csv"), Penguins).Feature(index), name, tolerance);

    [Fact]
    public void Date_parts_are_those_of_the_calendar_from_year_1_to_9999() =>
        ShouldAgree(new FeatureCase(Read("dates.csv"), Dates).Feature(0), "dates", 0);

    [Theory]
    [InlineData("penguins.csv", Penguins)]
    [InlineData("penguins.csv", "task: multiclass\nlabel: species\n")]
    [InlineData("dates.csv", Dates)]
    public void ONNX_Runtime_makes_the_same_features(string file, string config)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        foreach (var traits in new[] { FeatureCase.Trees, FeatureCase.Linear })
        {
            var made = new FeatureCase(Read(file), config, traits);
            var inputs = TableTensors.Of(made.Table, made.Fitted.Signature, made.Rows);
            var outputs = OnnxRuntimeProcess.Run(OnnxModelWriter.Write(made.Fitted.Preprocessing), inputs);
            ((Tensor<float>)outputs["features"]).Values.ShouldBe(made.Matrix().Values);
        }
    }

    private static void ShouldAgree(float[][] actual, string name, double tolerance)
    {
        using var json = JsonDocument.Parse(Read("features.json"));
        var expected = json.RootElement.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().ToArray()).ToArray();
        actual.Length.ShouldBe(expected.Length);
        for (var row = 0; row < expected.Length; row++)
        {
            actual[row].Length.ShouldBe(expected[row].Length);
            for (var i = 0; i < expected[row].Length; i++)
                Same(actual[row][i], expected[row][i], tolerance).ShouldBeTrue($"{name}, row {row}, input {i}: {actual[row][i]}, not {expected[row][i]}");
        }
    }

    private static bool Same(float actual, JsonElement expected, double tolerance) => expected.ValueKind == JsonValueKind.Null
        ? float.IsNaN(actual)
        : Math.Abs(actual - (float)expected.GetDouble()) <= tolerance * Math.Max(1, Math.Abs(expected.GetDouble()));
}
