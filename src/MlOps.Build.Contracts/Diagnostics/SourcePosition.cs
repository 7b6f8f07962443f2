namespace MlOps.Build.Contracts;

/// <summary>A place in a text file.</summary>
/// <param name="File">The file's path as the user knows it; empty when there is no file.</param>
/// <param name="Line">1-based line, 0 when unknown.</param>
/// <param name="Column">1-based column, 0 when unknown.</param>
public readonly record struct SourcePosition(string File, int Line = 0, int Column = 0)
{
    /// <summary>No place at all.</summary>
    public static SourcePosition None => new("");

    /// <summary>The place in the form that compilers print: <c>file(line,column)</c>.</summary>
    public override string ToString() => (File, Line, Column) switch
    {
        (null or "", _, _) => "",
        (_, 0, _) => File,
        (_, _, 0) => $"{File}({Line})",
        _ => $"{File}({Line},{Column})",
    };
}
