using System.Reflection;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Predictors;
using MlOps.Build.Engine.Packaging.Signatures;
using MlOps.Build.Engine.Tests.Training;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Packaging.Predictors;

/// <summary>The generated predictors of the samples with every trainer, on rows of their test split.</summary>
public sealed class SamplePredictorTests
{
    private const int Rows = 1500;

    private const string Consumer = """
        using System;
        using Generated;

        public static class Consumer
        {
            public static long Span(StrikesPredictor predictor, StrikesInput[] rows, StrikesPrediction[] predictions, bool check)
            {
                predictor.Predict(rows, predictions, check);
                return Least(() => predictor.Predict(rows, predictions, check));
            }

            public static long OneByOne(StrikesPredictor predictor, StrikesInput[] rows, StrikesPrediction[] predictions)
            {
                predictions[0] = predictor.Predict(rows[0]);
                return Least(() =>
                {
                    for (var row = 0; row < rows.Length; row++)
                        predictions[row] = predictor.Predict(rows[row]);
                });
            }

            // The runtime allocates on any thread once in a while, as when it makes room for more types that were cast to.
            private static long Least(Action action)
            {
                var least = long.MaxValue;
                for (var round = 0; round < 4; round++)
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    action();
                    least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }

                return least;
            }
        }
        """;

    public static TheoryData<string, string> Samples => new() { { "BirdStrikes", "birdstrikes.csv" }, { "Penguins", "penguins.csv" }, { "Diamonds", "diamonds.csv" } };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_batch_of_a_size_that_was_there_before_allocates_nothing(string sample, string data)
    {
        foreach (var model in SampleModel.Of(sample, data))
        {
            var application = new Application(model);
            application.Call("Span", false).ShouldBe(0, model.Trainer);
            application.Call("Span", true).ShouldBe(0, $"{model.Trainer}, checked");
            application.Outputs().ShouldBe(application.Expected(), model.Trainer);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Single_rows_allocate_nothing_after_the_first(string sample, string data)
    {
        foreach (var model in SampleModel.Of(sample, data))
        {
            var application = new Application(model);
            application.Call("OneByOne").ShouldBe(0, model.Trainer);
            application.Outputs().ShouldBe(application.Expected(), model.Trainer);
        }
    }

    /// <summary>A sample's package, its predictor and its first test rows.</summary>
    private sealed class Application
    {
        private readonly SampleModel _model;
        private readonly Assembly _assembly;
        private readonly object _predictor;
        private readonly Array _rows;
        private readonly Array _predictions;

        public Application(SampleModel model)
        {
            _model = model;
            var options = new PredictorOptions
            {
                Signature = PromisedSignature.Of(model.Schema, model.Config),
                Namespace = "Generated",
                Name = "Strikes",
                LabelIsStatement = true,
            };
            _assembly = GeneratedCode.Load(options, Resources(model, options.Signature), Consumer);
            _predictor = Activator.CreateInstance(Type("StrikesPredictor")).ShouldNotBeNull();
            var rows = Math.Min(Rows, model.TestRowCount);
            _predictions = Array.CreateInstance(Type("StrikesPrediction"), rows);
            _rows = Array.CreateInstance(Type("StrikesInput"), rows);
            var names = PredictorNames.For(options).Inputs;
            for (var row = 0; row < rows; row++)
            {
                var input = Activator.CreateInstance(Type("StrikesInput")).ShouldNotBeNull();
                for (var i = 0; i < names.Count; i++)
                    Set(input, input.GetType().GetProperty(names[i]).ShouldNotBeNull(), options.Signature.Inputs[i].Name, row);
                _rows.SetValue(input, row);
            }
        }

        public long Call(string method, params object[] arguments) =>
            (long)_assembly.GetType("Consumer")!.GetMethod(method)!.Invoke(null, [_predictor, _rows, _predictions, .. arguments])!;

        /// <summary>What was predicted, one number a row.</summary>
        public float[] Outputs() => [.. _predictions.Cast<object>().Select(Output)];

        /// <summary>What the model gives in a run on its own, one number a row.</summary>
        public float[] Expected()
        {
            var output = (Tensor<float>)ManagedModelSession.Load(_model.Bytes).Run(_model.TestRows).Values.Single();
            return [.. Enumerable.Range(0, _rows.Length).Select(row => output.Values[(row * output.Shape[1]) + (output.Shape[1] == 2 ? 1 : 0)])];
        }

        private static float Output(object prediction)
        {
            var value = prediction.GetType().GetProperty("Value") ?? prediction.GetType().GetProperty("Probability");
            if (value is not null)
                return (float)value.GetValue(prediction)!;
            var probabilities = prediction.GetType().GetProperty("Probabilities")!.GetValue(prediction)!;
            return (float)probabilities.GetType().GetProperty("Adelie")!.GetValue(probabilities)!;
        }

        private void Set(object input, PropertyInfo property, string column, int row)
        {
            object? value = _model.TestRows.TryGetValue(column, out var tensor) ? Value(tensor, row) : null;
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(input, value is null ? null : type == typeof(DateOnly)
                ? DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays((long)value))
                : Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture));
        }

        private static object? Value(Tensor tensor, int row) => tensor switch
        {
            Tensor<double> numbers => double.IsNaN(numbers.Values[row]) ? null : numbers.Values[row],
            Tensor<long> times => times.Values[row] == ModelSignature.MissingTime ? null : times.Values[row],
            _ => ((Tensor<string>)tensor).Values[row] is var text && text == ModelSignature.MissingText ? null : text,
        };

        private Type Type(string name) => _assembly.GetType($"Generated.{name}").ShouldNotBeNull();

        private static Dictionary<string, byte[]> Resources(SampleModel model, ModelSignature promised)
        {
            var signature = model.Config.Task == LearningTask.Regression ? promised : promised with { Classes = model.Classes };
            PackagePart[] parts =
            [
                new(PartNames.Model, model.Bytes),
                new(PartNames.Signature, JsonSerializer.SerializeToUtf8Bytes(signature, ContractsJson.Default.ModelSignature)),
                new(PartNames.Golden, JsonSerializer.SerializeToUtf8Bytes(new GoldenSet { Columns = [], Rows = [] }, ContractsJson.Default.GoldenSet)),
            ];
            var resources = parts.ToDictionary(part => part.Path, part => part.Bytes);
            resources[PartNames.Manifest] = PackageLabel.ManifestBytes(new ModelManifest { Name = "Strikes", Parts = [.. parts.Select(part => part.Describe())] });
            return resources;
        }
    }
}
