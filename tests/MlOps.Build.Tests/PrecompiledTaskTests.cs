using System.Runtime.InteropServices;

namespace MlOps.Build.Tests;

/// <summary>Which of the package's tasks a machine loads.</summary>
public sealed class PrecompiledTaskTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Tasks_precompiled_for_the_machine_are_taken_and_others_passed_over()
    {
        Write("build/MlOps.Build.props", File.ReadAllText(Path.Combine(Kit.Source, "build/MlOps.Build.props")));
        Write("Model.proj", "<Project><Import Project=\"build/MlOps.Build.props\" /></Project>");
        Write("tasks/net10.0/another-arm64/MlOps.Build.dll", "");
        TaskAssembly().ShouldBe(Path.Combine(_folder.FullName, "tasks/net10.0/MlOps.Build.dll"));

        var here = $"tasks/net10.0/{RuntimeInformation.RuntimeIdentifier}/MlOps.Build.dll";
        Write(here, "");
        TaskAssembly().ShouldBe(Path.Combine(_folder.FullName, here));
    }

    private string TaskAssembly() => Path.GetFullPath(
        Dotnet.Run(_folder.FullName, new Dictionary<string, string>(), "msbuild", "Model.proj", "-getProperty:MlOpsTaskAssembly").ShouldSucceed().Output.Trim());

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
