namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Where a scan stands between two bytes.</summary>
internal enum ScanState
{
    /// <summary>Not known yet.</summary>
    Unknown,

    RowStart,
    FieldStart,

    /// <summary>Within a field that is not quoted.</summary>
    Plain,

    Quoted,

    /// <summary>After a quote inside quotes: it closes the field, or is the first of a doubled one.</summary>
    Closing,
}
