using System.Text;
using System.Text.RegularExpressions;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Changes texts at random: bytes lost, put in and doubled, and whole values put in place of others.</summary>
internal static partial class TextMutation
{
    private static readonly byte[] Signs = "\"\"'\\{}[]<>:,,;#\n\n\r\t  0123456789-+.eEtfnu\0é\uFEFF"u8.ToArray();

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-0.0", "1e-320", "0.1e1", "99999999999999999999", "9007199254740993", "\"\"", "\"x\"", "\"\\ud800\"", "\"\\u0000\"",
        "\"NA\"", "\"1\"", "\"a\\nb\"", "\"\\\"\"", "\"雁\"", "[]", "{}", "[1]", "inf", "nan", "{\"$PARAMETER\": \"a - 1\"}",
    ];

    public static byte[] Of(ReadOnlySpan<byte> original, SeededRandom random)
    {
        var bytes = original.ToArray().ToList();
        for (var change = random.Next(4); change >= 0 && bytes.Count > 0; change--)
        {
            if (random.Next(2) == 0)
                bytes = [.. Encoding.UTF8.GetBytes(Swap(Encoding.UTF8.GetString([.. bytes]), random))];
            else
                Change(bytes, random);
        }

        return [.. bytes];
    }

    /// <summary>One byte or a few, whatever they stand for.</summary>
    public static void Change(List<byte> bytes, SeededRandom random)
    {
        var at = random.Next(bytes.Count);
        var span = Math.Min(1 + random.Next(20), bytes.Count - at);
        switch (random.Next(5))
        {
            case 0: bytes.RemoveRange(at, span); break;
            case 1: bytes.InsertRange(at, bytes.GetRange(at, span)); break;
            case 2: bytes[at] = (byte)random.Next(256); break;
            case 3: bytes.RemoveRange(at, random.Next(10) == 0 ? bytes.Count - at : 1); break;
            default: bytes.Insert(at, Signs[random.Next(Signs.Length)]); break;
        }
    }

    private static string Swap(string text, SeededRandom random)
    {
        var found = Token().Matches(text);
        if (found.Count == 0)
            return text;
        var token = found[random.Next(found.Count)];
        var other = random.Next(3) == 0 ? found[random.Next(found.Count)].Value : Values[random.Next(Values.Length)];
        return text[..token.Index] + other + text[(token.Index + token.Length)..];
    }

    [GeneratedRegex("""-?[0-9][0-9.eE]*|"[^"\n]*"|true|false|null""")]
    private static partial Regex Token();
}
