using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>A broken rule, as evidence and as a message.</summary>
internal sealed record Finding(Violation Violation, Diagnostic? Diagnostic);
