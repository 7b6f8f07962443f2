using System.Reflection;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Predictors;
using MlOps.Build.Inference;
using static MlOps.Build.Engine.Tests.Packaging.Predictors.Signatures;

namespace MlOps.Build.Engine.Tests.Packaging.Predictors;

/// <summary>Generated predictors as an application calls them. The model gives the column <c>Speed</c> back, plus the length of <c>Size</c>.</summary>
public sealed class PredictorCallTests
{
    private const string Consumer = """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Generated;

        public static class Consumer
        {
            public static string Enum(StrikesPredictor predictor) =>
                predictor.Predict(new StrikesInput { Speed = 5, Size = StrikesSize.VeryLarge }).Value + " " + StrikesSizeTexts.ToText(StrikesSize.S)
                + " " + StrikesSizeTexts.TryParse("very large", out var known) + " " + known + " " + StrikesSizeTexts.TryParse("XL", out var unknown) + " " + (unknown is null)
                + " " + StrikesSizeTexts.TryParse(null, out _) + " " + predictor.Predict(new StrikesInput { Speed = 5 }).Value;

            public static void NoMember(StrikesPredictor predictor) => predictor.Predict(new StrikesInput { Speed = 5, Size = (StrikesSize)9 });

            public static float[] Span(StrikesPredictor predictor, int rows)
            {
                var inputs = Enumerable.Range(0, rows).Select(i => new StrikesInput { Speed = i }).ToArray();
                var predictions = new StrikesPrediction[rows + 1];
                predictor.Predict(inputs, predictions);
                predictor.Predict(inputs, predictions);
                return predictions.Select(prediction => prediction.Value).ToArray();
            }

            public static void TooSmall(StrikesPredictor predictor) => predictor.Predict(new StrikesInput[2], new StrikesPrediction[1]);

            public static async Task<float[]> Stream(StrikesPredictor predictor, int rows, int batchSize)
            {
                var values = new List<float>();
                await foreach (var prediction in predictor.PredictAsync(Rows(rows), batchSize))
                    values.Add(prediction.Value);
                return values.ToArray();
            }

            public static async Task<int> Cancelled(StrikesPredictor predictor)
            {
                using var stop = new System.Threading.CancellationTokenSource();
                var seen = 0;
                try
                {
                    await foreach (var prediction in predictor.PredictAsync(Rows(9), 2, cancellationToken: stop.Token))
                    {
                        if (++seen == 3)
                            stop.Cancel();
                    }
                }
                catch (System.OperationCanceledException)
                {
                    return seen;
                }

                return -1;
            }

            public static float Checked(StrikesPredictor predictor, double speed) => predictor.Predict(new StrikesInput { Speed = speed }, check: true).Value;

            public static float AsItComes(StrikesPredictor predictor, double speed) => predictor.Predict(new StrikesInput { Speed = speed }).Value;

            public static void CheckedMany(StrikesPredictor predictor) =>
                predictor.Predict(Enumerable.Range(0, 3000).Select(i => new StrikesInput { Speed = i == 2000 ? -1 : 1 }), check: true);

            public static int Violations(StrikesPredictor predictor) => predictor.Check(new StrikesInput { Speed = -1 }).Count;

            public static string Explained(StrikesPredictor predictor)
            {
                var result = predictor.Predict(new StrikesInput { Speed = 5 }, explain: true);
                return result.Prediction.Value + " " + result.Explanation!.Base + " " + string.Join(" ", result.Explanation.Contributions.Select(c => c.Column + c.Value))
                    + " " + (predictor.Predict(new StrikesInput { Speed = 5 }, explain: false).Explanation is null);
            }

            private static async IAsyncEnumerable<StrikesInput> Rows(int rows)
            {
                for (var i = 0; i < rows; i++)
                {
                    await Task.Yield();
                    yield return new StrikesInput { Speed = i };
                }
            }
        }
        """;

    private readonly List<int> _sizes = [];

    [Fact]
    public void A_closed_column_is_an_enum_that_becomes_its_text() =>
        Call<string>("Enum").ShouldBe("15 S True VeryLarge False True True 14");

