namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations that are known by name and cannot be judged: they are kept in a suite, fail, and say so.</summary>
internal static class UnjudgedKinds
{
    public static IEnumerable<ExpectationKind> All =>
    [
        new("unexpected_rows_expectation", ExpectationDomain.Table, ["unexpected_rows_query", "description"], request => Refuse(request, "it is a query for a database.")),
    ];

    private static Check? Refuse(CheckRequest request, string why)
    {
        request.Fail(why);
        return null;
    }
}
