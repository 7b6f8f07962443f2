using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Reads the rules on the whole table.</summary>
internal static class TableRulesParser
{
    public static TableRules Read(YamlSection section, IReadOnlyList<ColumnSchema> columns, DiagnosticBag diagnostics)
    {
        var rows = section.Section("rows");
        var rules = new TableRules
        {
            MinimumRows = rows?.Integer("min", 0),
            MaximumRows = rows?.Integer("max", 0),
            Key = section.Texts("key"),
            RowsPosition = section.PositionOf("rows"),
            KeyPosition = section.PositionOf("key"),
        };
        rows?.RejectUnknownKeys();
        section.RejectUnknownKeys();
        if (rules.MinimumRows > rules.MaximumRows)
            diagnostics.Error(DataCodes.ContractRule, $"'rows' has min {rules.MinimumRows} above max {rules.MaximumRows}. Swap them.", rules.RowsPosition);
        CheckKey(rules, columns, diagnostics);
        return rules;
    }

    private static void CheckKey(TableRules rules, IReadOnlyList<ColumnSchema> columns, DiagnosticBag diagnostics)
    {
        foreach (var name in rules.Key)
        {
            var column = columns.FirstOrDefault(column => column.Name == name);
            var known = columns.Select(column => column.Name);
            if (column is null)
                diagnostics.Error(DataCodes.ContractRule, $"'key' names {Shown.Text(name)}, which is no column.{DidYouMean.Sentence(name, known)}", rules.KeyPosition);
            else if (!column.Required)
                diagnostics.Error(DataCodes.ContractRule, $"'key' names {Shown.Text(name)}, which is not required. Set 'required: true'.", rules.KeyPosition);
        }
    }
}