    [Fact]
    public void A_number_that_is_no_member_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Call<object>("NoMember"));

    [Fact]
    public void Spans_are_predicted_in_order_and_batches()
    {
        Call<float[]>("Span", 1500).ShouldBe([.. Enumerable.Range(0, 1500).Select(i => i + 9f), 0f]);
        _sizes.ShouldBe([1024, 476, 1024, 476]);
    }

    [Fact]
    public void A_span_with_too_little_room_is_refused() => Should.Throw<ArgumentException>(() => Call<object>("TooSmall"));

    [Theory]
    [InlineData(10, 4, new[] { 4, 4, 2 })]
    [InlineData(8, 4, new[] { 4, 4 })]
    [InlineData(0, 4, new int[0])]
    [InlineData(2, 1, new[] { 1, 1 })]
    public async Task A_stream_is_predicted_in_order_and_batches(int rows, int batchSize, int[] sizes)
    {
        (await Call<Task<float[]>>("Stream", rows, batchSize)).ShouldBe(Enumerable.Range(0, rows).Select(i => i + 9f));
        _sizes.ShouldBe(sizes);
    }

    // The rows' iterator takes no token; the batch that was predicted already comes out whole.
    [Fact]
    public async Task A_cancelled_stream_ends_even_when_its_source_goes_on() => (await Call<Task<int>>("Cancelled")).ShouldBe(4);

    [Fact]
    public async Task A_batch_without_rows_is_refused() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Call<Task<float[]>>("Stream", 1, 0));

    [Fact]
    public void A_checked_row_outside_of_the_contract_is_refused()
    {
        Call<float>("Checked", 3.0).ShouldBe(12f);
        Should.Throw<InvalidInputException>(() => Call<float>("Checked", -3.0)).Message.ShouldBe("row 1: 'Speed' is -3; allowed is 0 to 5000.");
        Call<float>("AsItComes", -3.0).ShouldBe(6f);
        Call<int>("Violations").ShouldBe(1);
    }

    [Fact]
    public void A_project_may_check_by_default() =>
        Should.Throw<InvalidInputException>(() => Call<float>("AsItComes", -3.0, checks: true));

    [Fact]
    public void A_row_of_many_is_named_by_its_number() =>
        Should.Throw<InvalidInputException>(() => Call<object>("CheckedMany")).Message.ShouldStartWith("row 2001: 'Speed' is -1");

    // The golden rows have the speeds 1 and 3 and no size.
    [Fact]
    public void An_explained_row_has_a_contribution_for_each_column() =>
        Call<string>("Explained").ShouldBe("14 11 Speed3 Size0 True");

    private T Call<T>(string method, params object[] arguments) => Call<T>(method, false, arguments);

    private T Call<T>(string method, double speed, bool checks) => Call<T>(method, checks, speed);

    private T Call<T>(string method, bool checks, params object[] arguments)
    {
        var inputs = new[]
        {
            Input("Speed", nullable: false) with { Minimum = 0, Maximum = 5000 },
            Input("Size", ColumnType.String) with { AllowedValues = ["S", "very large"] },
        };
        var options = Options(LearningTask.Regression, inputs) with { Enums = ["Size"], Checks = checks };
        var assembly = GeneratedCode.Load(options, Resources(options), Consumer);
        ModelSessionFactory backEnd = _ => new Sum(_sizes);
        var predictor = Activator.CreateInstance(assembly.GetType("Generated.StrikesPredictor").ShouldNotBeNull(), backEnd);
        try
        {
            return (T)assembly.GetType("Consumer")!.GetMethod(method)!.Invoke(null, [predictor, .. arguments])!;
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    private static Dictionary<string, byte[]> Resources(PredictorOptions options)
    {
        var golden = new GoldenSet { Columns = ["Speed", "Size"], Rows = [new GoldenRow(["1", null], [10]), new GoldenRow(["3", null], [12])] };
        PackagePart[] parts =
        [
            new(PartNames.Model, [1]),
            new(PartNames.Signature, JsonSerializer.SerializeToUtf8Bytes(options.Signature, ContractsJson.Default.ModelSignature)),
            new(PartNames.Golden, JsonSerializer.SerializeToUtf8Bytes(golden, ContractsJson.Default.GoldenSet)),
        ];
        var resources = parts.ToDictionary(part => part.Path, part => part.Bytes);
        resources[PartNames.Manifest] = PackageLabel.ManifestBytes(new ModelManifest { Name = "Strikes", Parts = [.. parts.Select(part => part.Describe())] });
        return resources;
    }

    private sealed class Sum(List<int> sizes) : IModelSession
    {
        public IReadOnlyList<string> Inputs => ["Speed", "Size"];

        public IReadOnlyList<string> Outputs => [ModelSignature.PredictionOutput];

        public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
        {
            var (speeds, sizesOf) = ((Tensor<double>)inputs["Speed"], (Tensor<string>)inputs["Size"]);
            sizes.Add(speeds.Length);
            var values = speeds.Values.Zip(sizesOf.Values, (speed, size) => (float)speed + size.Length).ToArray();
            return new Dictionary<string, Tensor> { [ModelSignature.PredictionOutput] = Tensor.Create(values, values.Length, 1) };
        }
    }
}
