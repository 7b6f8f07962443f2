using System.Globalization;
using System.Text;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Writes the section <c>drift</c>; keys at their defaults are left out.</summary>
internal static class DriftConfigWriter
{
    public static string Write(DriftConfig drift)
    {
        var (text, defaults) = (new StringBuilder("drift:    # how columns are judged that differ from their reference\n"), new DriftConfig());
        Add("method", drift.Method);
        Add("numeric", drift.Numeric);
        Add("categorical", drift.Categorical);
        if (drift.Columns.Count > 0)
            text.Append("  columns:\n");
        foreach (var (column, method) in drift.Columns)
            text.Append(CultureInfo.InvariantCulture, $"    {YamlText.Scalar(column)}: {Method(method)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  share: {YamlText.Scalar(drift.Share)}    # of drifting columns that make all of the data drift\n");
        if (!drift.Corrected)
            text.Append("  correction: none\n");
        if (drift.LeastRows != defaults.LeastRows)
            text.Append(CultureInfo.InvariantCulture, $"  min_rows: {drift.LeastRows}\n");
        if (drift.Limit != defaults.Limit)
            text.Append(CultureInfo.InvariantCulture, $"  limit: {YamlText.Scalar(drift.Limit)}\n");
        if (drift.Significance != defaults.Significance)
            text.Append(CultureInfo.InvariantCulture, $"  significance: {YamlText.Scalar(drift.Significance)}\n");
        return text.ToString();

        void Add(string key, DriftMethod? method)
        {
            if (method is not null)
                text.Append(CultureInfo.InvariantCulture, $"  {key}: {Method(method)}\n");
        }
    }

    private static string Method(DriftMethod method) => method.Threshold is { } threshold
        ? $"{{ method: {method.Name}, threshold: {YamlText.Scalar(threshold)} }}"
        : method.Name;
}
