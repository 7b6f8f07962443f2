using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>values</c>: only these.</summary>
internal sealed class SetRule(ColumnSchema schema) : TextRule(schema, DataCodes.NotInSet, "values")
{
    private const int Listed = 5;

    private readonly TextDictionary _allowed = Allowed(schema);

    public override string Words => $"one of {List}";

    public override string Says => $"allows {List}";

    // A contract's own values are as sensitive as the data's.
    private string List => Schema.Sensitive || Schema.Values.Count > Listed
        ? Shown.Count(Schema.Values.Count, "value")
        : string.Join(", ", Schema.Values.Select(Shown.Text));

    public override string WayOut(long rows) => $"{FixRows(rows)}, or add the value to 'values'.";

    public override bool Holds(ReadOnlySpan<byte> text) => Schema.Type == ColumnType.Timestamp
        ? _allowed.Contains(Encoding.UTF8.GetBytes(Normal(Schema.Type, Encoding.UTF8.GetString(text))))
        : _allowed.Contains(text);

    private static TextDictionary Allowed(ColumnSchema schema)
    {
        var allowed = new TextDictionary();
        foreach (var value in schema.Values)
            allowed.Find(Encoding.UTF8.GetBytes(Normal(schema.Type, ColumnTypes.Canonical(schema.Type, value) ?? value)));
        return allowed;
    }

    // One point in time can be written with several offsets.
    private static string Normal(ColumnType type, string text) => type == ColumnType.Timestamp && ColumnTypes.Bound(type, text) is { } time
        ? Shown.Number(time)
        : text;
}
