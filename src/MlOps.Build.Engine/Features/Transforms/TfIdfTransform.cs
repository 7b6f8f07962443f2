using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Engine.Features.Words;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>
/// One input a term: how often it occurs in the text times what it weighs, the row then divided by its Euclidean norm, as scikit-learn's
/// TfidfVectorizer does by default. Rows without a text have zeros, and an input that says so when training rows lack texts.
/// </summary>
internal sealed class TfIdfTransform : ITransform
{
    /// <summary>What its words in a summary begin with.</summary>
    public const string Announced = "TF-IDF of";

    public const int DefaultMaximumFeatures = 1000;
    public const int DefaultMinimumRows = 2;

    // 2 GB of float32, which the trainer copies at least once.
    public const long MostValues = 500_000_000;

    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (lane is not CategoryLane { Keys.Texts: not null, Imputed: null } text)
            return context.Unfit(lane, "a text as the data holds it");
        var limits = Limits(context.Arguments);
        var splitter = new WordSplitter(
            context.Arguments.Text("separators", WordSplitter.DefaultSeparators), context.Arguments.Text("lowercase", "true") == "true");
        var vocabulary = Vocabulary.Learn(text, splitter, limits);
        if (vocabulary.Terms.Count == 0)
        {
            return context.NotLearnable(
                $"'tfidf' of '{lane.Name}' finds no term: none of {vocabulary.Found} is on {limits.FewestRows} to "
                + FormattableString.Invariant($"{limits.LargestShare * text.Train.Length:0} of {text.Train.Length} training rows. ")
                + "Lower 'min_df', raise 'max_df', or leave the column out.");
        }

        if ((long)vocabulary.Terms.Count * text.Train.Length > MostValues)
            return context.TooLarge(lane, vocabulary.Terms.Count, text.Train.Length, MostValues);
        context.Say($"{Announced} {vocabulary.Terms.Count} terms, of {vocabulary.Found} with {Words(limits)}");
        return Emit(text, vocabulary, splitter, context);
    }

    private static TermLimits Limits(TransformArguments arguments)
    {
        var lengths = arguments.Numbers("ngram_range");
        return new TermLimits(
            lengths.Length == 0 ? 1 : (int)lengths[0],
            lengths.Length == 0 ? 1 : (int)lengths[^1],
            (int)(arguments.Number("min_df") ?? DefaultMinimumRows),
            arguments.Number("max_df") ?? 1,
            (int)(arguments.Number("max_features") ?? DefaultMaximumFeatures));
    }

    private static string Words(TermLimits limits) => (limits.Shortest, limits.Longest) switch
    {
        (1, 1) => "one word",
        var (shortest, longest) when shortest == longest => $"{shortest} words",
        var (shortest, longest) => $"{shortest} to {longest} words",
    };

    private static IReadOnlyList<Lane> Emit(CategoryLane lane, Vocabulary vocabulary, WordSplitter splitter, FitContext context)
    {
        var graph = context.Graph;
        var missing = context.Node("Equal", lane.Value, graph.AddConstant("missing", [ModelSignature.MissingText], 1, 1));
        var texts = context.Node("Where", missing, graph.AddConstant("no text", [""], 1, 1), lane.Value);
        var words = new WordGraph(graph);
        var counts = words.WithoutExtraRow(Count(words.Split(texts, splitter), vocabulary, context));
        var terms = new DoneLane(lane.Name, Normalise(counts, vocabulary, context), [.. vocabulary.Terms.Select(term => $"{lane.Name}: '{term}'")]);
        return lane.Train.Any(level => level < 0)
            ? [terms, new DoneLane(lane.Name, context.Cast(missing, OnnxType.Float), [$"{lane.Name}=(missing)"])]
            : [terms];
    }

    private static string Count(string words, Vocabulary vocabulary, FitContext context)
    {
        var terms = vocabulary.Terms.Select((term, index) => (Words: term.Split(' '), Index: index)).ToList();
        var (shortest, longest) = (terms.Min(term => term.Words.Length), terms.Max(term => term.Words.Length));
        var ordered = terms.OrderBy(term => term.Words.Length).ThenBy(term => term.Index).ToList();
        var starts = Enumerable.Range(1, longest)
            .Select(length => ordered.Where(term => term.Words.Length < length).Sum(term => (long)term.Words.Length));
        return context.Graph.AddNode(
            "TfIdfVectorizer",
            [words],
            ("mode", "TF"),
            ("min_gram_length", (long)shortest),
            ("max_gram_length", (long)longest),
            ("max_skip_count", 0L),
            ("ngram_counts", starts.ToArray()),
            ("ngram_indexes", ordered.Select(term => (long)term.Index).ToArray()),
            ("pool_strings", ordered.SelectMany(term => term.Words).ToArray()));
    }

    // In float64: float32 sums depend on their order, and trees ask on which side of a number a value is. A row with a term has a norm of
    // at least 1, as counts and weights are.
    private static string Normalise(string counts, Vocabulary vocabulary, FitContext context)
    {
        var graph = context.Graph;
        var weights = graph.AddConstant("weights", vocabulary.Weights, 1, vocabulary.Weights.Length);
        var weighted = context.Node("Mul", context.Cast(counts, OnnxType.Double), weights);
        var squares = context.Node("ReduceSum", context.Node("Mul", weighted, weighted), graph.AddConstant("row", [1L], 1));
        var norm = context.Node("Max", context.Node("Sqrt", squares), context.Number(1));
        return context.Cast(context.Node("Div", weighted, norm), OnnxType.Float);
    }
}
