namespace MlOps.Build.Engine.Reporting.Cards;

/// <summary>What a mark of the model card does.</summary>
internal enum CardMarkKind
{
    Begin,
    End,
    Damaged,
}
