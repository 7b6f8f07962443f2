using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Numerics;

/// <summary>Tail probabilities against SciPy.</summary>
public sealed class TailTests
{
    [Fact]
    public void Special_functions_are_those_of_scipy()
    {
        foreach (var row in ExpectedTails.Rows("logGamma"))
            ExpectedTails.ShouldBeClose(SpecialFunctions.LogGamma(row[0]), row[1], $"gammaln({row[0]})");
        foreach (var row in ExpectedTails.Rows("beta"))
            ExpectedTails.ShouldBeClose(SpecialFunctions.Beta(row[0], row[1], row[2]), row[3], $"betainc({row[1]}, {row[2]}, {row[0]})");
        foreach (var row in ExpectedTails.Rows("gammaUpper"))
            ExpectedTails.ShouldBeClose(SpecialFunctions.GammaUpper(row[0], row[1]), row[2], $"gammaincc({row[0]}, {row[1]})");
    }

    [Fact]
    public void Students_t_is_that_of_scipy()
    {
        foreach (var row in ExpectedTails.Rows("twoSided"))
            ExpectedTails.ShouldBeClose(StudentT.TwoSided(row[0], row[1]), row[2], $"t.sf({row[0]}, {row[1]})");
        foreach (var row in ExpectedTails.Rows("critical"))
            ExpectedTails.ShouldBeClose(StudentT.Critical(row[0], row[1]), row[2], $"t.ppf({row[0]}, {row[1]})");
    }
}
