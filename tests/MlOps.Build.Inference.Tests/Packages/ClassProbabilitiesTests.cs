namespace MlOps.Build.Inference.Tests.Packages;

public sealed class ClassProbabilitiesTests
{
    private readonly ClassProbabilities _probabilities = new(["a", "b", "c"], [0.25f, 0.5f, 0.25f]);

    [Fact]
    public void The_best_class_has_the_highest_probability()
    {
        _probabilities.Best.ShouldBe("b");
        new ClassProbabilities(["a", "b"], [0.5f, 0.5f]).Best.ShouldBe("a");
    }

    [Fact]
    public void Probabilities_are_found_by_class_and_in_order()
    {
        _probabilities["b"].ShouldBe(0.5f);
        _probabilities.Select(pair => pair.Key).ShouldBe(["a", "b", "c"]);
        Should.Throw<KeyNotFoundException>(() => _probabilities["d"]).Message.ShouldBe("The model knows no class 'd'; it knows a, b, c.");
    }

    [Fact]
    public void Every_class_has_one_probability() =>
        Should.Throw<ArgumentException>(() => new ClassProbabilities(["a"], [0.5f, 0.5f]));
}
