using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Features.Lanes;

/// <summary>What stands for each level of a category in the graph: texts or whole numbers.</summary>
/// <param name="Texts">The texts, when the graph's value is a string.</param>
/// <param name="Numbers">The numbers, when it is an int64.</param>
internal sealed record CategoryKeys(IReadOnlyList<string>? Texts, IReadOnlyList<long>? Numbers)
{
    public static CategoryKeys Of(IReadOnlyList<string> texts) => new(texts, null);

    public static CategoryKeys Of(IReadOnlyList<long> numbers) => new(null, numbers);

    /// <summary>Attributes <c>keys_*</c> of a LabelEncoder for the given levels, and for a missing value when asked for.</summary>
    public (string Name, object Value) Attribute(IReadOnlyList<int> levels, bool missing) => Texts is null
        ? ("keys_int64s", Keys(Numbers!, levels, missing, ModelSignature.MissingTime))
        : ("keys_strings", Keys(Texts, levels, missing, ModelSignature.MissingText));

    private static T[] Keys<T>(IReadOnlyList<T> all, IReadOnlyList<int> levels, bool missing, T marker)
    {
        var keys = levels.Select(level => all[level]);
        return [.. missing ? keys.Append(marker) : keys];
    }
}
