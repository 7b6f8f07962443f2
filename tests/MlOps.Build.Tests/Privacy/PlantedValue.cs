using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlOps.Build.Tests.Privacy;

/// <summary>A value that stands nowhere but in a sensitive column, in every form in which it could leave.</summary>
internal sealed class PlantedValue
{
    private readonly List<(string Form, byte[] Bytes)> _forms = [];

    public PlantedValue(string text)
    {
        Text = text;
        foreach (var (form, written) in Written(text).DistinctBy(pair => pair.Text))
            AddText(form, written);
        foreach (var algorithm in new[] { HashAlgorithmName.MD5, HashAlgorithmName.SHA1, HashAlgorithmName.SHA256, HashAlgorithmName.SHA512 })
            AddHash(algorithm, Encoding.UTF8.GetBytes(text));
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var number))
            AddNumber(number);
    }

    public string Text { get; }

    /// <summary>The forms that stand in the bytes.</summary>
    public IEnumerable<string> In(ReadOnlyMemory<byte> bytes) =>
        _forms.Where(form => bytes.Span.IndexOf(form.Bytes) >= 0).Select(form => $"{Text} as {form.Form}");

    private static IEnumerable<(string Form, string Text)> Written(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return ("text", text);
        yield return ("JSON", JsonSerializer.Serialize(text)[1..^1]);
        yield return ("relaxed JSON", JsonSerializer.Serialize(text, Relaxed)[1..^1]);
        yield return ("HTML", WebUtility.HtmlEncode(text));
        yield return ("XML", System.Security.SecurityElement.Escape(text));
        yield return ("URL", Uri.EscapeDataString(text));
        yield return ("form", WebUtility.UrlEncode(text));
        yield return ("hex", Convert.ToHexStringLower(utf8));
        yield return ("capital hex", Convert.ToHexString(utf8));
        // Base64 depends on where in a longer text the value begins.
        for (var offset = 0; offset < 3; offset++)
        {
            var encoded = Convert.ToBase64String([.. new byte[offset], .. utf8]);
            yield return ($"base64, offset {offset}", encoded[(offset == 0 ? 0 : 4)..^4]);
        }
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private void AddText(string form, string text)
    {
        _forms.Add((form, Encoding.UTF8.GetBytes(text)));
        _forms.Add((form + " in UTF-16", Encoding.Unicode.GetBytes(text)));
        _forms.Add((form + " in UTF-16, high byte first", Encoding.BigEndianUnicode.GetBytes(text)));
    }

    private void AddHash(HashAlgorithmName algorithm, byte[] value)
    {
        var hash = CryptographicOperations.HashData(algorithm, value);
        _forms.Add(($"{algorithm} hash", hash));
        AddText($"{algorithm} hash in hex", Convert.ToHexStringLower(hash));
        AddText($"{algorithm} hash in capital hex", Convert.ToHexString(hash));
        AddText($"{algorithm} hash in base64", Convert.ToBase64String(hash).TrimEnd('='));
    }

    private void AddNumber(double number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, (long)number);
        _forms.Add(("int64", [.. bytes]));
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
        _forms.Add(("float64", [.. bytes]));
        BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)number);
        _forms.Add(("float32", bytes[..4]));
        foreach (var format in new[] { "N0", "N1", "F1", "E8", "R" })
            AddText($"number {format}", number.ToString(format, CultureInfo.InvariantCulture));
        AddText("number rounded to float32", ((double)(float)number).ToString("R", CultureInfo.InvariantCulture));
    }
}
