using System.Globalization;
using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>A single value of an argument or a row condition.</summary>
internal readonly record struct Scalar
{
    private Scalar(ScalarKind kind, string text, double number = 0)
    {
        Kind = kind;
        Text = text;
        Number = number;
    }

    public static Scalar Null { get; } = new(ScalarKind.Null, "null");

    public ScalarKind Kind { get; }

    /// <summary>As written, without quotes.</summary>
    public string Text { get; }

    /// <summary>Of a number, or 0 and 1 of a boolean.</summary>
    public double Number { get; }

    /// <summary>The number without loss, when it is a whole one of 64 bits.</summary>
    public long? Whole => Kind == ScalarKind.Number && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
        ? whole
        : Math.Floor(Number) == Number && Math.Abs(Number) < 9e18 ? (long)Number : null;

    public static Scalar OfText(string text) => new(ScalarKind.Text, text);

    public static Scalar OfBoolean(bool value) => new(ScalarKind.Boolean, value ? "true" : "false", value ? 1 : 0);

    /// <summary>A number as it stands in JSON, Python or SQL; null when it is none.</summary>
    public static Scalar? OfNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? new Scalar(ScalarKind.Number, text, number)
            : null;

    /// <summary>Null for lists and objects.</summary>
    public static Scalar? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => OfText(element.GetString()!),
        JsonValueKind.Number => OfNumber(element.GetRawText()),
        JsonValueKind.True => OfBoolean(true),
        JsonValueKind.False => OfBoolean(false),
        JsonValueKind.Null or JsonValueKind.Undefined => Null,
        _ => null,
    };

    public override string ToString() => Kind == ScalarKind.Text ? $"'{Text}'" : Text;
}
