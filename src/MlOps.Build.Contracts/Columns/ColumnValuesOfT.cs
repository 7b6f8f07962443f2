namespace MlOps.Build.Contracts;

/// <summary>Values of a fixed size; a missing row holds the type's default.</summary>
/// <typeparam name="T">bool, int, long, float or double.</typeparam>
/// <param name="values">A value a row.</param>
/// <param name="missingCount">The number of missing rows.</param>
/// <param name="validity">A bit a row, set where the row has a value; empty when all have.</param>
/// <param name="owner">Takes the memory back; null when it is nobody's.</param>
public sealed class ColumnValues<T>(ReadOnlyMemory<T> values, int missingCount, ReadOnlyMemory<ulong> validity, IDisposable? owner = null)
    : ColumnValues(values.Length, missingCount, validity, owner)
    where T : unmanaged
{
    /// <summary>A value a row.</summary>
    public ReadOnlyMemory<T> Values { get; } = values;
}
