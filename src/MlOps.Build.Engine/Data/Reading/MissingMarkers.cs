using System.Runtime.CompilerServices;
using System.Text;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// Tells fields without a value. Markers are compared with the field as written, so a quoted field is missing only when a marker
/// itself has quotes.
/// </summary>
internal sealed class MissingMarkers
{
    private readonly byte[][] _markers;
    private readonly bool[] _firsts = new bool[256];

    public MissingMarkers(IReadOnlyList<string> markers)
    {
        _markers = [.. markers.Select(Encoding.UTF8.GetBytes)];
        Longest = _markers.Length == 0 ? 0 : _markers.Max(marker => marker.Length);
        foreach (var marker in _markers)
        {
            if (marker.Length > 0)
                _firsts[marker[0]] = true;
        }
    }

    /// <summary>The length of the longest marker.</summary>
    public int Longest { get; }

    /// <summary>True when some marker could be read as a number or a date.</summary>
    public bool Numeric => Array.Exists(_markers, marker => marker is [.., (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'Z']);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Match(ReadOnlySpan<byte> raw) => raw.Length <= Longest && (raw.Length == 0 || (_firsts[raw[0]] && IsMarker(raw)));

    private bool IsMarker(ReadOnlySpan<byte> raw)
    {
        foreach (var marker in _markers)
        {
            if (raw.SequenceEqual(marker))
                return true;
        }

        return false;
    }
}
