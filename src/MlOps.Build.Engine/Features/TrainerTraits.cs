using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Combining;

namespace MlOps.Build.Engine.Features;

/// <summary>What a trainer wants of its features.</summary>
/// <param name="HandlesMissing">It takes NaN as "missing"; otherwise missing numbers are imputed.</param>
/// <param name="WantsScaling">It wants numbers on one scale; they are then standardised unless declared otherwise.</param>
/// <param name="HandlesCategories">It takes codes without an order; otherwise each gets an input of its own.</param>
/// <param name="Models">It combines models of other projects, whose outputs are its last inputs.</param>
internal sealed record TrainerTraits(bool HandlesMissing, bool WantsScaling, bool HandlesCategories = false, bool Models = false)
{
    public static TrainerTraits Of(ITrainer trainer) =>
        new(trainer.HandlesMissing, trainer.WantsScaling, trainer.HandlesCategories, trainer is EnsembleTrainer { HasModels: true });
}
