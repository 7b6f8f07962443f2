using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Features;

/// <summary>What features are made from.</summary>
internal sealed record FeatureInput(Table Table, DataSchema Schema, TrainingConfig Config, TrainerTraits Traits, Label Label, Split Split);
