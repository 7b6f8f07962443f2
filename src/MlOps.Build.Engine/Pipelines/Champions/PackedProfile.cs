using MlOps.Build.Contracts;
using MlOps.Build.Engine.Drift;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>What the champion's package tells of the rows that it learned from.</summary>
internal static class PackedProfile
{
    /// <summary>Null when there is no champion. What is wrong with its package is the evaluation's to say; here it is a reason.</summary>
    public static ChampionProfile? Find(ModelProject project)
    {
        if (ChampionFinder.Find(project) is not { } path)
            return null;
        var package = File.Exists(path) ? ModelPackageReader.Open(path, []) : null;
        var profile = package?.Read(PartNames.Profile, ContractsJson.Default.TrainingProfile);
        return profile is { Rows: > 0, Columns: not null }
            ? new ChampionProfile(profile, null)
            : new ChampionProfile(null, "the champion's package holds no profile of its training rows");
    }
}
