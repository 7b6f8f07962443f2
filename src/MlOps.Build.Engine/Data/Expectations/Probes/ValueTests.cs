using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Makes tests of arguments for columns of a type.</summary>
internal static class ValueTests
{
    /// <summary>Values between limits that fit the type.</summary>
    public static ValueTest Between(ColumnType type, Limits limits) =>
        type == ColumnType.String ? new TextTest(limits.Allows) : new KeyRangeTest(limits.Keys(type));

    /// <summary>Values of a set, or those outside of it. Members that no value can equal do not matter.</summary>
    public static ValueTest InSet(ColumnType type, IEnumerable<Scalar> set, bool inside)
    {
        if (type == ColumnType.String)
        {
            var texts = set.Where(value => value.Kind == ScalarKind.Text).Select(value => value.Text).ToHashSet(StringComparer.Ordinal);
            return new TextTest(text => texts.Contains(text) == inside);
        }

        return new KeySetTest([.. set.Select(value => ScalarKeys.Equal(type, value)).OfType<long>()], inside);
    }
}
