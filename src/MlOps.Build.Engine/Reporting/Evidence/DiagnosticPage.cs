namespace MlOps.Build.Engine.Reporting.Evidence;

/// <summary>A diagnostic's page.</summary>
/// <param name="Title">Its heading without the code.</param>
/// <param name="Meaning">The first paragraph of what it means.</param>
/// <param name="Text">All of it, Markdown.</param>
internal sealed record DiagnosticPage(string Title, string Meaning, string Text);
