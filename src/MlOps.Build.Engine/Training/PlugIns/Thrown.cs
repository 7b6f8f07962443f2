namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>Exceptions of other people's code in one line.</summary>
internal static class Thrown
{
    /// <summary>Type, message and the place that threw, ending in a full stop.</summary>
    public static string Of(Exception exception)
    {
        var place = exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim();
        return $"{exception.GetType().Name}: {exception.Message.TrimEnd('.')}{(string.IsNullOrEmpty(place) ? "" : $" ({place})")}.";
    }
}
