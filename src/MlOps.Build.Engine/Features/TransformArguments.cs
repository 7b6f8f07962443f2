using System.Globalization;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Features;

/// <summary>Typed access to arguments that were checked when the configuration was read.</summary>
internal readonly struct TransformArguments(TransformConfig transform)
{
    public bool Has(string name) => transform.Arguments.ContainsKey(name);

    public string Text(string name, string fallback) =>
        transform.Arguments.TryGetValue(name, out var values) ? values[0] : fallback;

    public IReadOnlyList<string> Texts(string name) => transform.Arguments.GetValueOrDefault(name) ?? [];

    public double? Number(string name) => Has(name) ? Parse(transform.Arguments[name][0]) : null;

    public double[] Numbers(string name) => [.. Texts(name).Select(Parse)];

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
