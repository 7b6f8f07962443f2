namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations that are known by name and cannot be judged: they are kept in a suite, fail, and say so.</summary>
internal static class UnjudgedKinds
{
    private const string NotThereEither = "Great Expectations 1.x does not evaluate it either. Remove it, or hold the column to expect_column_kl_divergence_to_be_less_than.";

    public static IEnumerable<ExpectationKind> All =>
    [
        Unjudged("expect_column_values_to_match_json_schema", ["json_schema"], "JSON schemas are not supported. Hold the column to expect_column_values_to_be_json_parseable."),
        Unjudged("expect_column_bootstrapped_ks_test_p_value_to_be_greater_than", ["partition_object", "p", "bootstrap_samples", "bootstrap_sample_size"], NotThereEither),
        Unjudged("expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than", ["distribution", "p_value", "params"], NotThereEither),
        Unjudged("expect_column_chisquare_test_p_value_to_be_greater_than", ["partition_object", "p", "tail_weight_holdout"], NotThereEither),
        new("expect_column_pair_cramers_phi_value_to_be_less_than", ExpectationDomain.ColumnPairMap, ["threshold", "bins_A", "bins_B", "n_bins_A", "n_bins_B"], request => Refuse(request, NotThereEither)),
        new("unexpected_rows_expectation", ExpectationDomain.Table, ["unexpected_rows_query", "description"], request => Refuse(request, "it is a query for a database.")),
    ];

    private static ExpectationKind Unjudged(string name, string[] kwargs, string why) =>
        new(name, ExpectationDomain.ColumnMap, kwargs, request => Refuse(request, why));

    private static Check? Refuse(CheckRequest request, string why)
    {
        request.Fail(why);
        return null;
    }
}
