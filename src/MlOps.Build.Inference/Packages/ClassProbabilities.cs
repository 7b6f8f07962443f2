using System.Collections;

namespace MlOps.Build.Inference;

/// <summary>Probabilities of one row by class, in the order of the signature's classes; they sum to 1 up to rounding. Immutable.</summary>
public sealed class ClassProbabilities : IReadOnlyList<KeyValuePair<string, float>>
{
    private readonly IReadOnlyList<string> _classes;
    private readonly float[] _values;

    /// <summary>Takes one probability a class.</summary>
    /// <exception cref="ArgumentException">The numbers of classes and probabilities differ.</exception>
    public ClassProbabilities(IReadOnlyList<string> classes, ReadOnlySpan<float> values)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count != values.Length)
            throw new ArgumentException($"{values.Length} probabilities for {classes.Count} classes.", nameof(values));
        _classes = classes;
        _values = values.ToArray();
    }

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <summary>The class with the highest probability; the first of equals.</summary>
    public string Best => _classes[BestIndex(_values)];

    /// <inheritdoc/>
    public KeyValuePair<string, float> this[int index] => new(_classes[index], _values[index]);

    /// <summary>The probability of a class.</summary>
    /// <exception cref="KeyNotFoundException">The model knows no such class.</exception>
    public float this[string className]
    {
        get
        {
            for (var i = 0; i < _values.Length; i++)
            {
                if (_classes[i] == className)
                    return _values[i];
            }

            throw new KeyNotFoundException($"The model knows no class '{className}'; it knows {string.Join(", ", _classes)}.");
        }
    }

    /// <summary>The index of the largest value; the first of equals.</summary>
    public static int BestIndex(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, float>> GetEnumerator()
    {
        for (var i = 0; i < _values.Length; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
