using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads how long a process of a trainer may take.</summary>
internal static class TimeoutReader
{
    public static readonly TimeSpan Default = TimeSpan.FromHours(1);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>The key <c>timeout</c>, or the default.</summary>
    /// <param name="section">The section that has it.</param>
    /// <param name="name">The section's name.</param>
    public static TimeSpan Read(YamlSection section, string name)
    {
        if (section.Text("timeout") is not { } text)
            return Default;
        // Months are never meant here, so the short form of minutes is welcome.
        if (FreshnessParser.Period(text.EndsWith('m') ? text + "in" : text) is { TotalMilliseconds: >= 1 } period && period <= Longest)
            return TimeSpan.FromMilliseconds(Math.Round(period.TotalMilliseconds));
        section.Invalid("timeout", $"'{name}.timeout' is {Shown.Text(text)}; expected a period from 0.001s to 30d, such as 90s, 30m or 12h.");
        return Default;
    }

    /// <summary>As a configuration writes it.</summary>
    public static string Text(TimeSpan timeout) => FormattableString.Invariant($"{timeout.TotalSeconds:0.###}s");
}
