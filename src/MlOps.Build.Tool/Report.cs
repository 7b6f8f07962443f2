using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;

namespace MlOps.Build.Tool;

/// <summary>How a verb tells its result: lines for people, or with <c>--json</c> one object; findings always go to standard error.</summary>
internal sealed class Report(ToolEnvironment environment, string verb, bool json)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What <c>--json</c> prints beside verb, success and findings.</summary>
    public JsonObject Result { get; } = [];

    public DiagnosticBag Diagnostics { get; } = [];

    /// <summary>True when an object is printed in place of lines.</summary>
    public bool IsJson => json;

    /// <summary>A line, or several, for people; what stands in data cannot drive the terminal (escape sequences, marks that reorder text).</summary>
    public void Line(string text = "")
    {
        if (!json)
            environment.Output.Write(string.Join('\n', text.Split('\n').Select(line => SafeText.Of(line, int.MaxValue))) + "\n");
    }

    /// <summary>Prints what is left to print.</summary>
    /// <returns>The exit code.</returns>
    public int Finish(bool ok = true)
    {
        foreach (var diagnostic in Diagnostics)
            environment.Error.Write(diagnostic + "\n");
        var code = ok && !Diagnostics.HasErrors ? ExitCodes.Ok : ExitCodes.Finding;
        if (json)
            environment.Output.Write(Document(code).ToJsonString(Options) + "\n");
        return code;
    }

    private JsonObject Document(int code)
    {
        var document = new JsonObject { ["verb"] = verb, ["ok"] = code == ExitCodes.Ok };
        foreach (var (name, value) in Result.ToList())
        {
            Result.Remove(name);
            document[name] = value;
        }

        document["diagnostics"] = new JsonArray([.. Diagnostics.Select(Describe)]);
        return document;
    }

    private static JsonObject Describe(Diagnostic diagnostic) => new()
    {
        ["code"] = diagnostic.Code,
        ["severity"] = diagnostic.Severity.ToString().ToLowerInvariant(),
        ["message"] = diagnostic.Message,
        ["file"] = diagnostic.Position.File ?? "",
        ["line"] = diagnostic.Position.Line,
        ["column"] = diagnostic.Position.Column,
    };
}
