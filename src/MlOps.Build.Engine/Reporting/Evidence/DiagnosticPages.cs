namespace MlOps.Build.Engine.Reporting.Evidence;

/// <summary>The pages of <c>docs/diagnostics</c>, which the assembly carries for those who have no copy of them.</summary>
internal static class DiagnosticPages
{
    /// <summary>The page of a code; null when there is none.</summary>
    public static DiagnosticPage? Find(string code)
    {
        using var stream = typeof(DiagnosticPages).Assembly.GetManifestResourceStream($"diagnostics/{code}.md");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var lines = text.Split('\n');
        var meaning = lines.SkipWhile(line => line != "## What it means").Skip(2).TakeWhile(line => line.Length > 0);
        return new DiagnosticPage(lines[0].Replace($"# {code}: ", "", StringComparison.Ordinal), string.Join(' ', meaning), text);
    }
}
