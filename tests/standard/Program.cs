using MlOps.Build.Inference;
using MlOps.Build.Tests.Shared;

// MlOps.Build.Inference.Standard folder...: runs model.onnx of each folder on inputs.bin and writes outputs.bin, or error.txt.
foreach (var folder in args)
{
    try
    {
        var session = ManagedModelSession.Load(File.ReadAllBytes(Path.Combine(folder, "model.onnx")));
        var inputs = TensorBits.Read(File.ReadAllBytes(Path.Combine(folder, "inputs.bin")));
        File.WriteAllBytes(Path.Combine(folder, "outputs.bin"), TensorBits.Write(session.Run(inputs)));
    }
    catch (InferenceException exception)
    {
        File.WriteAllText(Path.Combine(folder, "error.txt"), exception.Message);
    }
}

var runtime = typeof(ManagedModelSession).Assembly.GetCustomAttributes(typeof(System.Runtime.Versioning.TargetFrameworkAttribute), false);
Console.WriteLine(((System.Runtime.Versioning.TargetFrameworkAttribute)runtime[0]).FrameworkName);
