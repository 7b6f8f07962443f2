using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Every name in a generated predictor.</summary>
internal sealed record PredictorNames
{
    // What a record, an enum or their base types declare; a property of that name would not compile.
    private static readonly string[] Reserved =
    [
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "Item", "MemberwiseClone",
        "PrintMembers", "ReferenceEquals", "ToString",
    ];

    public required string Prefix { get; init; }

    /// <summary>One property an input, in the signature's order.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>One member a class, in the signature's order; empty when the contract does not name the classes.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The property that says whether a row counts as positive, such as <c>IsDamaged</c>.</summary>
    public required string Positive { get; init; }

    public string Input => Prefix + "Input";

    public string Prediction => Prefix + "Prediction";

    public string Predictor => Prefix + "Predictor";

    public string Class => Prefix + "Class";

    public string Probabilities => Prefix + "Probabilities";

    public string Services => Prefix + "Services";

    public static PredictorNames For(PredictorOptions options)
    {
        var prefix = Identifiers.For([options.Name], [])[0];
        var classes = options.Signature.Task == LearningTask.Multiclass ? options.Signature.Classes : [];
        return new PredictorNames
        {
            Prefix = prefix,
            Inputs = Identifiers.For([.. options.Signature.Inputs.Select(input => input.Name)], [.. Reserved, prefix + "Input"]),
            Classes = Identifiers.For(classes, [.. Reserved, prefix + "Class", prefix + "Probabilities"]),
            Positive = PositiveName(options),
        };
    }

    private static string PositiveName(PredictorOptions options)
    {
        var statement = options.LabelIsStatement ? options.Signature.Label : options.PositiveClass;
        var word = statement is null ? "" : Identifiers.Pascal(statement).TrimStart('_');
        if (word.Length == 0)
            return "IsPositive";
        return word.StartsWith("Is", StringComparison.Ordinal) || word.StartsWith("Has", StringComparison.Ordinal) ? word : "Is" + word;
    }
}
