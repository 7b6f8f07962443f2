namespace MlOps.Build.Engine.Reporting.Languages;

/// <summary>
/// A language of the reports. All four write 1,234.5 and 95% alike (CLDR 46: decimal point, grouping comma, per cent sign without a
/// space), and dates are ISO 8601, which their national standards adopt (CNS 7648, GB/T 7408, JIS X 0301). So numbers need no
/// culture from the machine, where it may be missing; a number's words (<c>not a number</c>) are translated.
/// </summary>
/// <param name="Code">The BCP 47 tag: the page's <c>lang</c> and the value of <c>MlOpsReportLanguage</c>.</param>
/// <param name="Comma">What stands between the members of a list.</param>
/// <param name="Gap">What stands between two sentences.</param>
internal sealed record ReportLanguage(string Code, string Comma, string Gap)
{
    public static ReportLanguage English { get; } = new("en", ", ", " ");

    public static IReadOnlyList<ReportLanguage> All { get; } =
        [English, new("zh-Hant", "\u3001", ""), new("zh-Hans", "\u3001", ""), new("ja", "\u3001", "")];

    /// <summary>The language of a code, whatever its case; null when the reports do not speak it.</summary>
    public static ReportLanguage? Find(string code) =>
        All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The codes for a message: <c>en, zh-Hant, zh-Hans or ja</c>.</summary>
    public static string Choices => $"{string.Join(", ", All.SkipLast(1).Select(language => language.Code))} or {All[^1].Code}";
}
