using System.Reflection;

namespace MlOps.Build.Inference;

/// <summary>Parts embedded in the model's assembly; a model too big for that lies beside the application as <c>Name.model.onnx</c>.</summary>
internal sealed class AssemblyParts(Assembly assembly) : IPackageParts
{
    public string Name { get; } = assembly.GetName().Name ?? "model";

    public byte[]? Read(string path)
    {
        using var stream = assembly.GetManifestResourceStream(path);
        if (stream is not null)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }

        var beside = Path.Combine(AppContext.BaseDirectory, Name + ".model.onnx");
        return path == PackageParts.Model && File.Exists(beside) ? File.ReadAllBytes(beside) : null;
    }
}
