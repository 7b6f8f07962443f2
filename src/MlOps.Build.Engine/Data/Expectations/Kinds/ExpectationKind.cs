namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>One of the expectations that are known by name.</summary>
/// <param name="Name">As in Great Expectations.</param>
/// <param name="Domain">What it looks at.</param>
/// <param name="Kwargs">Its own arguments, beside those of its domain.</param>
/// <param name="Create">Binds it to a table; null, with a fault in the request, when that cannot be.</param>
internal sealed record ExpectationKind(string Name, ExpectationDomain Domain, string[] Kwargs, Func<CheckRequest, Check?> Create)
{
    /// <summary>Every argument it takes.</summary>
    public IEnumerable<string> AllKwargs => Kwargs.Concat(Domain switch
    {
        ExpectationDomain.ColumnMap => ["column", "mostly", .. Condition],
        ExpectationDomain.ColumnAggregate => ["column", .. Condition],
        ExpectationDomain.ColumnPairMap => ["column_A", "column_B", "mostly", "ignore_row_if", .. Condition],
        ExpectationDomain.MulticolumnMap => ["column_list", "mostly", "ignore_row_if", .. Condition],
        _ => Condition,
    });

    private static string[] Condition => ["row_condition", "condition_parser"];
}
