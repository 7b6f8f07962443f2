namespace MlOps.Build.Engine.Reporting;

/// <summary>What evidence can be rendered as.</summary>
internal enum ReportFormat
{
    /// <summary><c>report.md</c>.</summary>
    Markdown,

    /// <summary><c>report.html</c>.</summary>
    Html,

    /// <summary><c>evidence.json</c> itself.</summary>
    Json,

    /// <summary><c>model-card.md</c>.</summary>
    Card,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>JUnit's XML, for any CI.</summary>
    JUnit,
}
