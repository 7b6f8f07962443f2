using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads <c>label</c>: a column's name, or a mapping that names it and the values that make a binary label.</summary>
internal sealed class LabelConfigReader(Dictionary<string, SourcePosition> positions)
{
    public LabelConfig? Read(YamlValue value, LearningTask? task)
    {
        if (!value.IsSection)
            return FromText(value);
        var section = value.Section()!;
        if (!section.Has("column"))
            section.Missing("column", "Name the column that the label is, or is computed from.");
        var column = section.Text("column");
        var label = column is null ? null : new LabelConfig
        {
            Name = section.Text("name") ?? column,
            Column = column,
            Positive = Values(section, "positive"),
            Negative = Values(section, "negative"),
            Position = value.Position,
        };
        if (label is null)
            return null;
        positions["label.column"] = section.Value("column")!.Position;
        section.RejectUnknownKeys();
        Check(section, label, task);
        return label;
    }

    private LabelConfig? FromText(YamlValue value)
    {
        if (value.Text() is not { } column)
            return null;
        positions["label.column"] = value.Position;
        return new LabelConfig { Name = column, Column = column, Position = value.Position };
    }

    private List<string> Values(YamlSection section, string key)
    {
        var values = new List<string>();
        foreach (var item in section.Items(key))
        {
            if (item.Text() is not { } text)
                continue;
            positions[$"label.{key}[{values.Count}]"] = item.Position;
            values.Add(text);
        }

        if (section.Has(key) && values.Count == 0)
            section.Invalid(key, $"'label.{key}' is empty. Name at least one value, or delete the key.");
        return values;
    }

    private static void Check(YamlSection section, LabelConfig label, LearningTask? task)
    {
        var (positive, negative) = (label.Positive.Count > 0, label.Negative.Count > 0);
        if (positive && negative)
            section.Invalid("negative", "'label' has both 'positive' and 'negative'. Keep one; every other value is of the other class.");
        else if ((positive || negative) && task is LearningTask.Multiclass or LearningTask.Regression)
            section.Invalid(positive ? "positive" : "negative", "'positive' and 'negative' make a binary label; 'task' is not binary.");
    }
}
