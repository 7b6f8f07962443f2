using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes an enum for a text column whose values the contract closes, and the way between its members and the texts.</summary>
internal static class EnumSource
{
    public static void Write(SourceWriter source, SignatureInput input, string name)
    {
        var texts = Values(input);
        var members = Identifiers.For(texts, PredictorNames.Reserved.Append(name));
        source.Summary($"The values that the contract allows in <c>{CSharpText.Xml(input.Name)}</c>, in its order.");
        source.Line($"public enum {name}");
        source.Open();
        for (var i = 0; i < texts.Count; i++)
        {
            source.Summary($"<c>{CSharpText.Xml(texts[i])}</c>");
            source.Line($"{members[i]},");
        }

        source.Close();
        source.Line();
        source.Summary($"The texts of <see cref=\"{name}\"/> as they stand in the data.");
        source.Line($"public static class {PredictorNames.TextsOf(name)}");
        source.Open();
        WriteToText(source, texts, members, name);
        source.Line();
        WriteTryParse(source, texts, members, name);
        source.Close();
        source.Line();
    }

    public static IReadOnlyList<string> Values(SignatureInput input) => [.. input.AllowedValues.Distinct(StringComparer.Ordinal)];

    private static void WriteToText(SourceWriter source, IReadOnlyList<string> texts, IReadOnlyList<string> members, string name)
    {
        source.Summary("The text of a value; null, which is a missing value, stays null.");
        source.Doc("exception cref=\"global::System.ArgumentOutOfRangeException\"", "The number is no member of the enum.");
        source.Line($"public static string? ToText({name}? value) => value switch");
        source.Open();
        source.Line("null => null,");
        for (var i = 0; i < texts.Count; i++)
            source.Line($"{name}.{members[i]} => {CSharpText.Literal(texts[i])},");
        source.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, \"It is no value of the contract.\"),");
        source.Close("};");
    }

    private static void WriteTryParse(SourceWriter source, IReadOnlyList<string> texts, IReadOnlyList<string> members, string name)
    {
        source.Summary("Finds the value of a text. False for a text that the contract does not allow; null, which is a missing value, is true with null.");
        source.Line($"public static bool TryParse(string? text, out {name}? value)");
        source.Open();
        source.Line("value = text switch");
        source.Open();
        for (var i = 0; i < texts.Count; i++)
            source.Line($"{CSharpText.Literal(texts[i])} => {name}.{members[i]},");
        source.Line("_ => null,");
        source.Close("};");
        source.Line("return value is not null || text is null;");
        source.Close();
    }
}
