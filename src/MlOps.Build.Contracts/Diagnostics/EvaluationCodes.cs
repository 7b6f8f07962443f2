namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of evaluation, <c>MLOPS41xx</c>. A code is never reused.</summary>
public static class EvaluationCodes
{
    /// <summary>There are no test rows to judge the model on.</summary>
    public const string NoTestRows = "MLOPS4100";

    /// <summary>All test rows are of one class.</summary>
    public const string OneClassInTest = "MLOPS4101";

    /// <summary>A model gave a score that is not a finite number, or a probability outside 0 to 1.</summary>
    public const string InvalidScore = "MLOPS4102";

    /// <summary>A class has no test row.</summary>
    public const string ClassNotInTest = "MLOPS4103";

    /// <summary>Groups too small to be judged were left out.</summary>
    public const string SmallSlices = "MLOPS4104";

    /// <summary>There are too few test rows for intervals to be trusted.</summary>
    public const string FewTestRows = "MLOPS4105";

    /// <summary>The configuration names a metric that does not exist or does not judge the task.</summary>
    public const string UnknownMetric = "MLOPS4106";

    /// <summary>The configuration names a metric that needs a setting which is not there.</summary>
    public const string MetricNeedsSetting = "MLOPS4107";

    /// <summary>The validation rows cannot choose a threshold.</summary>
    public const string ThresholdNotChosen = "MLOPS4108";

    /// <summary>Resamples are to be drawn by a column that has no groups or no times.</summary>
    public const string ResamplingColumnType = "MLOPS4120";

    /// <summary>The column that resamples are drawn by has no value in some test rows.</summary>
    public const string ResamplingColumnMissing = "MLOPS4121";

    /// <summary>The test rows make too few groups or blocks for intervals to be trusted.</summary>
    public const string FewGroups = "MLOPS4122";

    /// <summary>A slice asks for buckets of a column that holds no numbers.</summary>
    public const string BucketsNeedNumbers = "MLOPS4130";

    /// <summary>A backtest divides the rows in another way than the split.</summary>
    public const string BacktestDoesNotFit = "MLOPS4131";

    /// <summary>There are fewer times or groups than a backtest has windows or folds.</summary>
    public const string BacktestTooFewTimes = "MLOPS4132";

    /// <summary>Windows or folds of a backtest could not be learned.</summary>
    public const string BacktestWindowNotLearned = "MLOPS4133";

    /// <summary>A naive baseline does not fit the task or the split.</summary>
    public const string BaselineDoesNotFit = "MLOPS4134";

    /// <summary>Groups cannot be compared for fairness: the task is not binary.</summary>
    public const string FairnessDoesNotFit = "MLOPS4135";

    /// <summary>A naive baseline cannot be made of the labels.</summary>
    public const string BaselineValues = "MLOPS4138";

    /// <summary>Rows cannot form the lists of a ranking: the task or the column does not suit.</summary>
    public const string RankingDoesNotFit = "MLOPS4140";

    /// <summary>Resamples would take the lists of a ranking apart.</summary>
    public const string ResamplingDividesLists = "MLOPS4141";

    /// <summary>The column that names the lists has no value in some test rows.</summary>
    public const string ListColumnMissing = "MLOPS4142";

    /// <summary>Lists of the test part have rows that the model has learned from.</summary>
    public const string SplitDividesLists = "MLOPS4143";

    /// <summary>The column of row weights holds no numbers, or is the label.</summary>
    public const string WeightDoesNotFit = "MLOPS4144";

    /// <summary>A row weight is negative or empty, or all are 0.</summary>
    public const string InvalidWeight = "MLOPS4145";
}
