namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Column names and values that try to be something else.</summary>
public static class HostileNames
{
    public static TheoryData<string> All =>
    [
        "a|b|c", "<script>alert(1)</script>", "line\nbreak\r\nand more", "`code` ``more``",
        "right\u202Eto\u2066left", "- list", "1. list", "# heading",
        "[x](javascript:alert(1))", "![img](x)", "<img src=x onerror=alert(1)>", "\0\u0001\uFFFF",
        "\uD83D alone", "@somebody #12", "www.example.com x://y",
        "</details></summary>", "<!-- open", "&lt;b&gt; &copy;", "\\| \\", "**bold** _it_ ~~no~~ $x$", "", "   ", "]]>", "--- | ---",
        new string('x', 5000), "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627", "+ plus", "> quote", "***", "===",
    ];
}
