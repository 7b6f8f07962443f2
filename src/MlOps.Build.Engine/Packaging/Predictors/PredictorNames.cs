using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Every name in a generated predictor.</summary>
internal sealed record PredictorNames
{
    // What a record, an enum or their base types declare; a property of that name would not compile.
    internal static readonly string[] Reserved =
    [
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "Item", "MemberwiseClone",
        "PrintMembers", "ReferenceEquals", "ToString",
    ];

    public required string Prefix { get; init; }

    /// <summary>The namespace, as it is written.</summary>
    public required string Namespace { get; init; }

    /// <summary>One property an input, in the signature's order.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The enum of each input, in the signature's order; null where there is none.</summary>
    public required IReadOnlyList<string?> Enums { get; init; }

    /// <summary>One member a class, in the signature's order; empty when the contract does not name the classes.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The property that says whether a row counts as positive, such as <c>IsDamaged</c>.</summary>
    public required string Positive { get; init; }

    /// <summary>Whether classes are texts, since only the data know them.</summary>
    public required bool HasTextClasses { get; init; }

    public string Input => Prefix + "Input";

    public string Prediction => Prefix + "Prediction";

    public string Explained => Prefix + "ExplainedPrediction";

    public string Predictor => Prefix + "Predictor";

    public string Class => Prefix + "Class";

    public string Probabilities => Prefix + "Probabilities";

    public string Services => Prefix + "Services";

    /// <summary>A type with its namespace: a property of the same name does not hide it.</summary>
    public string Qualified(string type) => $"global::{Namespace}.{type}";

    /// <summary>The class with the texts of an enum.</summary>
    public static string TextsOf(string name) => name + "Texts";

    public static PredictorNames For(PredictorOptions options)
    {
        var prefix = Identifiers.For([options.Name], [])[0];
        var classes = options.Signature.Task == LearningTask.Multiclass ? options.Signature.Classes : [];
        var inputs = Identifiers.For([.. options.Signature.Inputs.Select(input => input.Name)], [.. Reserved, prefix + "Input"]);
        return new PredictorNames
        {
            Prefix = prefix,
            Namespace = Identifiers.Namespace(options.Namespace),
            Inputs = inputs,
            Enums = EnumNames(options, prefix, inputs),
            Classes = Identifiers.For(classes, [.. Reserved, prefix + "Class", prefix + "Probabilities"]),
            Positive = PositiveName(options),
            HasTextClasses = options.Signature.Task == LearningTask.Multiclass && classes.Count == 0,
        };
    }

    private static string?[] EnumNames(PredictorOptions options, string prefix, IReadOnlyList<string> inputs)
    {
        var taken = new[] { "Input", "Prediction", "ExplainedPrediction", "Predictor", "Class", "Probabilities", "Services" }
            .Select(name => prefix + name).ToHashSet(StringComparer.Ordinal);
        return [.. options.Signature.Inputs.Select((input, i) => options.Enums.Contains(input.Name) ? Free(prefix + inputs[i], taken) : null)];
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; taken.Contains(name) || taken.Contains(TextsOf(name)); number++)
            name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}{number}");
        taken.UnionWith([name, TextsOf(name)]);
        return name;
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
