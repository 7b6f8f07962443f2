using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Comparison;

namespace MlOps.Build.Engine.Tests.Packaging.Comparison;

public sealed class SignatureComparerTests
{
    private static readonly SignatureInput Speed = new() { Name = "speed", Type = ColumnType.Float64, Nullable = true, Minimum = 0, Maximum = 500 };
    private static readonly SignatureInput Size = new() { Name = "size", Type = ColumnType.String, Nullable = false, AllowedValues = ["S", "M"] };

    [Fact]
    public void The_same_signature_has_no_change() => Compare(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Taking_more_is_additive()
    {
        Compare(inputs => inputs.Add(new SignatureInput { Name = "phase", Type = ColumnType.String, Nullable = true })).ShouldBe([(ChangeLevel.Additive, "input 'phase' (String): added, may be missing")]);
        Compare(inputs => inputs[0] = Speed with { Maximum = 600 }).ShouldBe([(ChangeLevel.Additive, "maximum of 'speed': 500 -> 600")]);
        Compare(inputs => inputs[0] = Speed with { Minimum = null }).ShouldBe([(ChangeLevel.Additive, "minimum of 'speed': 0 -> none")]);
        Compare(inputs => inputs[1] = Size with { AllowedValues = ["S", "M", "L"] }).ShouldBe([(ChangeLevel.Additive, "'size': 'L' allowed now")]);
        Compare(inputs => inputs[1] = Size with { Nullable = true }).ShouldBe([(ChangeLevel.Additive, "'size': may be missing now")]);
    }

    [Fact]
    public void Taking_less_is_breaking()
    {
        Compare(inputs => inputs.RemoveAt(0)).ShouldBe([(ChangeLevel.Breaking, "input 'speed': removed")]);
        Compare(inputs => inputs.Add(new SignatureInput { Name = "phase", Type = ColumnType.String, Nullable = false })).ShouldBe([(ChangeLevel.Breaking, "input 'phase' (String): added, must be given")]);
        Compare(inputs => inputs[0] = Speed with { Minimum = 10 }).ShouldBe([(ChangeLevel.Breaking, "minimum of 'speed': 0 -> 10")]);
        Compare(inputs => inputs[0] = Speed with { Type = ColumnType.Int64 }).ShouldBe([(ChangeLevel.Breaking, "type of 'speed': Float64 -> Int64")]);
        Compare(inputs => inputs[0] = Speed with { Nullable = false }).ShouldBe([(ChangeLevel.Breaking, "'speed': must be given now")]);
        Compare(inputs => inputs[1] = Size with { AllowedValues = ["S"] }).ShouldBe([(ChangeLevel.Breaking, "'size': 'M' not allowed any more")]);
    }

    [Fact]
    public void An_interval_that_comes_is_additive_and_one_that_goes_is_breaking()
    {
        var (plain, tenth) = (Signature([Speed]), new PredictionInterval { Method = "conformal", Coverage = 0.9 });
        var with = plain with { Interval = tenth };
        SignatureComparer.Compare(plain, with).Single().ShouldBe(new Change("signature", ChangeLevel.Additive, "interval: added, conformal, coverage 0.9") { Effect = ChangeEffect.More });
        SignatureComparer.Compare(with, plain).Single().ShouldBe(new Change("signature", ChangeLevel.Breaking, "interval: removed") { Effect = ChangeEffect.Compile });
        SignatureComparer.Compare(with, plain with { Interval = tenth with { Coverage = 0.8 } }).Single().Level.ShouldBe(ChangeLevel.Compatible);
    }

    [Fact]
    public void Words_and_order_do_not_matter()
    {
        Compare(inputs => inputs.Reverse()).ShouldBeEmpty();
        Compare(inputs => inputs[0] = Speed with { Description = "Indicated" }).ShouldBe([(ChangeLevel.Compatible, "'speed': described in other words")]);
    }

    [Fact]
    public void Classes_and_threshold_are_compared()
    {
        var before = Signature([Speed]) with { Classes = ["a", "b"], Threshold = 0.5 };

        Texts(before, before with { Classes = ["a", "b", "c"], Threshold = 0.4 })
            .ShouldBe([(ChangeLevel.Additive, "classes: 'c' added"), (ChangeLevel.Compatible, "threshold: 0.5 -> 0.4")]);
        Texts(before, before with { Classes = ["a"] }).ShouldBe([(ChangeLevel.Breaking, "classes: 'b' removed")]);
        Texts(before, before with { Classes = ["0", "a", "b"] }).Select(change => change.Level).ShouldBe([ChangeLevel.Additive, ChangeLevel.Breaking]);
        Texts(before, before with { Classes = ["b", "a"] }).Single().Level.ShouldBe(ChangeLevel.Breaking);
        Texts(before, before with { Task = LearningTask.Regression, Label = "other" }).Select(change => change.Level).ShouldBe([ChangeLevel.Breaking, ChangeLevel.Breaking]);
    }

    private static List<(ChangeLevel Level, string Text)> Compare(Action<List<SignatureInput>> change)
    {
        var inputs = new List<SignatureInput> { Speed, Size };
        change(inputs);
        return Texts(Signature([Speed, Size]), Signature(inputs));
    }

    private static List<(ChangeLevel Level, string Text)> Texts(ModelSignature before, ModelSignature after) =>
        [.. SignatureComparer.Compare(before, after).Select(change => (change.Level, change.Text))];

    private static ModelSignature Signature(IReadOnlyList<SignatureInput> inputs) => new() { Task = LearningTask.Binary, Label = "damaged", Inputs = inputs };
}
