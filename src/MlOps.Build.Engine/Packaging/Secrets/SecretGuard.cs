using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Packaging.Secrets;

/// <summary>Refuses to write secrets: an error at the place, which does not repeat them.</summary>
internal sealed class SecretGuard(SecretScanner scanner, DiagnosticBag diagnostics)
{
    private const long MostBytes = 64L << 20;

    /// <summary>Searches a file that is to be written or packed; binary ones by what they hold as text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its name in messages.</param>
    public void File(string path, string shown)
    {
        // Of a pipe, the stage that reads it says what is wrong.
        if (FileKind.MayBeOpened(path) && new FileInfo(path) is { Exists: true, Length: <= MostBytes } && (SecretScanner.IsText(path) || IsModel(path)))
            Bytes(shown, System.IO.File.ReadAllBytes(path));
    }

    /// <summary>Searches what a file holds.</summary>
    public void Bytes(string shown, byte[] bytes)
    {
        if (IsModel(shown))
        {
            foreach (var secret in scanner.Find(ModelText(bytes)))
                Say(secret, $"in the metadata of '{shown}'", new SourcePosition(shown));
            return;
        }

        foreach (var secret in scanner.Find(bytes))
            Say(secret, "here", new SourcePosition(shown, secret.Line));
    }

    /// <summary>Searches a part of a package.</summary>
    public void Part(string package, string part, byte[] bytes)
    {
        if (!SecretScanner.IsText(part) && !IsModel(part))
            return;
        foreach (var secret in IsModel(part) ? scanner.Find(ModelText(bytes)) : scanner.Find(bytes))
            Say(secret, IsModel(part) ? $"in the metadata of '{part}'" : $"in '{part}', line {secret.Line}", new SourcePosition(package));
    }

    private void Say(FoundSecret secret, string place, SourcePosition position) => diagnostics.Error(
        PackagePolicyCodes.SecretFound,
        $"{secret.What} stands {place}. Take it out, make it invalid where it was issued, and give credentials in the environment.",
        position);

    private static bool IsModel(string path) => path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);

    // Weights and vocabularies come from data; metadata comes from people and tools.
    private static string ModelText(byte[] bytes)
    {
        try
        {
            return string.Join('\n', OnnxModelReader.Read(bytes).Metadata.Select(pair => $"{pair.Key}={pair.Value}"));
        }
        catch (Exception exception) when (exception is InferenceException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            return "";
        }
    }
}
