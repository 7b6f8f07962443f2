using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Features.Words;

/// <summary>
/// The terms of a text column, n-grams of words that a blank joins, and what each weighs: ln((1 + rows) / (1 + rows with it)) + 1, as
/// scikit-learn's TfidfVectorizer has it. A row without a text is one without words.
/// </summary>
/// <param name="Terms">In ordinal order.</param>
/// <param name="Weights">By term.</param>
/// <param name="Found">How many terms the training rows hold, with those that were not kept.</param>
internal sealed record Vocabulary(IReadOnlyList<string> Terms, double[] Weights, int Found)
{
    public static Vocabulary Learn(CategoryLane lane, WordSplitter splitter, TermLimits limits)
    {
        var terms = Count(lane, splitter, limits);
        var rows = lane.Train.Length;
        var kept = terms
            .Where(term => term.Value.Rows >= limits.FewestRows && term.Value.Rows <= limits.LargestShare * rows)
            .OrderByDescending(term => term.Value.Times)
            .ThenBy(term => term.Key, StringComparer.Ordinal)
            .Take(limits.MostTerms)
            .OrderBy(term => term.Key, StringComparer.Ordinal)
            .ToList();
        return new Vocabulary(
            [.. kept.Select(term => term.Key)],
            [.. kept.Select(term => DeterministicMath.Log((1.0 + rows) / (1.0 + term.Value.Rows)) + 1)],
            terms.Count);
    }

    private static Dictionary<string, (long Times, int Rows)> Count(CategoryLane lane, WordSplitter splitter, TermLimits limits)
    {
        var all = new Dictionary<string, (long Times, int Rows)>(StringComparer.Ordinal);
        var rows = lane.Counts();
        for (var level = 0; level < rows.Length; level++)
        {
            var own = Ngrams(splitter.Split(lane.Keys.Texts![level]), limits);
            foreach (var term in own.GroupBy(term => term, StringComparer.Ordinal))
            {
                var known = all.GetValueOrDefault(term.Key);
                all[term.Key] = (known.Times + ((long)term.Count() * rows[level]), known.Rows + rows[level]);
            }
        }

        return all;
    }

    private static IEnumerable<string> Ngrams(string[] words, TermLimits limits)
    {
        for (var length = limits.Shortest; length <= limits.Longest; length++)
        {
            for (var from = 0; from + length <= words.Length; from++)
                yield return length == 1 ? words[from] : string.Join(' ', words, from, length);
        }
    }
}
