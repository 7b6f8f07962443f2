using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>
/// Where data are used: in training, when serving. A contract says of each column in which of these it is there; the first is the one that
/// models are trained in. The idea and the sets are those of TensorFlow Data Validation (<c>default_environment</c>, <c>in_environment</c>).
/// </summary>
internal static class DataEnvironments
{
    private static readonly string[] Standard = ["train", "serve"];

    /// <summary>The contract's environments, the one for training first.</summary>
    public static IReadOnlyList<string> Of(DataSchema schema) => schema.Environments.Count > 0 ? schema.Environments : Standard;

    /// <summary>Case does not matter: TRAIN is train.</summary>
    public static bool Has(ColumnSchema column, string environment) =>
        column.Environments.Count == 0 || column.Environments.Contains(environment, StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the column is there in the environment that the data at hand belong to.</summary>
    public static bool IsHere(DataSchema schema, ColumnSchema column) => Has(column, schema.Environment ?? Of(schema)[0]);

    /// <summary>The environments that lack the column.</summary>
    public static IReadOnlyList<string> Lacking(DataSchema schema, ColumnSchema column) =>
        [.. Of(schema).Where(environment => !Has(column, environment))];

    /// <summary>The contract for data of an environment; null, with an error, when it has no such environment.</summary>
    /// <param name="schema">The contract.</param>
    /// <param name="name">The environment.</param>
    /// <param name="label">The label, which is there in training only unless the contract says otherwise; null when there is none.</param>
    /// <param name="diagnostics">Takes the error.</param>
    public static DataSchema? Select(DataSchema schema, string name, string? label, DiagnosticBag diagnostics)
    {
        var known = Of(schema);
        if (known.FirstOrDefault(environment => environment.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return schema with
            {
                Environment = found,
                Columns = [.. schema.Columns.Select(column => column.Name == label && column.Environments.Count == 0 ? column with { Environments = [known[0]] } : column)],
            };
        }

        var way = DidYouMean.Sentence(name, known) is { Length: > 0 } hint ? hint : " Name one of them, or add it to 'environments' in schema.yaml.";
        diagnostics.Error(DataCodes.UnknownEnvironment, $"there is no environment {Shown.Text(name)}; the contract has {string.Join(", ", known)}.{way}");
        return null;
    }

    /// <summary>Finds environments that are none, or stand twice, and columns that name one which the contract does not have.</summary>
    /// <param name="schema">The contract.</param>
    /// <param name="declared">Where it declares its environments; null when it does not.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static void Check(DataSchema schema, SourcePosition? declared, DiagnosticBag diagnostics)
    {
        if (declared is { } place)
            CheckList(schema.Environments, "no data belong to one. Name them, the one of training first, or remove the key.", place, diagnostics);
        var known = Of(schema);
        foreach (var column in schema.Columns.Where(column => column.KeyPositions.ContainsKey("environments")))
        {
            var position = column.PositionOf("environments");
            CheckList(column.Environments, "the column is nowhere. Name those that it is in, or remove the column.", position, diagnostics);
            foreach (var name in column.Environments.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                var message = $"'environments' names {Shown.Text(name)}; the contract has {string.Join(", ", known)}.{DidYouMean.Sentence(name, known)}"
                    + " Other ones are declared by 'environments' at the top.";
                diagnostics.Error(DataCodes.UnknownEnvironment, message, position);
            }
        }
    }

    private static void CheckList(IReadOnlyList<string> names, string soThat, SourcePosition position, DiagnosticBag diagnostics)
    {
        if (names.Count == 0)
            diagnostics.Error(DataCodes.ContractRule, $"'environments' is empty, so {soThat}", position);
        else if (names.Any(string.IsNullOrWhiteSpace))
            diagnostics.Error(DataCodes.ContractRule, "'environments' holds an empty name. Write one, or remove it.", position);
        else if (names.CountBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(name => name.Value > 1).Key is { } twice)
            diagnostics.Error(DataCodes.ContractRule, $"'environments' names {Shown.Text(twice)} twice; case does not matter. Remove one.", position);
    }
}
