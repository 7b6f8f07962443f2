namespace MlOps.Build.Tests.Shared;

/// <summary>A page for the browser, and what beside its layout is looked at.</summary>
internal sealed record BrowserPage(string Name, string Html)
{
    /// <summary>Widths, overlaps and links, at three widths.</summary>
    public bool Layout { get; init; } = true;

    /// <summary>Accessibility, in light and dark.</summary>
    public bool Axe { get; init; }

    /// <summary>Keyboard, controls, without JavaScript, on paper.</summary>
    public bool Keyboard { get; init; }

    /// <summary>Compared with the approved pictures.</summary>
    public bool Pictures { get; init; }
}
