using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry;

namespace MlOps.Build.Engine.Tests.Registry;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2026-03-14", "2026-03-14T23:59:59Z")]
    [InlineData("2026-03-14T10:12", "2026-03-14T10:12:59Z")]
    [InlineData("2026-03-14 10:12:30", "2026-03-14T10:12:30Z")]
    [InlineData("2026-03-14T10:12:30+01:00", "2026-03-14T09:12:30Z")]
    public void A_day_and_a_minute_mean_their_end_and_a_time_without_offset_is_UTC(string text, string moment) =>
        Moment.Parse(text, []).ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("14.3.2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026")]
    public void Anything_else_is_refused(string text)
    {
        var diagnostics = new DiagnosticBag();
        Moment.Parse(text, diagnostics).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.InvalidMoment);
    }
}
