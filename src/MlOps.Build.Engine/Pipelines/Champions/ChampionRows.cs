using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>What a champion is run on: today's test rows, and what this model is to predict of them.</summary>
/// <param name="Config">Today's configuration.</param>
/// <param name="Classes">Today's classes in order; empty for regression.</param>
/// <param name="Table">The data.</param>
/// <param name="Test">The test rows' indices.</param>
internal sealed record ChampionRows(TrainingConfig Config, IReadOnlyList<string> Classes, Table Table, int[] Test);
