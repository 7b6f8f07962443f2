using System.Globalization;

namespace MlOps.Build.Engine.Features;

/// <summary>Every transformation that can be declared, with its arguments. docs/guides/features.md explains them.</summary>
internal static class TransformCatalog
{
    public const string Impute = "impute";
    public const string Scale = "scale";
    public const string OneHot = "one_hot";
    public const string Category = "category";
    public const string Ordinal = "ordinal";
    public const string DateParts = "date_parts";
    public const string Log = "log";
    public const string Clip = "clip";
    public const string Bucket = "bucket";
    public const string TfIdf = "tfidf";
    public const string Pass = "pass";

    private static readonly (double, double) AnyNumber = (double.MinValue, double.MaxValue);

    public static readonly IReadOnlyList<TransformDefinition> All =
    [
        new()
        {
            Name = Impute,
            Description = "Puts a value where one is missing.",
            Arguments =
            [
                new() { Name = "method", Main = true, Choices = ["median", "mean", "most_frequent", "constant"] },
                new() { Name = "value" },
                new() { Name = "indicator", Choices = ["true", "false"] },
            ],
            Check = CheckImpute,
        },
        new()
        {
            Name = Scale,
            Description = "Brings a number to mean 0 and deviation 1, or into 0..1.",
            Arguments = [new() { Name = "method", Main = true, Choices = ["standard", "min_max"] }],
        },
        new()
        {
            Name = OneHot,
            Description = "Makes one input of 0 or 1 for each frequent value.",
            Arguments =
            [
                new() { Name = "minimum_count", Range = (1, int.MaxValue), Integer = true },
                new() { Name = "minimum_share", Range = (0, 1) },
                new() { Name = "maximum_levels", Range = (1, 1000), Integer = true },
                new() { Name = "unknown", Choices = ["other", "zeros"] },
            ],
        },
        new()
        {
            Name = Category,
            Description = "Leaves the values to a trainer that divides sets of them, such as trees; makes inputs of 0 or 1 for the others.",
        },
        new()
        {
            Name = Ordinal,
            Description = "Makes one whole number of each value, by frequency or by a given order.",
            Arguments = [new() { Name = "order", Main = true, List = true }],
            Check = CheckOrdinal,
        },
        new()
        {
            Name = TfIdf,
            Description = "Makes one input of each frequent word or run of words of a text, by how often it occurs and how rare it is elsewhere.",
            Arguments =
            [
                new() { Name = "ngram_range", List = true, Range = (1, 5), Integer = true },
                new() { Name = "max_features", Range = (1, 100_000), Integer = true },
                new() { Name = "min_df", Range = (1, int.MaxValue), Integer = true },
                new() { Name = "max_df", Range = (0, 1) },
                new() { Name = "lowercase", Choices = ["true", "false"] },
                new() { Name = "separators" },
            ],
            Check = CheckTfIdf,
        },
        new()
        {
            Name = DateParts,
            Description = "Takes parts of a date or timestamp as numbers.",
            Arguments = [new() { Name = "parts", Main = true, List = true, Choices = DatePart.Names }],
            Check = CheckDateParts,
        },
        new()
        {
            Name = Log,
            Description = "Takes the natural logarithm of the number plus an offset.",
            Arguments = [new() { Name = "offset", Main = true, Range = AnyNumber }],
        },
        new()
        {
            Name = Clip,
            Description = "Keeps a number within limits.",
            Arguments =
            [
                new() { Name = "minimum", Range = AnyNumber },
                new() { Name = "maximum", Range = AnyNumber },
                new() { Name = "quantiles", List = true, Range = (0, 1) },
            ],
            Check = CheckClip,
        },
        new()
        {
            Name = Bucket,
            Description = "Makes a whole number of the range that a number falls into.",
            Arguments =
            [
                new() { Name = "edges", Main = true, List = true, Range = AnyNumber },
                new() { Name = "count", Range = (2, 256), Integer = true },
            ],
            Check = CheckBucket,
        },
        new() { Name = Pass, Description = "Takes the number as it is." },
    ];

    public static IEnumerable<string> Names => All.Select(transform => transform.Name);

    public static TransformDefinition? Find(string name) => All.FirstOrDefault(transform => transform.Name == name);

    private static string? CheckImpute(IReadOnlyDictionary<string, IReadOnlyList<string>> arguments)
    {
        var constant = arguments.TryGetValue("method", out var method) && method is ["constant"];
        return (constant, arguments.ContainsKey("value")) switch
        {
            (true, false) => "'impute: constant' needs the value. Write 'impute: { method: constant, value: 0 }'.",
            (false, true) => "'impute.value' needs 'method: constant'.",
            _ => null,
        };
    }

    private static string? CheckOrdinal(IReadOnlyDictionary<string, IReadOnlyList<string>> arguments)
    {
        if (!arguments.TryGetValue("order", out var order) || order is ["frequency"] or ["value"])
            return null;
        if (order.Count < 2)
            return "'ordinal.order' is 'frequency', 'value', or the list of all values from lowest to highest.";
        var twice = order.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : $"'ordinal.order' names '{twice.Key}' twice.";
    }

    private static string? CheckTfIdf(IReadOnlyDictionary<string, IReadOnlyList<string>> arguments)
    {
        var separators = arguments.GetValueOrDefault("separators") is [var marks] ? marks : "";
        if (separators.FirstOrDefault(mark => char.IsAsciiLetterOrDigit(mark) || char.IsSurrogate(mark)) is var wrong and not '\0')
            return $"'tfidf.separators' has {(char.IsSurrogate(wrong) ? "a character beyond U+FFFF" : $"'{wrong}'")}; words end at marks, not at letters or digits.";
        if (arguments.GetValueOrDefault("ngram_range") is not { } lengths)
            return null;
        return lengths.Count == 2 && Numbers(lengths) is [var shortest, var longest] && shortest <= longest
            ? null
            : "'tfidf.ngram_range' is the fewest and the most words of a term, such as [1, 2].";
    }

    private static string? CheckDateParts(IReadOnlyDictionary<string, IReadOnlyList<string>> arguments)
    {
        if (!arguments.TryGetValue("parts", out var parts))
            return $"'date_parts' needs the parts: {string.Join(", ", DatePart.Names)}.";
        return parts.Distinct().Count() == parts.Count ? null : "'date_parts' names a part twice.";
    }

    private static string? CheckClip(IReadOnlyDictionary<string, IReadOnlyList<string>> arguments)
    {
        var quantiles = arguments.GetValueOrDefault("quantiles");
        if (quantiles is not null)
        {
            var numbers = Numbers(quantiles);
            return arguments.Count == 1 && numbers.Count == 2 && numbers[0] < numbers[1]
                ? null
                : "'clip.quantiles' is two ascending shares alone, such as [0.01, 0.99].";
        }

        if (arguments.Count == 0)
            return "'clip' needs 'minimum', 'maximum' or 'quantiles'.";
        return arguments.Count == 2 && Numbers(arguments["minimum"])[0] >= Numbers(arguments["maximum"])[0]
            ? "'clip.minimum' is not below 'clip.maximum'."
            : null;
    }

    private static string? CheckBucket(IReadOnlyDictionary<string, IReadOnlyList<string>> arguments)
    {
        if (arguments.Count != 1)
            return "'bucket' needs either 'edges' or 'count'.";
        if (!arguments.TryGetValue("edges", out var edges))
            return null;
        var numbers = Numbers(edges);
        return numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second) ? null : "'bucket.edges' do not ascend.";
    }

    private static List<double> Numbers(IReadOnlyList<string> texts) =>
        [.. texts.Select(text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))];
}
