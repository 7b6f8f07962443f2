using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Tests;

/// <summary>A small project with all its stages run.</summary>
public sealed class BuiltProject : IDisposable
{
    public BuiltProject()
    {
        var rows = Enumerable.Range(0, 400).Select(i => $"{(i * 7) % 100},{(i % 3 == 0 ? "north" : "south")},{((i * 7) % 100 > 50 ^ i % 5 == 0 ? "yes" : "no")}");
        Folder.Write("rain.csv", "pressure,place,wet\n" + string.Join('\n', rows) + "\n");
        Folder.Write("Rain.csproj", """<Project><ItemGroup><MlOpsData Include="rain.csv" /></ItemGroup></Project>""");
        var file = ProjectFile.Find(Folder["Rain.csproj"], [])!;
        var pipeline = new ModelPipeline(file.Describe([], "wet", name => Folder.Variables.GetValueOrDefault(name)));
        foreach (var stage in ModelPipeline.Stages)
        {
            var outcome = pipeline.Run(stage.Name, null, CancellationToken.None);
            if (!outcome.Succeeded)
                throw new InvalidOperationException(string.Join('\n', outcome.Diagnostics));
        }
    }

    internal ToolFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();
}
