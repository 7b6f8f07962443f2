using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Labels;

/// <summary>The label of a classification: the column's own values, or a binary one derived from lists of values.</summary>
internal sealed class ClassLabel(Column column, TrainingConfig config, DiagnosticBag diagnostics)
{
    private const int MostClasses = 1000;

    private readonly IReadOnlyList<string> _values = DistinctValues.InOrder(column, int.MaxValue);

    public Label? Build()
    {
        if (column.Type is ColumnType.Date or ColumnType.Timestamp)
        {
            return Refuse(
                FeatureCodes.LabelType,
                $"the label '{column.Name}' has the type {column.Type}; classes come from text, whole numbers or booleans.");
        }

        if (_values.Count == 1)
        {
            return Refuse(
                FeatureCodes.LabelOneClass,
                $"every labelled row has the same label {Quoted(_values[0])}. Name another column, or check the data.");
        }

        if (config.Label.IsDerived)
            return Derived();
        return config.Task == LearningTask.Binary ? OwnTwo() : Own();
    }

    private Label? Derived()
    {
        var positive = config.Label.Positive.Count > 0;
        var listed = positive ? config.Label.Positive : config.Label.Negative;
        if (!AllOccur(listed, positive ? "positive" : "negative"))
            return null;
        var names = listed.ToHashSet(StringComparer.Ordinal);
        if (_values.All(names.Contains))
        {
            return Refuse(
                FeatureCodes.LabelOneClass,
                $"'label' lists every value of '{column.Name}', so all rows are of one class. Remove one from the list.");
        }

        return Map(text => names.Contains(text) == positive ? 1 : 0, DerivedClasses(names, positive));
    }

    // Two values keep their names; more are "Damaged" and "not Damaged".
    private IReadOnlyList<string> DerivedClasses(HashSet<string> listed, bool positive)
    {
        if (_values.Count > 2)
            return [$"not {config.Label.Name}", config.Label.Name];
        var first = _values.First(value => listed.Contains(value) != positive);
        return [first, _values.First(value => value != first)];
    }

    private Label? OwnTwo()
    {
        if (_values.Count > 2)
        {
            return Refuse(
                FeatureCodes.LabelClassCount,
                $"'{column.Name}' has {_values.Count} different values ({Some()}); a binary label has two. "
                + "Add 'positive' or 'negative' to 'label', or write 'task: multiclass'.");
        }

        diagnostics.Info(
            FeatureCodes.LabelPositiveAssumed,
            $"{Quoted(_values[1])} is taken as the positive class of '{column.Name}'. Write 'positive: [...]' in 'label' to say which is.",
            config.PositionOf("label.column"));
        return Map(text => text == _values[1] ? 1 : 0, _values);
    }

    private Label? Own()
    {
        if (_values.Count == 2)
            return Refuse(FeatureCodes.LabelClassCount, $"'{column.Name}' has two different values ({Some()}). Write 'task: binary'.");
        if (_values.Count > MostClasses)
        {
            return Refuse(
                FeatureCodes.LabelClassCount,
                $"'{column.Name}' has {_values.Count} different values; at most {MostClasses} can be classes. "
                + "Write 'task: regression', or name another column.");
        }

        var index = _values.Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i, StringComparer.Ordinal);
        return Map(text => index[text], _values);
    }

    private Label Map(Func<string, int> classOf, IReadOnlyList<string> classes)
    {
        var codes = ColumnCodes.Of(column);
        var used = _values.ToHashSet(StringComparer.Ordinal);
        var byCode = codes.Texts.Select(text => used.Contains(text) ? classOf(text) : float.NaN).ToArray();
        return new Label { Values = [.. codes.Codes.Select(code => code < 0 ? float.NaN : byCode[code])], Classes = classes };
    }

    private bool AllOccur(IReadOnlyList<string> listed, string key)
    {
        var complete = true;
        for (var i = 0; i < listed.Count; i++)
        {
            if (_values.Contains(listed[i]))
                continue;
            var hint = DidYouMean.Sentence(listed[i], _values);
            var way = hint.Length > 0 ? hint : $" Values: {Some()}.";
            diagnostics.Error(
                FeatureCodes.LabelValueUnknown,
                $"no row has the value {Quoted(listed[i])} in '{column.Name}'.{way}",
                config.PositionOf($"label.{key}[{i}]"));
            complete = false;
        }

        return complete;
    }

    private string Some() => string.Join(", ", _values.Take(8).Select(Quoted)) + (_values.Count > 8 ? ", …" : "");

    private static string Quoted(string value) => $"'{value.ReplaceLineEndings(" ")}'";

    private Label? Refuse(string code, string message)
    {
        diagnostics.Error(code, message, config.PositionOf("label.column"));
        return null;
    }
}
