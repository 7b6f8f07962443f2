using System.Globalization;

namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Numbers from and to text as ONNX Runtime has it: 8 digits, for doubles too, NaN, INF and -INF.</summary>
internal static class CastText
{
    public static string Of(float value) => Special(value) ?? General(value.ToString("G8", CultureInfo.InvariantCulture));

    public static string Of(double value) => Special(value) ?? General(value.ToString("G8", CultureInfo.InvariantCulture));

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static float ToFloat(string text) => (float)ToDouble(text);

    public static double ToDouble(string text) => text switch
    {
        "INF" or "+INF" or "inf" => double.PositiveInfinity,
        "-INF" or "-inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw NotA("number", text),
    };

    public static long ToInt64(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : throw NotA("whole number", text);

    private static InferenceException NotA(string kind, string text) => new($"The model casts '{text}' to a number, but it is no {kind}.");

    private static string? Special(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? (value > 0 ? "INF" : "-INF") : null;

    private static string General(string text) => text.Replace('E', 'e');
}
