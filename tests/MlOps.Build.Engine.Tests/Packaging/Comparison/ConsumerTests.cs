using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Comparison;
using MlOps.Build.Engine.Packaging.Predictors;
using MlOps.Build.Engine.Tests.Packaging.Predictors;

namespace MlOps.Build.Engine.Tests.Packaging.Comparison;

/// <summary>The claims about a change, held by the compiler: an application written for the old version, compiled against the new one.</summary>
public sealed class ConsumerTests
{
    private const string Probability = "prediction.IsDamaged ? prediction.Probability : 0";
    private const string Severe = "prediction.Class == global::Generated.StrikesClass.Severe ? prediction.Probabilities.Severe : 0";

    private const string Application = """
        namespace App
        {
            internal static class Consumer
            {
                public static float Use(global::Generated.StrikesPredictor predictor, double speed, float load, long birds, string size, bool day)
                {
                    var row = new global::Generated.StrikesInput { Speed = speed, Load = load, Birds = birds, Size = size, Day = day };
                    var prediction = predictor.Predict(row);
                    return READ;
                }
            }
        }
        """;

    private static readonly SignatureInput[] Inputs =
    [
        new() { Name = "speed", Type = ColumnType.Float64, Nullable = true, Minimum = 0, Maximum = 500, Unit = "knots" },
        new() { Name = "load", Type = ColumnType.Float32, Nullable = false },
        new() { Name = "birds", Type = ColumnType.Int64, Nullable = false },
        new() { Name = "size", Type = ColumnType.String, Nullable = false, AllowedValues = ["S", "M"] },
        new() { Name = "day", Type = ColumnType.Boolean, Nullable = false },
    ];

    private static readonly ModelSignature Binary = new() { Task = LearningTask.Binary, Label = "Damaged", Inputs = Inputs, Classes = ["no", "yes"], Threshold = 0.5 };
    private static readonly ModelSignature Classes = Binary with { Task = LearningTask.Multiclass, Threshold = null, Classes = ["none", "minor", "severe"] };
    private static readonly ModelSignature Number = Binary with { Task = LearningTask.Regression, Threshold = null, Classes = [] };
    private static readonly ModelSignature Between = Number with { Interval = new PredictionInterval { Method = "conformal", Coverage = 0.9 } };

    // What changes; the signature before and after; what the application reads; what it has to come to.
    private static readonly (string Name, ModelSignature Before, ModelSignature After, string Read, ChangeEffect Effect)[] Cases =
    [
        ("removed input", Binary, Without("speed"), Probability, ChangeEffect.Compile),
        ("input that must be given", Binary, With(new() { Name = "phase", Type = ColumnType.String, Nullable = false }), Probability, ChangeEffect.Compile),
        ("input that may be missing", Binary, With(new() { Name = "phase", Type = ColumnType.String, Nullable = true }), Probability, ChangeEffect.More),
        ("int64 for a float64", Binary, Edit("speed", input => input with { Type = ColumnType.Int64 }), Probability, ChangeEffect.Compile),
        ("text for a number", Binary, Edit("birds", input => input with { Type = ColumnType.String }), Probability, ChangeEffect.Compile),
        ("float64 for an int64", Binary, Edit("birds", input => input with { Type = ColumnType.Float64 }), Probability, ChangeEffect.More),
        ("float64 for a float32", Binary, Edit("load", input => input with { Type = ColumnType.Float64 }), Probability, ChangeEffect.More),
        ("float32 for a float64", Binary, Edit("speed", input => input with { Type = ColumnType.Float32 }), Probability, ChangeEffect.Compile),
        ("may be missing", Binary, Edit("birds", input => input with { Nullable = true }), Probability, ChangeEffect.More),
        ("narrower range", Binary, Edit("speed", input => input with { Maximum = 400 }), Probability, ChangeEffect.Values),
        ("wider range", Binary, Edit("speed", input => input with { Maximum = null }), Probability, ChangeEffect.More),
        ("fewer values", Binary, Edit("size", input => input with { AllowedValues = ["S"] }), Probability, ChangeEffect.Values),
        ("more values", Binary, Edit("size", input => input with { AllowedValues = ["S", "M", "L"] }), Probability, ChangeEffect.More),
        ("other unit", Binary, Edit("speed", input => input with { Unit = "km/h" }), Probability, ChangeEffect.Meaning),
        ("other words", Binary, Edit("speed", input => input with { Description = "Indicated" }), Probability, ChangeEffect.None),
        ("other threshold", Binary, Binary with { Threshold = 0.4 }, Probability, ChangeEffect.None),
        ("other task", Binary, Number, Probability, ChangeEffect.Compile),
        ("class added at the end", Classes, Classes with { Classes = ["none", "minor", "severe", "lost"] }, Severe, ChangeEffect.More),
        ("class removed", Classes, Classes with { Classes = ["none", "minor"] }, Severe, ChangeEffect.Compile),
        ("classes in another order", Classes, Classes with { Classes = ["none", "severe", "minor"] }, Severe, ChangeEffect.Meaning),
        ("interval added", Number, Between, "prediction.Value", ChangeEffect.More),
        ("interval removed", Between, Number, "prediction.Upper - prediction.Lower", ChangeEffect.Compile),
        ("other coverage", Between, Between with { Interval = Between.Interval! with { Coverage = 0.8 } }, "prediction.Upper", ChangeEffect.None),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_does_to_an_application_what_is_said_of_it(string name)
    {
        var (_, before, after, read, effect) = Cases.Single(item => item.Name == name);
        var changes = SignatureComparer.Compare(before, after).ToList();
        changes.MaxBy(change => change.Level).ShouldNotBeNull().Effect.ShouldBe(effect);

        Errors(before, read).ShouldBeEmpty();
        var errors = Errors(after, read);
        (errors.Count > 0).ShouldBe(effect == ChangeEffect.Compile, string.Join('\n', errors));
    }

    private static List<string> Errors(ModelSignature signature, string read)
    {
        var options = new PredictorOptions { Signature = signature, Namespace = "Generated", Name = "Strikes", LabelIsStatement = true };
        var application = Application.Replace("READ", read, StringComparison.Ordinal);
        return [.. GeneratedCode.Findings(PredictorSource.Generate(options), application).Where(finding => finding.Contains(": error ", StringComparison.Ordinal))];
    }

    private static ModelSignature With(SignatureInput input) => Binary with { Inputs = [.. Inputs, input] };

    private static ModelSignature Without(string name) => Binary with { Inputs = [.. Inputs.Where(input => input.Name != name)] };

    private static ModelSignature Edit(string name, Func<SignatureInput, SignatureInput> change) =>
        Binary with { Inputs = [.. Inputs.Select(input => input.Name == name ? change(input) : input)] };
}
