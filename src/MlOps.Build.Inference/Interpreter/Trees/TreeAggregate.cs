namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>How the trees' weights for one target become one score.</summary>
internal enum TreeAggregate
{
    Sum,
    Average,
    Min,
    Max,
}
