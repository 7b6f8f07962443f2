using MlOps.Build.Contracts;
using MlOps.Build.Engine.Drift.Measures;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the section <c>drift</c>.</summary>
internal sealed class DriftConfigReader(Dictionary<string, SourcePosition> positions, DiagnosticBag diagnostics)
{
    public static readonly IReadOnlyDictionary<string, bool> Corrections =
        new Dictionary<string, bool> { [DriftCorrection.BenjaminiHochberg] = true, [DriftCorrection.None] = false };

    public DriftConfig? Read(YamlSection? section)
    {
        if (section is null)
            return null;
        var defaults = new DriftConfig();
        var config = new DriftConfig
        {
            Method = Method(section.Value("method"), "method", DriftKind.Any),
            Numeric = Method(section.Value("numeric"), "numeric", DriftKind.Number),
            Categorical = Method(section.Value("categorical"), "categorical", DriftKind.Category),
            Columns = Columns(section.Section("columns")),
            Share = section.Number("share", 0, 1) ?? defaults.Share,
            Corrected = section.Choice("correction", Corrections) ?? defaults.Corrected,
            LeastRows = (int)(section.Integer("min_rows", 2, int.MaxValue) ?? defaults.LeastRows),
            Limit = section.Number("limit", 0, 1000) ?? defaults.Limit,
            Significance = section.Number("significance", 0, 1) ?? defaults.Significance,
        };
        section.RejectUnknownKeys();
        return config;
    }

    private Dictionary<string, DriftMethod> Columns(YamlSection? section)
    {
        var methods = new Dictionary<string, DriftMethod>(StringComparer.Ordinal);
        foreach (var column in section?.Keys ?? [])
        {
            positions[$"drift.columns.{column}"] = section!.PositionOf(column);
            if (Method(section.Value(column), column, null) is { } method)
                methods[column] = method;
        }

        return methods;
    }

    // A name, or a mapping of name and threshold. Of a column the kind is known only when the data are.
    private DriftMethod? Method(YamlValue? value, string setting, DriftKind? kind)
    {
        if (value is null)
            return null;
        if (!value.IsSection)
            return value.Text() is { } alone ? Known(new DriftMethod(alone), setting, kind, value.Position) : null;
        var section = value.Section()!;
        var (name, threshold) = (section.Text("method"), section.Number("threshold", 0, double.MaxValue));
        if (!section.Has("method"))
            section.Missing("method", "Write 'method: auto', or the name of a measure.");
        section.RejectUnknownKeys();
        return name is null ? null : Known(new DriftMethod(name, threshold), setting, kind, value.Position);
    }

    private DriftMethod? Known(DriftMethod method, string setting, DriftKind? kind, SourcePosition position)
    {
        if (DriftMethods.Problem(method.Name) is { } unknown)
            diagnostics.Error(DriftCodes.UnknownMethod, $"'drift.{setting}': {unknown}", position);
        else if (kind is DriftKind.Number or DriftKind.Category && !method.Takes(kind.Value))
            diagnostics.Error(DriftCodes.MethodKind, $"'drift.{setting}': {DriftMethods.KindProblem(method.Name, kind.Value)}", position);
        else
            return method;
        return null;
    }
}
