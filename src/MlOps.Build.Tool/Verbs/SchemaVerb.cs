using System.CommandLine;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops schema</c>: what changed in a data contract, and the contract for people.</summary>
internal static class SchemaVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var verb = new Command("schema", "Compares data contracts, or writes one as a page for people.");
        verb.Add(SchemaDiffVerb.Create(environment, cancellationToken));
        verb.Add(SchemaDocumentVerb.Create(environment));
        return verb;
    }
}
