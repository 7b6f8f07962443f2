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
            EqualRows = rows?.Text("equal_to"),
            References = ReferenceParser.OfTable(section, columns, diagnostics),
            Key = section.Texts("key"),
            RowsPosition = section.PositionOf("rows"),
            KeyPosition = section.PositionOf("key"),
        };
        rows?.RejectUnknownKeys();
        section.RejectUnknownKeys();
        if (rules.MinimumRows > rules.MaximumRows)
            Report(diagnostics, $"'rows' has min {rules.MinimumRows} above max {rules.MaximumRows}. Swap them.", rules.RowsPosition);
        CheckKey(rules, columns, diagnostics);
        return rules;
    }

    private static void CheckKey(TableRules rules, IReadOnlyList<ColumnSchema> columns, DiagnosticBag diagnostics)
    {
        foreach (var name in rules.Key)
        {
            var column = columns.FirstOrDefault(column => column.Name == name);
            var suggestion = DidYouMean.Sentence(name, columns.Select(column => column.Name));
            if (column is null)
                Report(diagnostics, $"'key' names {Shown.Text(name)}, which is no column.{suggestion}", rules.KeyPosition);
            else if (!column.Required)
                Report(diagnostics, $"'key' names {Shown.Text(name)}, which is not required. Set 'required: true'.", rules.KeyPosition);
        }
    }

    private static void Report(DiagnosticBag diagnostics, string message, SourcePosition position) =>
        diagnostics.Error(DataCodes.ContractRule, message, position);
}
