using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles.Sketches;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>Counts numbers, dates and points in time.</summary>
internal sealed class NumberAccumulator : ColumnAccumulator
{
    private const int Frequent = 256;
    private const int Listed = 100;

    private readonly NumberForm _form;
    private ValueBuckets _buckets = new();
    private PowerSums _sums = new();
    private FrequentValues? _frequent;
    private HyperLogLog? _registers;
    private (ulong Least, ulong Most) _ends = (ulong.MaxValue, 0);
    private long _notFinite;

    public NumberAccumulator(BatchColumn column)
        : base(column, sensitive: false) => (_form, _buckets.Overflowing) = (NumberForm.Of(column.Type), CountMany);

    protected override void Take(ColumnBatch batch)
    {
        switch (batch)
        {
            case ValueBatch<double> floats:
                Take(floats, value => value);
                break;
            case ValueBatch<float> floats:
                Take(floats, value => value);
                break;
            case ValueBatch<long> integers:
                Take(integers);
                break;
            case ValueBatch<int> days:
                TakeDays(days);
                break;
            default:
                throw new ArgumentException($"Batches of {batch.Type} hold no numbers.", nameof(batch));
        }
    }

    protected override void TakeOver(ColumnAccumulator other)
    {
        var numbers = (NumberAccumulator)other;
        if (_buckets.OverflowsWith(numbers._buckets))
            CountMany();
        _buckets.Merge(numbers._buckets);
        if (_registers is not null)
        {
            numbers.CountMany();
            _registers.Merge(numbers._registers!);
            _frequent!.Merge(numbers._frequent!);
        }

        _sums.Merge(numbers._sums);
        _ends = (Math.Min(_ends.Least, numbers._ends.Least), Math.Max(_ends.Most, numbers._ends.Most));
        _notFinite += numbers._notFinite;
    }

    protected override ProfiledColumn Describe(ProfiledColumn profile)
    {
        profile = profile with
        {
            NotFinite = _notFinite,
            Distinct = _registers?.Estimate() ?? _buckets.Count,
            DistinctError = _registers is null ? 0 : HyperLogLog.Error,
            Sketch = new ProfileSketch
            {
                Level = _buckets.Level,
                Buckets = _buckets.Write(),
                Sums = _form.HasMoments ? _sums.Write() : [],
                Values = _frequent?.Write(),
                Registers = _registers?.Write(),
            },
        };
        if (_buckets.Total == 0)
            return profile;
        var ranks = new BucketRanks(_buckets, _ends, _form);
        var (edges, counts) = ranks.Histogram();
        profile = profile with
        {
            Minimum = _form.Text(_ends.Least),
            Maximum = _form.Text(_ends.Most),
            Quantiles = ranks.Quantiles(),
            Edges = edges,
            Counts = counts,
            Top = Top(),
            TopError = _frequent?.Error ?? 0,
        };
        return !_form.HasMoments ? profile : profile with
        {
            Mean = PowerMoments.Mean(_sums),
            StandardDeviation = PowerMoments.Deviation(_sums),
            Skewness = PowerMoments.Skewness(_sums),
            Kurtosis = PowerMoments.Kurtosis(_sums),
        };
    }

    protected override bool TryRestore(ProfiledColumn profile, long rows)
    {
        if (profile.Sketch is not { Buckets: { } text } sketch || ValueBuckets.Read(text, sketch.Level) is not { } buckets)
            return false;
        var sums = _form.HasMoments ? PowerSums.Read(sketch.Sums ?? [], buckets.Total) : new PowerSums();
        var registers = sketch.Registers is { } written ? HyperLogLog.Read(written) : null;
        var frequent = sketch.Values is { } values && profile.Top is not null ? FrequentValues.Read(values, Frequent, Names(profile)) : null;
        var whole = sketch.Level == 0 || (registers is not null && frequent is not null);
        if (sums is null || !whole || (buckets.Total > 0 && (profile.Minimum is null || profile.Maximum is null)))
            return false;
        (_buckets, _sums, _registers, _frequent, _notFinite) = (buckets, sums, registers, frequent, profile.NotFinite);
        _buckets.Overflowing = CountMany;
        if (buckets.Total == 0)
            return true;
        var ends = (_form.Bits(profile.Minimum!), _form.Bits(profile.Maximum!));
        _ends = (ends.Item1 ?? 0, ends.Item2 ?? 0);
        return ends.Item1 is not null && ends.Item2 is not null;
    }

    private void Take<T>(ValueBatch<T> batch, Func<T, double> number)
        where T : unmanaged
    {
        var values = batch.Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (batch.IsMissing(row))
                continue;
            var value = number(values[row]);
            if (double.IsFinite(value))
            {
                _sums.Add(value);
                Count(OrderedBits.Of(value));
            }
            else
            {
                _notFinite++;
            }
        }
    }

    private void Take(ValueBatch<long> batch)
    {
        var values = batch.Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (batch.IsMissing(row))
                continue;
            if (_form.HasMoments)
                _sums.Add(values[row]);
            Count(OrderedBits.Of(values[row]));
        }
    }

    private void TakeDays(ValueBatch<int> batch)
    {
        var values = batch.Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (!batch.IsMissing(row))
                Count(OrderedBits.Of((long)values[row]));
        }
    }

    private void Count(ulong bits)
    {
        _ends = (Math.Min(_ends.Least, bits), Math.Max(_ends.Most, bits));
        if (_registers is not null)
        {
            var hash = StableHash.Of(bits);
            _registers.Add(hash);
            _frequent!.Add(hash, 1, () => _form.Text(bits));
        }

        _buckets.Add(bits);
    }

    private List<ValueCount> Top()
    {
        if (_frequent is not null)
            return [.. _frequent.Top(Listed).Select(value => new ValueCount(value.Text, value.Count))];
        var least = _buckets.Count > 10 ? 2 : 1;
        return [.. _buckets.Sorted().Where(bucket => bucket.Count >= least).OrderByDescending(bucket => bucket.Count).ThenBy(bucket => bucket.Low)
            .Take(Listed).Select(bucket => new ValueCount(_form.Text(bucket.Low), bucket.Count))];
    }

    private Dictionary<ulong, string> Names(ProfiledColumn profile)
    {
        var names = new Dictionary<ulong, string>();
        foreach (var (text, _) in profile.Top)
        {
            if (_form.Bits(text) is { } bits)
                names[StableHash.Of(bits)] = text;
        }

        return names;
    }

    private void CountMany() => CountMany(_buckets.Sorted().ToDictionary(bucket => bucket.Low, bucket => bucket.Count));

    // Beyond the budget values are counted by hash; those so far, of which every one is known, come first.
    private void CountMany(IReadOnlyDictionary<ulong, long> counts)
    {
        if (_registers is not null)
            return;
        (_registers, _frequent) = (new HyperLogLog(), new FrequentValues(Frequent));
        foreach (var (bits, count) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            _registers.Add(StableHash.Of(bits));
            _frequent.Add(StableHash.Of(bits), count, () => _form.Text(bits));
        }
    }
}
