namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>Receives a mistake in an expression.</summary>
/// <param name="code">The diagnostic's code.</param>
/// <param name="offset">Where in the checklist file.</param>
/// <param name="message">What is wrong and the way out.</param>
internal delegate void MistakeReport(string code, int offset, string message);
