using System.Globalization;

namespace MlOps.Build.Tracking.Search;

/// <summary>
/// A search as a query of the runs' file. Every part looks up the run's own rows by an index, so a search costs by the runs and not by the
/// readings. A run that lacks what is compared does not match, not even <c>!=</c>, as in MLflow.
/// </summary>
internal sealed class SearchSql
{
    private const string LastReading = "order by m.step desc, m.time desc, m.value desc limit 1";
    private readonly List<object> _values = [];

    public static (string Sql, IReadOnlyList<object> Values) Of(RunSearch search)
    {
        var sql = new SearchSql();
        var where = search.Clauses.Select(sql.Where).ToList();
        var order = search.Order.Select(sql.Order).ToList();
        if (!search.Order.Any(item => item.Field is { Kind: FieldKind.Attribute, Key: "start_time" }))
            order.Add("r.started desc");
        order.Add("r.id");
        var text = $"select r.seq from {RunSql.Joined}"
            + (where.Count == 0 ? "" : $" where {string.Join(" and ", where)}")
            + $" order by {string.Join(", ", order)}"
            + (search.Limit is { } limit ? string.Create(CultureInfo.InvariantCulture, $" limit {limit}") : "");
        return (text, sql._values);
    }

    private string Where(RunClause clause) => clause.Field.Kind switch
    {
        FieldKind.Attribute => Compare(Attribute(clause.Field.Key), clause),
        FieldKind.Metric => Metric(clause),
        FieldKind.Dataset => Dataset(clause),
        _ when clause.Operator == "IS NULL" => $"{Pair(clause.Field, "1")} is null",
        _ => Pair(clause.Field, Compare("p.value", clause)),
    };

    private string Metric(RunClause clause)
    {
        // NaN is kept as no value: it differs from every number and is neither less nor more than any.
        var condition = clause.Operator == "!=" ? $"(m.value is null or {Compare("m.value", clause)})" : Compare("m.value", clause);
        return clause.Operator switch
        {
            "IS NULL" => $"{Reading(clause.Field, "1")} is null",
            "IS NOT NULL" => $"{Reading(clause.Field, "1")} is not null",
            _ => Reading(clause.Field, condition),
        };
    }

    private string Dataset(RunClause clause)
    {
        var column = clause.Field.Key switch
        {
            "name" => "i.name",
            "digest" => string.Create(CultureInfo.InvariantCulture, $"substr(i.sha256, 1, {MlflowNames.DigestLength})"),
            _ => $"'{MlflowDataset.Context}'",
        };
        var found = $"select 1 from inputs i where i.run = r.seq and i.kind = 'data'";
        return clause.Operator switch
        {
            "IS NULL" => $"not exists({found})",
            "IS NOT NULL" => $"exists({found})",
            _ => $"exists({found} and {Compare(column, clause)})",
        };
    }

    private string Order(RunOrder order)
    {
        var direction = order.Descending ? " desc" : "";
        if (order.Field.Kind == FieldKind.Metric)
            return $"coalesce({Reading(order.Field, "m.value is null")}, 2), {Reading(order.Field, "m.value")}{direction}";
        var value = order.Field.Kind switch
        {
            FieldKind.Attribute => Attribute(order.Field.Key),
            FieldKind.Dataset => $"(select min(i.name) from inputs i where i.run = r.seq and i.kind = 'data')",
            _ => Pair(order.Field, "p.value"),
        };
        return $"{value} is null, {value}{direction}";
    }

    private string Reading(RunField field, string what) =>
        $"(select {what} from metrics m where m.run = r.seq and m.key = {Parameter(field.Key)} {LastReading})";

    // Of a value that was given again the last one counts.
    private string Pair(RunField field, string what)
    {
        var table = field.Kind == FieldKind.Tag ? "tags" : "parameters";
        return $"(select {what} from {table} p where p.run = r.seq and p.key = {Parameter(field.Key)} order by p.seq desc limit 1)";
    }

    private static string Attribute(string key) => key switch
    {
        "run_id" => "r.id",
        "run_name" => "r.name",
        "status" => $"upper({RunSql.Status})",
        "start_time" => "r.started",
        "end_time" => "e.ended",
        "experiment" => "r.experiment",
        "parent_run_id" => "r.parent",
        _ => $"(select p.value from tags p where p.run = r.seq and p.key = '{Contracts.RunTags.User}' order by p.seq desc limit 1)",
    };

    private string Compare(string column, RunClause clause) => clause.Operator switch
    {
        "IS NULL" => $"{column} is null",
        "IS NOT NULL" => $"{column} is not null",
        "LIKE" => $"mlops_like({column}, {Parameter(clause.Values[0])}, 0)",
        "ILIKE" => $"mlops_like({column}, {Parameter(clause.Values[0])}, 1)",
        "IN" or "NOT IN" => $"{column} {clause.Operator} ({string.Join(", ", clause.Values.Select(Parameter))})",
        _ => $"{column} {clause.Operator} {Parameter(clause.Values[0])}",
    };

    private string Parameter(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count - 1}");
    }
}
