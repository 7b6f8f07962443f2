namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>The trainers of assemblies with the contents that they were found in.</summary>
/// <param name="Key">The hash of the contents.</param>
/// <param name="Trainers">By assembly, in order, its trainers.</param>
internal sealed record KnownPlugIns(string Key, IReadOnlyList<IReadOnlyList<TrainerDescription>> Trainers);
