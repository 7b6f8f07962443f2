namespace MlOps.Build.Parquet.Compression;

/// <summary>Repeats what was unpacked before; source and target may overlap, which repeats a pattern.</summary>
internal static class BackReference
{
    public static void Copy(Span<byte> target, ref int written, long offset, long count)
    {
        if (offset <= 0 || offset > written)
            Faults.Page($"compressed content refers {offset} bytes back where {written} were unpacked");
        if (count > target.Length - written)
            Faults.Page("compressed content unpacks to more than it claims");
        var from = target[(written - (int)offset)..];
        var to = target.Slice(written, (int)count);
        if (offset >= count)
        {
            from[..(int)count].CopyTo(to);
        }
        else if (offset == 1)
        {
            to.Fill(from[0]);
        }
        else
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = from[i];
        }

        written += (int)count;
    }
}
