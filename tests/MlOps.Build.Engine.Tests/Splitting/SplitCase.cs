using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Tests.Splitting;

/// <summary>A table with an id, a group, a day and a label, and the split of it.</summary>
internal sealed class SplitCase(string csv, string config, DataSchema? schema = null)
{
    public Table Table { get; } = Tables.Csv(csv);

    public TrainingConfig Config { get; } = Tables.Config(config);

    public DiagnosticBag Diagnostics { get; } = [];

    public DataSchema Schema => schema ?? Tables.Schema(Table);

    public Label Label => LabelBuilder.Build(Table, Config, new DiagnosticBag()).ShouldNotBeNull();

    public Split? Split() => Splitter.Split(Table, Schema, Config, Label, Diagnostics);

    /// <summary>The part of each row by its id.</summary>
    public Dictionary<string, SplitPart> PartById()
    {
        var split = Split().ShouldNotBeNull(string.Join('\n', Diagnostics));
        return SplitChecker.Rows(split)
            .SelectMany(part => part.Rows.Select(row => (Id: Table.Find("id")!.Text(row)!, part.Part)))
            .ToDictionary(pair => pair.Id, pair => pair.Part);
    }

    /// <summary>Random rows: ids in a random order, days with ties, groups of uneven size, some labels missing.</summary>
    public static string Rows(int seed, int count, bool unlabelled = true)
    {
        var random = new SeededRandom(seed);
        var lines = Enumerable.Range(0, count).Select(id => string.Create(
            CultureInfo.InvariantCulture,
            $"{id},g{Math.Min(random.Next(30), random.Next(30))},{new DateOnly(2020, 1, 1).AddDays(random.Next(60)):yyyy-MM-dd},{Answer(random, unlabelled)}")).ToArray();
        random.Shuffle<string>(lines);
        return new StringBuilder("id,group,day,y\n").AppendJoin('\n', lines).Append('\n').ToString();
    }

    private static string Answer(SeededRandom random, bool unlabelled) =>
        unlabelled && random.Next(20) == 0 ? "" : random.Next(5) == 0 ? "yes" : "no";
}
