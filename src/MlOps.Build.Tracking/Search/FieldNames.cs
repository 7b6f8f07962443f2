namespace MlOps.Build.Tracking.Search;

/// <summary>The names of fields, those of MLflow's searches.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, FieldKind> Kinds = new(StringComparer.Ordinal)
    {
        ["metric"] = FieldKind.Metric,
        ["metrics"] = FieldKind.Metric,
        ["parameter"] = FieldKind.Parameter,
        ["parameters"] = FieldKind.Parameter,
        ["param"] = FieldKind.Parameter,
        ["params"] = FieldKind.Parameter,
        ["tag"] = FieldKind.Tag,
        ["tags"] = FieldKind.Tag,
        ["attribute"] = FieldKind.Attribute,
        ["attributes"] = FieldKind.Attribute,
        ["attr"] = FieldKind.Attribute,
        ["run"] = FieldKind.Attribute,
        ["dataset"] = FieldKind.Dataset,
        ["datasets"] = FieldKind.Dataset,
    };

    private static readonly Dictionary<string, string> Attributes = new(StringComparer.Ordinal)
    {
        ["run_id"] = "run_id",
        ["run_name"] = "run_name",
        ["run name"] = "run_name",
        ["Run name"] = "run_name",
        ["Run Name"] = "run_name",
        ["status"] = "status",
        ["start_time"] = "start_time",
        ["created"] = "start_time",
        ["Created"] = "start_time",
        ["end_time"] = "end_time",
        ["user_id"] = "user_id",
        ["experiment"] = "experiment",
        ["parent_run_id"] = "parent_run_id",
    };

    /// <summary>The field of a name such as <c>metrics.auc</c>; one without a kind is an attribute.</summary>
    /// <exception cref="SearchException">There is no such field.</exception>
    public static RunField Of(SearchToken token)
    {
        var dot = token.Text.IndexOf('.', StringComparison.Ordinal);
        var (kind, key) = dot < 0 ? ("attributes", token.Text) : (token.Text[..dot], token.Text[(dot + 1)..]);
        if (!Kinds.TryGetValue(kind, out var found))
            throw new SearchException(token.Place, $"'{kind}' is no kind of field; expected metrics, params, tags, attributes or datasets, as in metrics.auc.");
        return found switch
        {
            FieldKind.Attribute => new RunField(found, Attributes.GetValueOrDefault(key) ?? throw Unknown(token, key, "attribute", Attributes.Values.Distinct())),
            FieldKind.Dataset when key is not ("name" or "digest" or "context") => throw Unknown(token, key, "part of a dataset", ["name", "digest", "context"]),
            FieldKind.Tag => Tag(key),
            _ => new RunField(found, key),
        };
    }

    // MLflow's own tags mean what stands elsewhere here.
    private static RunField Tag(string key) => key switch
    {
        "mlflow.runName" => new RunField(FieldKind.Attribute, "run_name"),
        "mlflow.parentRunId" => new RunField(FieldKind.Attribute, "parent_run_id"),
        _ => new RunField(FieldKind.Tag, MlflowNames.Tags.GetValueOrDefault(key, key)),
    };

    private static SearchException Unknown(SearchToken token, string key, string what, IEnumerable<string> known) =>
        new(token.Place, $"'{key}' is no {what}; expected {string.Join(", ", known)}. Settings are params.{key}, readings metrics.{key}.");
}
