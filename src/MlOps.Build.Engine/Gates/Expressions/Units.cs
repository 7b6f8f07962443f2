using MlOps.Build.Engine.Gates.Values;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>
/// The units of the language. Prefixes of bytes are those of the SI (kB, MB, GB: powers of 1000) and of IEC 80000-13 (KiB, MiB, GiB:
/// powers of 1024). Upper and lower case count, as they do in both.
/// </summary>
internal static class Units
{
    private static readonly Dictionary<string, Unit> Known = new Unit[]
    {
        new("%", Dimension.Share, 1, 100),
        new("us", Dimension.Time, 1, 1e6),
        new("\u00B5s", Dimension.Time, 1, 1e6),
        new("\u03BCs", Dimension.Time, 1, 1e6),
        new("ms", Dimension.Time, 1, 1000),
        new("s", Dimension.Time, 1),
        new("min", Dimension.Time, 60),
        new("h", Dimension.Time, 3600),
        new("d", Dimension.Time, 86_400),
        new("B", Dimension.Size, 1),
        new("kB", Dimension.Size, 1e3),
        new("MB", Dimension.Size, 1e6),
        new("GB", Dimension.Size, 1e9),
        new("KiB", Dimension.Size, 1024),
        new("MiB", Dimension.Size, 1_048_576),
        new("GiB", Dimension.Size, 1_073_741_824),
    }.ToDictionary(unit => unit.Symbol);

    private static readonly string[] Plain = ["%", "us", "ms", "s", "min", "h", "d", "B", "kB", "MB", "GB", "KiB", "MiB", "GiB"];

    public static IReadOnlyCollection<string> All => Known.Keys;

    public static Unit? Find(string symbol) => Known.GetValueOrDefault(symbol);

    /// <summary>What to say about a unit that does not exist.</summary>
    public static string Unknown(string symbol) => symbol switch
    {
        "KB" => "'KB' is 1000 bytes to some and 1024 to others; write 'kB' or 'KiB'",
        "m" => "'m' may be minutes or milliseconds; write 'min' or 'ms'",
        _ => $"'{symbol}' is not a unit.{DidYouMean.Sentence(symbol, Plain)} Known are: {string.Join(", ", Plain)}.",
    };
}
