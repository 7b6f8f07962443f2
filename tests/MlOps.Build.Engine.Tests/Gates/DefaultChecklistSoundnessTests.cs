using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tests.Evaluation;

namespace MlOps.Build.Engine.Tests.Gates;

/// <summary>Somebody who changes nothing gets a sound gate: chance does not pass it, and a useful model does.</summary>
public sealed class DefaultChecklistSoundnessTests
{
    // Each comparison alone lets chance through in 2.5 of 100 builds (one side of a 95 % interval), all of them together in fewer.
    [Fact]
    public void A_model_of_noise_passes_in_fewer_than_five_of_a_hundred_builds()
    {
        var passed = Enumerable.Range(0, 100).Count(seed => Verdict(300, seed, (random, _) => 0.333 + (0.1 * (random.NextDouble() - 0.5)), known: false));
        passed.ShouldBeLessThan(5);
    }

    [Fact]
    public void A_model_that_knows_the_probabilities_passes() =>
        Verdict(600, 1, (_, chance) => chance, known: true).ShouldBeTrue();

    [Fact]
    public void A_model_that_ranks_well_and_is_far_too_sure_does_not_pass() =>
        Verdict(600, 1, (_, chance) => chance > 0.5 ? 0.9999 : 0.0001, known: true).ShouldBeFalse();

    /// <summary>True when every machine-checked item of the default checklist passes.</summary>
    /// <param name="rows">Test rows.</param>
    /// <param name="seed">Draws the rows.</param>
    /// <param name="predict">The model's probability by a row's true one.</param>
    /// <param name="known">True when rows differ in their probability, so that there is something to know.</param>
    private static bool Verdict(int rows, int seed, Func<SeededRandom, double, double> predict, bool known)
    {
        var random = new SeededRandom(20_260_319 + seed);
        var (labels, scores) = (new float[rows], new float[rows]);
        for (var i = 0; i < rows; i++)
        {
            var chance = known ? random.NextDouble() : 1.0 / 3;
            labels[i] = random.NextDouble() < chance ? 1 : 0;
            scores[i] = (float)predict(random, chance);
        }

        var rate = known ? 0.5f : 0.333f;
        var baseline = new ReferenceScores
        {
            Name = "baseline",
            DisplayName = "Baseline",
            Scores = Samples.TwoColumns([.. labels.Select(_ => rate)]),
        };
        var evaluation = Samples.Evaluate(Samples.Request(labels, scores) with { References = [baseline] });
        var diagnostics = new DiagnosticBag();
        var checklist = Checklist.Parse("c.md", DefaultChecklist.For(LearningTask.Binary, []), diagnostics)!;
        var gate = GateJudge.Judge(checklist, Evidence.Facts(evaluation), diagnostics)!;
        return gate.Items.Where(item => item is { IsSignOff: false, Warns: false }).All(item => item.Verdict == Contracts.Verdict.Pass);
    }
}
