using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Evaluation.Champions;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Rows;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>
/// Whether the champion was trained on today's test rows, by the filter in its package. A model looks better on rows that it learned
/// from, so a champion that knows many of them would win comparisons it should lose.
/// </summary>
internal sealed class ChampionMemory(IPackageParts package, Table table, int[] test, double limit)
{
    // A count this rare by chance alone is no chance.
    private const double Rare = 0.001;

    private const int MostHashes = 64;

    /// <summary>The overlap, and why it forbids a comparison; the overlap is null when it cannot be told.</summary>
    public (ChampionOverlap? Overlap, ChampionRefusal? Refusal) Check()
    {
        if (Filter() is not { } filter)
            return (null, Untold($"its package holds no '{PartNames.TrainingRows}' that can be read"));
        if (ChangedColumn(filter) is { } changed)
            return (null, Untold(changed));
        if (TrainingRows.CountKnown(filter, table, test) is not { } known)
            return (null, Untold("today's data lack one of the columns that its training rows are known by"));
        var overlap = Judge(known, test.Length, FalsePositiveRate(filter));
        return (overlap, overlap.Share > limit ? new ChampionRefusal(ChampionCodes.SawTestRows, Words(overlap, limit), WayOut) : null);
    }

    private const string WayOut =
        "Keep 'split' and 'seed' as the champion had them, or split by time, so that no model is tested on rows that an earlier one learned from.";

    /// <summary>The count less what false positives explain.</summary>
    internal static ChampionOverlap Judge(int known, int count, double falsePositives)
    {
        var byChance = known == 0 || Binomial.AtLeast(known, count, falsePositives) >= Rare;
        var trained = (known - (falsePositives * count)) / (1 - falsePositives);
        return new ChampionOverlap
        {
            Rows = count,
            Known = known,
            FalsePositiveRate = falsePositives,
            Trained = byChance ? 0 : Math.Clamp((int)Math.Round(trained, MidpointRounding.AwayFromZero), 0, count),
        };
    }

    private static string Words(ChampionOverlap overlap, double limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{overlap.Trained:N0} of {overlap.Rows:N0} test rows ({overlap.Share * 100:0.0} %) were trained on by the champion; at most {limit * 100:0.###} % may be ('champion_overlap_limit')");

    private static ChampionRefusal Untold(string reason) => new(
        ChampionCodes.SawTestRows,
        $"it cannot be told whether the champion was trained on today's test rows: {reason}",
        "Take a champion that was packed from data with today's columns, or promote this model without the comparison.");

    // The file may come from anywhere: sizes that do not fit together are as good as no filter.
    private TrainingRowFilter? Filter()
    {
        try
        {
            return package.Read(PartNames.TrainingRows) is { } bytes
                && JsonSerializer.Deserialize(bytes, ContractsJson.Default.TrainingRowFilter) is { Columns: not null, Data: not null } filter
                && filter is { Bits: > 0, Hashes: > 0 and <= MostHashes }
                && filter.Data.LongLength > (filter.Bits - 1) / 8
                ? filter
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A row's identity is its text, and 3 as a whole number is not 3.0 as text of another type might have it.
    private string? ChangedColumn(TrainingRowFilter filter)
    {
        if (package.Read(PartNames.Data) is not { } bytes || JsonSerializer.Deserialize(bytes, ContractsJson.Default.DataSummary) is not { } data)
            return $"its package holds no '{PartNames.Data}' that can be read";
        foreach (var column in filter.Columns.Select(table.Find).OfType<Column>())
        {
            if (data.Columns.FirstOrDefault(profile => profile.Name == column.Name) is { } profile && profile.Type != column.Type)
                return $"'{column.Name}' was {profile.Type} then and is {column.Type} now";
        }

        return null;
    }

    // By the bits that are set, not by the rate that the file claims.
    private static double FalsePositiveRate(TrainingRowFilter filter)
    {
        var set = 0L;
        foreach (var part in filter.Data)
            set += BitOperations.PopCount(part);
        var share = Math.Min(1, (double)set / filter.Bits);
        var rate = 1.0;
        for (var i = 0; i < filter.Hashes; i++)
            rate *= share;
        return rate;
    }
}
