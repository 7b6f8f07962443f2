namespace MlOps.Build.Engine.Registry;

/// <summary>The precedence of versions by Semantic Versioning 2.0, section 11 (https://semver.org); build metadata do not count.</summary>
internal sealed class SemVerOrder : IComparer<string>
{
    public static SemVerOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (Parts(x ?? ""), Parts(y ?? ""));
        var core = Identifiers(left.Core, right.Core);
        if (core != 0)
            return core;
        // A release comes after its pre-releases.
        if (left.Label.Length == 0 || right.Label.Length == 0)
            return right.Label.Length.CompareTo(left.Label.Length);
        return Identifiers(left.Label, right.Label);
    }

    private static (string[] Core, string[] Label) Parts(string version)
    {
        var plain = version.Split('+', 2)[0];
        var dash = plain.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (plain.Split('.'), []) : (plain[..dash].Split('.'), plain[(dash + 1)..].Split('.'));
    }

    private static int Identifiers(string[] left, string[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (Identifier(left[i], right[i]) is var order and not 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Identifier(string left, string right) => (IsNumber(left), IsNumber(right)) switch
    {
        (true, true) => Numbers(left.TrimStart('0'), right.TrimStart('0')),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    // Of any length.
    private static int Numbers(string left, string right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
