using System.Globalization;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>
/// A version as NuGet reads and orders it: one to four numbers, labels of a pre-release without regard to case, and build metadata that
/// does not count (NuGet's documentation, "Package versioning"; SemVer 2.0, section 11).
/// </summary>
internal sealed partial class FeedVersion : IComparable<FeedVersion>, IEquatable<FeedVersion>
{
    private readonly int[] _numbers;
    private readonly string[] _labels;

    private FeedVersion(int[] numbers, string[] labels, string spelled)
    {
        (_numbers, _labels, Spelled) = (numbers, labels, spelled);
        var core = string.Join('.', numbers.Take(numbers[3] == 0 ? 3 : 4).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        Normalized = labels.Length == 0 ? core : $"{core}-{string.Join('.', labels)}";
    }

    /// <summary>Three numbers, or four when the last is not 0, and the labels.</summary>
    public string Normalized { get; }

    /// <summary>In lower case, as it stands in paths and addresses.</summary>
    public string Lower => Normalized.ToLowerInvariant();

    /// <summary>As it was written, without the build metadata.</summary>
    public string Spelled { get; }

    /// <summary>True when a label stands behind the numbers.</summary>
    public bool IsPrerelease => _labels.Length > 0;

    /// <summary>Reads a version; null when it is none.</summary>
    public static FeedVersion? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return null;
        var numbers = new int[4];
        var parts = match.Groups["core"].Value.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        var labels = match.Groups["labels"].Success ? match.Groups["labels"].Value.Split('.') : [];
        return labels.Any(label => label.Length > 1 && label[0] == '0' && label.All(char.IsAsciiDigit))
            ? null
            : new FeedVersion(numbers, labels, text.Split('+')[0]);
    }

    public int CompareTo(FeedVersion? other)
    {
        if (other is null)
            return 1;
        var order = _numbers.AsSpan().SequenceCompareTo(other._numbers);
        if (order != 0 || (_labels.Length == 0 && other._labels.Length == 0))
            return order;
        if (_labels.Length == 0 || other._labels.Length == 0)
            return _labels.Length == 0 ? 1 : -1;
        for (var i = 0; i < Math.Min(_labels.Length, other._labels.Length); i++)
        {
            order = CompareLabels(_labels[i], other._labels[i]);
            if (order != 0)
                return order;
        }

        return _labels.Length.CompareTo(other._labels.Length);
    }

    public bool Equals(FeedVersion? other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => Equals(obj as FeedVersion);

    public override int GetHashCode() => Lower.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Normalized;

    // A number that no integer holds is text to NuGet.
    private static int CompareLabels(string one, string other)
    {
        var isNumber = int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var first);
        var isOtherNumber = int.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out var second);
        return (isNumber, isOtherNumber) switch
        {
            (true, true) => first.CompareTo(second),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
        };
    }

    [GeneratedRegex(
        @"^(?<core>[0-9]{1,10}(?:\.[0-9]{1,10}){0,3})(?:-(?<labels>[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
