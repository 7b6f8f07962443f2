using System.Globalization;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Tool.Inspection;

/// <summary>A table of two columns: what it is, and what there is to say.</summary>
internal sealed class Listing(Report report)
{
    private const int Width = 10;

    public void Row(string kind, string text) => report.Line($"{kind.PadRight(Width)}{ArchiveText.Line(text)}");

    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The first values of a list, and how many more there are.</summary>
    public static string Some(IReadOnlyList<string> values, int most) =>
        string.Join(", ", values.Take(most)) + (values.Count > most ? $" and {values.Count - most} more" : "");
}
