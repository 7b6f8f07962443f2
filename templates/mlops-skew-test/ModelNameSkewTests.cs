using ModelNamespace;
using Xunit;

/// <summary>The model predicts on this machine, with this application's packages and runtime, what it predicted when it was built.</summary>
public sealed class ModelNameSkewTests
{
    [Fact]
    public void Golden_rows_of_the_package_come_out_the_same()
    {
        var result = new ModelNamePredictor().SelfTest();
        Assert.True(result.Passed, result.ToString());
    }
}
