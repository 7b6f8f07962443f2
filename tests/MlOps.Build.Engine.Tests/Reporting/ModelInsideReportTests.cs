using System.Net;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>What reports say of the inside of a model.</summary>
public sealed class ModelInsideReportTests
{
    [Fact]
    public void Coefficients_stand_with_their_standard_errors()
    {
        var report = HtmlReport.Render(With(StandardErrors.Given, new Dictionary<string, double> { ["l2"] = 1 }));
        report.ShouldContain("Standard errors are Wald");
        report.ShouldContain("The L2 penalty draws coefficients towards 0");
        report.ShouldContain("Adelie: Bill Length");
        report.ShouldContain("0.125");
    }

    [Fact]
    public void Why_there_are_no_standard_errors_is_said()
    {
        HtmlReport.Render(With(StandardErrors.NoneAfterL1, new Dictionary<string, double>()))
            .ShouldContain("No standard errors: an L1 penalty chooses features");
    }

    [Fact]
    public void Gains_of_trees_stand_in_a_fold()
    {
        var sample = SampleReports.Birdstrikes();
        var evidence = sample with
        {
            Training = sample.Training with { Model = sample.Training.Model with { Gains = [new FeatureGain("Speed", 0.813), new FeatureGain("Size", 0.187)] } },
        };
        var report = HtmlReport.Render(evidence);
        report.ShouldContain("share of the gain");
        report.ShouldContain("81.3%");
        HtmlReport.Render(sample).ShouldNotContain("share of the gain");
    }

    [Fact]
    public void A_model_that_carries_training_rows_says_so_in_the_report_and_on_the_card()
    {
        var sample = SampleReports.Penguins();
        var evidence = sample with
        {
            Training = sample.Training with { Model = sample.Training.Model with { TrainingRowsKept = 1234 } },
        };
        HtmlReport.Render(evidence).ShouldContain("The model carries 1,234 training rows");
        ModelCard.Render(evidence).ShouldContain("The model carries 1,234 training rows");
    }

    [Fact]
    public void How_probabilities_were_calibrated_is_said()
    {
        Calibrated(new CalibrationSummary { Method = "platt", Rows = 400, Slope = 0.371, Intercept = -0.237 }).ShouldContain(
            "Probabilities are calibrated by Platt's method on the 400 validation rows: log-odds times 0.371 plus -0.237.");
        Calibrated(new CalibrationSummary { Method = "isotonic", Rows = 400, Points = 31 }).ShouldContain(
            "Probabilities are calibrated by isotonic regression on the 400 validation rows: a function of 31 points.");
    }

    private static string Calibrated(CalibrationSummary calibration)
    {
        var sample = SampleReports.Birdstrikes();
        return WebUtility.HtmlDecode(HtmlReport.Render(sample with
        {
            Training = sample.Training with { Model = sample.Training.Model with { Calibration = calibration } },
        }));
    }

    private static ModelEvidence With(StandardErrors errors, Dictionary<string, double> settings)
    {
        var sample = SampleReports.Penguins();
        var model = sample.Training.Model with
        {
            Hyperparameters = settings,
            Coefficients = new CoefficientTable
            {
                StandardErrors = errors,
                Coefficients =
                [
                    new Coefficient { Feature = Coefficient.Intercept, Value = 1.5 },
                    new Coefficient { Feature = "Bill Length", Value = -2.25, StandardError = 0.125, PValue = 0.001 },
                    new Coefficient { Feature = "Bill Length", Output = 1, Value = -2.25, StandardError = 0.125, PValue = 0.001 },
                ],
            },
        };
        return sample with { Training = sample.Training with { Model = model } };
    }
}
