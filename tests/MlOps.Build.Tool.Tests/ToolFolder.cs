namespace MlOps.Build.Tool.Tests;

/// <summary>A folder of the test's own in which the tool runs.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlops-tool-").FullName;

    public ToolFolder()
    {
        Variables["MLOPS_CACHE"] = this["cache"];
        Variables["DVC_GLOBAL_CONFIG_DIR"] = Variables["DVC_SYSTEM_CONFIG_DIR"] = this["none"];
    }

    public Dictionary<string, string> Variables { get; } = new() { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" };

    public string this[string name] => Path.Combine(_root, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public ToolRun Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var environment = new ToolEnvironment
        {
            Output = output,
            Error = error,
            Folder = _root,
            Variable = name => Variables.GetValueOrDefault(name),
        };
        var code = MlOpsCommand.Run(arguments, environment, TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
