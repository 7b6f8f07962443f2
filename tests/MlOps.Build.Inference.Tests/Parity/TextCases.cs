using MlOps.Build.Inference.Onnx;
using static MlOps.Build.Inference.Tests.Parity.Data;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>Operators on texts and words.</summary>
internal static class TextCases
{
    private static readonly string[] Pool = ["late", "not", "too", "not", "late", "too", "not", "late", "very", "late"];

    public static IEnumerable<OperatorCase> All() => [.. Cases(), .. Splits(), .. Counts(), .. Picks()];

    private static IEnumerable<OperatorCase> Cases()
    {
        var texts = S([5], "Not LATE", "", "ÄÖÜ äöü Éa", "42 @[`{", "ΣΑΣ İI");
        foreach (var action in (string[])["LOWER", "UPPER", "NONE"])
            yield return Normalizer(action, texts, ("case_change_action", action));
        yield return Normalizer("stop words", S([4], "The", "the", "cat", "THE"), ("stopwords", (string[])["the"]), ("is_case_sensitive", 1L));
        yield return Normalizer("stop words of any case", S([4], "The", "the", "Cat", "THE"), ("stopwords", (string[])["the"]), ("case_change_action", "UPPER"));
        yield return Normalizer("nothing left", S([2], "the", "the"), ("stopwords", (string[])["the"]), ("is_case_sensitive", 1L));
    }

    private static IEnumerable<OperatorCase> Splits()
    {
        var texts = S([6, 1], "a,b,,c", "", ",", "a b  c ", "  ü\tx", "plain");
        yield return Split("by a comma", texts, 3, ("delimiter", ","));
        yield return Split("by blanks", texts, 3);
        yield return Split("by two characters", S([2], "a::b:c", "::"), 2, ("delimiter", "::"));
        yield return Split("at most one", texts, 3, ("delimiter", ","), ("maxsplit", 1L));
        yield return Split("at most one blank", texts, 3, ("maxsplit", 1L));
        yield return Split("nothing", S([2], "", ""), 2, ("delimiter", ","));
        yield return Split("no rows", S([0, 1]), 3, ("delimiter", ","));
    }

    private static IEnumerable<OperatorCase> Counts()
    {
        var words = S([3, 5], "not", "too", "late", "not", "late", "late", "late", "very", "late", "", "x", "", "", "", "");
        foreach (var mode in (string[])["TF", "IDF", "TFIDF"])
        {
            yield return Vectorizer(mode, words, 2, [.. Texts(mode, 1, 2), ("weights", (float[])[1, 0.5f, 2, 3, 0.25f, 4])]);
            yield return Vectorizer($"{mode} without weights", words, 2, Texts(mode, 1, 2));
        }

        yield return Vectorizer("pairs alone", words, 2, Texts("TF", 2, 2));
        yield return Vectorizer("words alone", words, 2, Texts("TF", 1, 1));
        yield return Vectorizer("with skips", words, 2, [.. Texts("TF", 1, 2).Where(pair => pair.Item1 != "max_skip_count"), ("max_skip_count", 2L)]);
        yield return Vectorizer("one row", S([4], "not", "late", "not", "late"), 1, Texts("TFIDF", 1, 2));
        yield return Vectorizer("numbers", L([2, 4], 1, 2, 3, 1, 3, 3, 1, 2), 2, Numbers());
        yield return Vectorizer("short numbers", I([2, 4], 1, 2, 3, 1, 3, 3, 1, 2), 2, Numbers());
    }

    private static IEnumerable<OperatorCase> Picks()
    {
        yield return Gather("columns of numbers", Spread(2, 4), L([2, 3], 0, -1, 2, 3, 3, 1), 1, OnnxType.Float);
        yield return Gather("rows of texts", S([2, 2], "a", "b", "c", "d"), L([1, 2], 1, 0), 0, OnnxType.String);
        yield return Gather("int32", Spread(2, 2, 2), I([2, 1, 2], 1, 0, 0, 1), 1, OnnxType.Float, 3);
        yield return Gather("fewer rows", L([3, 2], 1, 2, 3, 4, 5, 6), L([2, 1], 1, 0), 1, OnnxType.Int64);
        var flags = new long[2 * 50];
        for (var i = 0; i < flags.Length; i++)
            flags[i] = i * 7 % 10 < 4 ? 1 : 0;
        yield return OperatorCase.Of(
            "flags, many", "TopK", [L([2, 50], flags), L([1], 40)], [("values", OnnxType.Int64, 2), ("places", OnnxType.Int64, 2)], ("axis", 1L));
    }

    private static (string, object)[] Texts(string mode, long least, long most) =>
    [
        ("mode", mode), ("min_gram_length", least), ("max_gram_length", most), ("max_skip_count", 0L),
        ("ngram_counts", (long[])[0, 2]), ("ngram_indexes", (long[])[0, 1, 2, 3, 4, 5]), ("pool_strings", Pool),
    ];

    private static (string, object)[] Numbers() =>
    [
        ("mode", "TF"), ("min_gram_length", 1L), ("max_gram_length", 3L), ("max_skip_count", 0L),
        ("ngram_counts", (long[])[0, 2, 4]), ("ngram_indexes", (long[])[3, 1, 0, 2]), ("pool_int64s", (long[])[1, 3, 3, 1, 1, 2, 3]),
    ];

    private static OperatorCase Normalizer(string name, Tensor x, params (string, object)[] attributes) => OperatorCase.Of(
        name, "StringNormalizer", [x], [("z", OnnxType.String, x.Shape.Count)], [("locale", "C"), .. attributes]);

    private static OperatorCase Split(string name, Tensor x, int rank, params (string, object)[] attributes) =>
        OperatorCase.Of(name, "StringSplit", [x], [("z", OnnxType.String, rank), ("counts", OnnxType.Int64, rank - 1)], attributes);

    private static OperatorCase Vectorizer(string name, Tensor x, int rank, params (string, object)[] attributes) =>
        OperatorCase.Of(name, "TfIdfVectorizer", [x], [("z", OnnxType.Float, rank)], attributes);

    private static OperatorCase Gather(string name, Tensor x, Tensor indices, long axis, OnnxType type, int rank = 2) =>
        OperatorCase.Of(name, "GatherElements", [x, indices], [("z", type, rank)], ("axis", axis));
}
