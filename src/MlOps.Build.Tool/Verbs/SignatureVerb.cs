using System.CommandLine;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops signature</c>: what a model takes and gives.</summary>
internal static class SignatureVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var verb = new Command("signature", "Compares what models take and give.");
        verb.Add(SignatureDiffVerb.Create(environment));
        return verb;
    }
}
