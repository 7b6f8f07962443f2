using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>Parts of a date or timestamp (in UTC) as numbers; missing stays missing.</summary>
internal sealed class DatePartsTransform : ITransform
{
    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (lane is not TimeLane time)
            return context.Unfit(lane, "a date or timestamp");
        var parts = context.Arguments.Texts("parts");
        if (parts.Contains(DatePart.Hour) && !time.HasTimeOfDay)
            return context.Unfit(lane, "a timestamp for the part 'hour'");
        context.Say($"date parts {string.Join(", ", parts)}");
        var missing = context.Node("Equal", time.Value, context.Whole(ModelSignature.MissingTime));
        var present = context.Node("Where", missing, context.Whole(0), time.Value);
        var calendar = new CalendarGraph(context, present, time.HasTimeOfDay);
        return [.. parts.Select(part => Part(time, part, calendar.Part(part), missing, context))];
    }

    private static NumberLane Part(TimeLane lane, string part, string value, string missing, FitContext context) => new(
        $"{lane.Name} {part}",
        context.Node("Where", missing, context.Number(double.NaN), context.Cast(value, OnnxType.Double)),
        [.. lane.Train.Select(time => time == ModelSignature.MissingTime ? double.NaN : ValueOf(time, lane.HasTimeOfDay, part))],
        Whole: true);

    private static double ValueOf(long time, bool hasTimeOfDay, string part)
    {
        var moment = DateTime.UnixEpoch.AddTicks(time * (hasTimeOfDay ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerDay));
        return part switch
        {
            DatePart.Year => moment.Year,
            DatePart.Month => moment.Month,
            DatePart.Day => moment.Day,
            DatePart.DayOfWeek => ((int)moment.DayOfWeek + 6) % 7,
            DatePart.DayOfYear => moment.DayOfYear,
            _ => moment.Hour,
        };
    }
}
