using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>
/// SHA-256 over what a consumer compiles against: task, label, each input's name, type and nullability, and whether an interval
/// comes with the prediction, one line each, fields separated by U+001F.
/// </summary>
internal static class SignatureHash
{
    public static string Of(ModelSignature signature)
    {
        var text = new StringBuilder();
        text.Append(signature.Task).Append('\u001f').Append(signature.Label).Append('\n');
        foreach (var input in signature.Inputs)
            text.Append(input.Name).Append('\u001f').Append(input.Type).Append('\u001f').Append(input.Nullable ? "nullable" : "").Append('\n');
        if (signature.Interval is not null)
            text.Append("interval\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
