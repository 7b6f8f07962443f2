namespace MlOps.Build.Tests;

internal static class SequenceAssertions
{
    /// <summary>All of the expected are there, in this order, with others in between.</summary>
    public static void ShouldHoldInOrder(this IEnumerable<string> actual, params string[] expected)
    {
        var order = actual.ToList();
        expected.ShouldAllBe(name => order.Contains(name));
        expected.OrderBy(name => order.IndexOf(name)).ShouldBe(expected);
    }
}
