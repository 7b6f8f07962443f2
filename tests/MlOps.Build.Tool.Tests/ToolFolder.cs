namespace MlOps.Build.Tool.Tests;

/// <summary>A folder of the test's own in which the tool runs.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly string _root;

    public ToolFolder()
        : this(Directory.CreateTempSubdirectory("mlops-tool-").FullName)
    {
        Variables["MLOPS_CACHE"] = this["cache"];
        Variables["DVC_GLOBAL_CONFIG_DIR"] = Variables["DVC_SYSTEM_CONFIG_DIR"] = this["none"];
    }

    private ToolFolder(string root) => _root = root;

    public Dictionary<string, string> Variables { get; } = new() { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" };

    public string this[string name] => Path.Combine(_root, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>A folder in this one, with the same variables; it ends with this one.</summary>
    public ToolFolder In(string name)
    {
        var inner = new ToolFolder(this[name]);
        foreach (var (variable, value) in Variables)
            inner.Variables[variable] = value;
        return inner;
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
