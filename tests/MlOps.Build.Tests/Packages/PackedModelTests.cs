namespace MlOps.Build.Tests.Packages;

/// <summary>The tests that share one packed model.</summary>
[CollectionDefinition(nameof(PackedModel))]
public sealed class PackedModelTests : ICollectionFixture<PackedModel>;
