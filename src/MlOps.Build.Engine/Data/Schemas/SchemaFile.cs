using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>The data contract as a file, <c>schema.yaml</c>.</summary>
internal static class SchemaFile
{
    /// <summary>The contract; null, with errors at their lines, when it is not sound.</summary>
    /// <param name="file">The file as the user knows it, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static DataSchema? Parse(string file, string text, DiagnosticBag diagnostics) => SchemaParser.Parse(file, text, diagnostics);

    /// <summary>The contract as YAML: stable order, LF, keys at their defaults left out.</summary>
    public static string Write(DataSchema schema) => SchemaWriter.Write(schema);

    /// <summary>
    /// The text with the inferred contract's new columns appended and columns that are no longer in the data marked by a comment.
    /// Everything else stays as it is: order, comments, rules. Text that is not a contract is returned as it came.
    /// </summary>
    public static string Update(string existingText, DataSchema inferred) => SchemaUpdate.Apply(existingText, inferred);
}
