namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Column names and values that try to be something else.</summary>
public static class HostileNames
{
    /// <summary>Those that a browser could take for markup or for a layout, whatever the parser says.</summary>
    public static IReadOnlyList<string> InABrowser =>
    [
        "a|b|c", "<script>alert(1)</script>", "line\nbreak\r\nand more", "right\u202Eto\u2066left", "<img src=x onerror=alert(1)>", "]]>",
        new string('x', 300), string.Join(' ', Enumerable.Repeat("many words", 30)), "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
    ];

    public static TheoryData<string> All =>
    [
        "a|b|c", "<script>alert(1)</script>", "line\nbreak\r\nand more", "`code` ``more``",
        "right\u202Eto\u2066left", "- list", "1. list", "# heading",
        "[x](javascript:alert(1))", "![img](x)", "<img src=x onerror=alert(1)>", "\0\u0001\uFFFF",
        "\uD83D alone", "@somebody #12", "www.example.com x://y",
        "value [\u0001end\u202E", "</details></summary>", "<!-- open", "&lt;b&gt; &copy;", "\\| \\", "**bold** _it_ ~~no~~ $x$", "", "   ", "]]>", "--- | ---",
        new string('x', 5000), "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627", "+ plus", "> quote", "***", "===",
    ];
}
