namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>A step that rewrites texts, each different one once. A text of which nothing is left becomes missing.</summary>
internal abstract record TextStep : CleaningStep
{
    public override long Apply(CleaningState state) => Columns.Sum(name => state.Table.Find(name) is StringColumn column ? Rewrite(column, state) : 0);

    protected abstract string Rewrite(string text);

    private long Rewrite(StringColumn column, CleaningState state)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = column.Dictionary.Select(text => Rewrite(text)).Select(text => text.Length == 0 ? -1 : Code(known, text)).ToArray();
        var (values, missing, changed) = (new int[column.Length], new MissingMask(column.Length), 0L);
        string[] texts = [.. known.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        for (var row = 0; row < values.Length; row++)
        {
            var was = column.IsMissing(row) ? null : column.Text(row);
            values[row] = was is null ? -1 : codes[column.Values[row]];
            if (values[row] < 0)
                missing.Set(row);
            if (was is { Length: > 0 } && (values[row] < 0 || texts[values[row]] != was))
                changed++;
        }

        state.Replace(new StringColumn(column.Name, values, texts, missing));
        return changed;
    }

    private static int Code(Dictionary<string, int> known, string text)
    {
        if (!known.TryGetValue(text, out var code))
            known.Add(text, code = known.Count);
        return code;
    }
}
