namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Every expectation that can be judged, by name.</summary>
internal static class Catalogue
{
    /// <summary>Arguments that do not change what is expected.</summary>
    public static readonly IReadOnlySet<string> Ignored = new HashSet<string>(StringComparer.Ordinal)
    {
        "batch_id", "table", "result_format", "include_config", "catch_exceptions", "auto", "profiler_config", "meta", "notes",
    };

    public static readonly IReadOnlyDictionary<string, ExpectationKind> ByName = new[]
    {
        ValueKinds.All, TextKinds.All, TypeKinds.All, UniqueKinds.All, SequenceKinds.All, ScoreKinds.All, AggregateKinds.All, TallyKinds.All,
        QuantileKinds.All, DivergenceKinds.All, ChiSquareKinds.All, KolmogorovKinds.All, CramersKinds.All, PairKinds.All, RowKinds.All, TableKinds.All, UnjudgedKinds.All,
    }.SelectMany(kinds => kinds).ToDictionary(kind => kind.Name, StringComparer.Ordinal);
}
