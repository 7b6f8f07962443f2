using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary><c>profile.json</c> as a file.</summary>
internal static class ProfileFile
{
    private const long Longest = 1L << 30;

    public static string Write(DataProfile profile) => JsonSerializer.Serialize(profile, ContractsJson.Default.DataProfile) + "\n";

    /// <summary>The profile in a file; null, with an error, when there is none or it is not one.</summary>
    public static DataProfile? Read(DataSource file, DiagnosticBag diagnostics)
    {
        var problem = Problem(file.Path, out var profile);
        if (problem is null)
            return profile;
        diagnostics.Error(
            DriftCodes.ProfileUnreadable, $"'{file.Name}' {problem}. Make it with 'mlops profile --data <file> --output {file.Name}'.", new SourcePosition(file.Name));
        return null;
    }

    private static string? Problem(string path, out DataProfile? profile)
    {
        profile = null;
        if (!File.Exists(path))
            return "does not exist";
        if (new FileInfo(path).Length > Longest)
            return "has more than 1 GB, which no profile has";
        try
        {
            using var stream = File.OpenRead(path);
            profile = JsonSerializer.Deserialize(stream, ContractsJson.Default.DataProfile);
        }
        catch (JsonException)
        {
            return "is no profile";
        }

        return profile switch
        {
            null or { Columns: null } => "is no profile",
            { Format: > DataProfile.CurrentFormat } => $"has the format {profile.Format}; this kit knows {DataProfile.CurrentFormat}",
            { Rows: < 0 } => "has a negative number of rows",
            _ when profile.Columns.Any(column => column is not { Name: not null }) => "has a column without a name",
            _ => null,
        };
    }

    /// <summary>The profile of all rows behind several profiles; null, with errors, when they do not fit together.</summary>
    public static DataProfile? Merge(IReadOnlyList<(DataProfile Profile, string File)> profiles, DiagnosticBag diagnostics)
    {
        ProfileAccumulator? whole = null;
        foreach (var (profile, file) in profiles)
        {
            if (whole is not null && Difference(profiles[0].Profile, profile) is { } difference)
            {
                diagnostics.Error(
                    DriftCodes.ProfilesDiffer,
                    $"cannot be merged with '{profiles[0].File}': {difference}. Profile all parts with the same contract (--schema).",
                    new SourcePosition(file));
                return null;
            }

            if (ProfileAccumulator.Restore(profile, file, diagnostics) is not { } part)
                return null;
            if (whole is null)
                whole = part;
            else
                whole.Merge(part);
        }

        return whole?.Describe();
    }

    private static string? Difference(DataProfile first, DataProfile second)
    {
        if (first.Columns.Count != second.Columns.Count)
            return $"it has {second.Columns.Count} columns, not {first.Columns.Count}";
        foreach (var (a, b) in first.Columns.Zip(second.Columns))
        {
            if (a.Name != b.Name)
                return $"the column '{b.Name}' stands where '{a.Name}' is expected";
            if (a.Type != b.Type || a.Sensitive != b.Sensitive)
                return $"'{b.Name}' has the type {b.Type}{(b.Sensitive ? ", sensitive" : "")}, not {a.Type}{(a.Sensitive ? ", sensitive" : "")}";
        }

        return null;
    }
}
