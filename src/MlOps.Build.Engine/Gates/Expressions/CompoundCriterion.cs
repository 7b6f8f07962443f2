namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>Two or more criteria; <paramref name="All"/> is true for <c>and</c>, false for <c>or</c>.</summary>
internal sealed record CompoundCriterion(int Start, string Source, bool All, IReadOnlyList<Criterion> Parts) : Criterion(Start, Source);
