using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Evidence;

/// <summary>
/// Reads <c>evidence.json</c>, of any kit and from anywhere. Fields that this kit does not know are passed over; a newer format is refused,
/// because what it means is not known.
/// </summary>
internal static class EvidenceReader
{
    /// <summary>A model with 300 columns has evidence of about a megabyte.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>The evidence; null, with an error, when there is none that can be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">Its name in messages.</param>
    /// <param name="diagnostics">Takes the error.</param>
    public static ModelEvidence? Read(string path, string file, DiagnosticBag diagnostics)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > MostBytes)
                return TooLarge(stream.Length, file, diagnostics);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Parse(file, bytes, diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = exception.Message.ReplaceLineEndings(" ");
            diagnostics.Error(ReportCodes.EvidenceUnreadable, $"cannot be read: {reason}", new SourcePosition(file));
            return null;
        }
    }

    /// <summary>The evidence; null, with an error at its place, when the text is something else.</summary>
    public static ModelEvidence? Parse(string file, ReadOnlySpan<byte> json, DiagnosticBag diagnostics)
    {
        if (json.Length > MostBytes)
            return TooLarge(json.Length, file, diagnostics);
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        try
        {
            var scan = EvidenceScan.Of(json);
            if (!IsKnown(scan, file, json, diagnostics))
                return null;
        }
        catch (JsonException exception)
        {
            var what = json.IsEmpty ? "is empty" : $"is not JSON: {EvidenceFault.Sentence(exception)}";
            diagnostics.Error(
                ReportCodes.EvidenceUnreadable, $"{what}. Build the project again, or take the file whole.", EvidenceFault.Place(file, exception));
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, EvidenceJson.Reading) ?? Mismatch("it is null", new SourcePosition(file), diagnostics);
        }
        catch (JsonException exception)
        {
            return Mismatch(EvidenceFault.Shape(exception), EvidenceFault.Place(file, exception), diagnostics);
        }
    }

    private static bool IsKnown(EvidenceScan scan, string file, ReadOnlySpan<byte> json, DiagnosticBag diagnostics)
    {
        if (scan.Format > ModelEvidence.CurrentFormat)
        {
            diagnostics.Error(
                ReportCodes.EvidenceNewer,
                $"is of format {scan.Format}; this kit reads format {ModelEvidence.CurrentFormat}. Use the version of MlOps.Build that wrote it, or a newer one.",
                new SourcePosition(file));
            return false;
        }

        if (scan.Format is null or < 1)
            Mismatch("it names no 'format' of 1 or more", new SourcePosition(file), diagnostics);
        else if (scan.Hole >= 0)
            Mismatch("a list holds null", EvidenceScan.Place(file, json, scan.Hole), diagnostics);
        return scan is { Format: >= 1, Hole: < 0 };
    }

    private static ModelEvidence? Mismatch(string what, SourcePosition place, DiagnosticBag diagnostics)
    {
        diagnostics.Error(
            ReportCodes.EvidenceMismatch,
            $"is not evidence of format {ModelEvidence.CurrentFormat}: {what}. Build the project again.",
            place);
        return null;
    }

    private static ModelEvidence? TooLarge(long bytes, string file, DiagnosticBag diagnostics)
    {
        diagnostics.Error(
            ReportCodes.EvidenceTooLarge,
            $"has {bytes} bytes; evidence has at most {MostBytes}. It is another file, or was damaged: build the project again.",
            new SourcePosition(file));
        return null;
    }
}
