using System.Text;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// Tells fields without a value. Markers are compared with the field as written, so a quoted field is missing only when a marker
/// itself has quotes.
/// </summary>
internal sealed class MissingMarkers
{
    private readonly byte[][] _markers;
    private readonly int _longest;

    public MissingMarkers(IReadOnlyList<string> markers)
    {
        _markers = [.. markers.Select(Encoding.UTF8.GetBytes)];
        _longest = _markers.Length == 0 ? 0 : _markers.Max(marker => marker.Length);
    }

    public bool Match(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty)
            return true;
        if (raw.Length > _longest)
            return false;
        foreach (var marker in _markers)
        {
            if (raw.SequenceEqual(marker))
                return true;
        }

        return false;
    }
}
