namespace MlOps.Build.Tracking.Tests;

/// <summary>Committed texts.</summary>
internal static class Expected
{
    /// <summary>The text is the committed one; written when <c>MLOPS_KEEP_EXPORTS</c> asks for new ones.</summary>
    public static void ShouldBeIn(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("MLOPS_KEEP_EXPORTS") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, name), text);
        else
            text.ShouldBe(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Expected", name)));
    }
}
