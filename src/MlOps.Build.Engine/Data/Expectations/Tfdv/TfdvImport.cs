using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Exchange;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Tfdv;

/// <summary>Proposes a contract that says what a schema of TensorFlow Data Validation says, and tells what it cannot say.</summary>
internal static class TfdvImport
{
    private static readonly string[] Known = ["feature", "string_domain", "int_domain", "float_domain", "dataset_constraints", "default_environment"];

    /// <summary>The contract; null, with an error, when the text is no such schema. What is not carried over is a warning at its line.</summary>
    public static DataSchema? Read(string file, string text, DiagnosticBag diagnostics)
    {
        if (ProtoTextReader.Read(file, text, diagnostics) is not { } schema)
            return null;
        var left = new TfdvRemainder(file, diagnostics);
        foreach (var field in schema.Fields.Where(field => !Known.Contains(field.Name)))
            left.Say(field, $"'{field.Name}' of the schema");
        var columns = schema.All("feature").Where(feature => feature.Message is not null).Select(feature => TfdvFeature.Column(feature, schema, left)).OfType<ColumnSchema>().ToList();
        if (columns.Count > 0)
        {
            return new DataSchema
            {
                Environments = [.. TfdvEnvironments.Of(schema)],
                Columns = [.. columns.DistinctBy(column => column.Name)],
                Table = Rows(schema, left),
            };
        }

        diagnostics.Error(DataCodes.NoTfdvSchema, "the schema has no 'feature' that is a column.", new SourcePosition(file, 1));
        return null;
    }

    private static TableRules Rows(ProtoMessage schema, TfdvRemainder left)
    {
        var constraints = schema.Message("dataset_constraints");
        foreach (var field in constraints?.Fields.Where(field => field.Name is not ("min_examples_count" or "max_examples_count")) ?? [])
            left.Say(field, $"'{field.Name}' of the data set");
        var rules = new TableRules { MinimumRows = Count("min_examples_count"), MaximumRows = Count("max_examples_count") };
        if (!(rules.MinimumRows > rules.MaximumRows))
            return rules;
        left.Say(constraints!.Find("max_examples_count")!, "'max_examples_count', which is below 'min_examples_count',");
        return rules with { MaximumRows = null };

        long? Count(string name)
        {
            if (constraints?.Number(name) is not { } number)
                return null;
            if (Shares.Count(number, 1L << 53) is { } count)
                return count;
            left.Say(constraints.Find(name)!, $"'{name}', which is no number of rows,");
            return null;
        }
    }
}
