namespace MlOps.Build.Tracking.Search;

/// <summary>A filter or an order that means nothing.</summary>
/// <param name="place">Where, from 1.</param>
/// <param name="message">What is wrong, and the way out.</param>
internal sealed class SearchException(int place, string message) : Exception(message)
{
    public int Place { get; } = place;
}
