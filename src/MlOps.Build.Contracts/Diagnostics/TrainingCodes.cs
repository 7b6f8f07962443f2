namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of training and tuning, <c>MLOPS3xxx</c>. A code is never reused.</summary>
public static class TrainingCodes
{
    /// <summary>No trainer has that name.</summary>
    public const string UnknownTrainer = "MLOPS3001";

    /// <summary>The trainer cannot learn the task.</summary>
    public const string TaskNotSupported = "MLOPS3002";

    /// <summary>There are no rows, or no features, to learn from.</summary>
    public const string NothingToLearnFrom = "MLOPS3003";

    /// <summary>All training rows have the same label.</summary>
    public const string ConstantLabel = "MLOPS3004";

    /// <summary>A feature is missing or infinite, and the trainer takes only numbers.</summary>
    public const string FeatureNotANumber = "MLOPS3005";

    /// <summary>The loss is no number any more.</summary>
    public const string Diverged = "MLOPS3006";

    /// <summary>A class has no training rows.</summary>
    public const string ClassWithoutRows = "MLOPS3007";

    /// <summary>There are no validation rows, so nothing can stop the training early.</summary>
    public const string NoValidationRows = "MLOPS3008";

    /// <summary>Settings, task and labels do not fit together, such as a loss of counts and negative labels.</summary>
    public const string DoesNotFit = "MLOPS3009";

    /// <summary>A constraint names no feature, or the trainer takes no constraints.</summary>
    public const string Constraint = "MLOPS3010";

    /// <summary>The model would carry more training rows than it may.</summary>
    public const string TooManyRows = "MLOPS3011";

    /// <summary>More neighbours are asked for than there are training rows.</summary>
    public const string TooFewRows = "MLOPS3012";

    /// <summary>Probabilities of more than two classes, or none, are to be calibrated.</summary>
    public const string CalibrationTask = "MLOPS3015";

    /// <summary>The validation rows are not of both classes, so nothing can be calibrated on them.</summary>
    public const string CalibrationRows = "MLOPS3016";

    /// <summary>Training again gave other bytes.</summary>
    public const string NotReproducible = "MLOPS3017";

    /// <summary>Training again gave no model, or the same bytes.</summary>
    public const string TrainedAgain = "MLOPS3018";

    /// <summary>A trainer cannot be a member of the ensemble.</summary>
    public const string EnsembleMember = "MLOPS3019";

    /// <summary>The trainer has no such hyperparameter.</summary>
    public const string UnknownHyperparameter = "MLOPS3021";

    /// <summary>A hyperparameter is out of range, or not a whole number where one is needed.</summary>
    public const string HyperparameterRange = "MLOPS3022";

    /// <summary>Intervals are asked for and the task predicts no number.</summary>
    public const string IntervalTask = "MLOPS3025";

    /// <summary>There are too few validation rows for intervals of that coverage.</summary>
    public const string IntervalRows = "MLOPS3026";

    /// <summary>The program of <c>trainer: command</c> is not there, or cannot be started.</summary>
    public const string CommandNotFound = "MLOPS3030";

    /// <summary>The program of <c>trainer: command</c> ended with another exit code than 0.</summary>
    public const string CommandFailed = "MLOPS3031";

    /// <summary>The program of <c>trainer: command</c> did not end in time.</summary>
    public const string CommandTimeout = "MLOPS3032";

    /// <summary>The program of <c>trainer: command</c> left no model.</summary>
    public const string CommandWroteNothing = "MLOPS3033";

    /// <summary>A model that was made elsewhere is no ONNX file, or one that cannot be read.</summary>
    public const string HeadUnreadable = "MLOPS3034";

    /// <summary>A model that was made elsewhere uses operators or operator sets that the managed interpreter lacks.</summary>
    public const string HeadOperators = "MLOPS3035";

    /// <summary>A model that was made elsewhere does not take the feature matrix.</summary>
    public const string HeadInput = "MLOPS3036";

    /// <summary>A model that was made elsewhere does not give what the task needs.</summary>
    public const string HeadOutput = "MLOPS3037";

    /// <summary>A model that was made elsewhere gives values that are no probabilities or no numbers.</summary>
    public const string HeadValues = "MLOPS3038";

    /// <summary>What the program of <c>trainer: command</c> wrote as metrics is no object of numbers.</summary>
    public const string CommandMetrics = "MLOPS3039";

    /// <summary>A file that the model is made from is not there.</summary>
    public const string TrainerFileMissing = "MLOPS3040";

    /// <summary>A model that somebody else made is to be trained again.</summary>
    public const string ImportIsNotTrained = "MLOPS3041";

    /// <summary>The project refers to no trainer for <c>trainer: project</c>, or its assembly is not there.</summary>
    public const string PlugInMissing = "MLOPS3042";

    /// <summary>An assembly that should hold a trainer cannot be loaded.</summary>
    public const string PlugInUnreadable = "MLOPS3043";

    /// <summary>An assembly holds no trainer, several and none is named, or one that cannot be made.</summary>
    public const string PlugInTrainer = "MLOPS3044";

    /// <summary>The trainer of <c>trainer: project</c> threw, ended its process or gave no model.</summary>
    public const string PlugInFailed = "MLOPS3045";

    /// <summary>The limits of a cascade of models do not fit the task or the members.</summary>
    public const string CascadeLimits = "MLOPS3046";

    /// <summary>A model of another project or package that an ensemble combines is not there, or cannot be read.</summary>
    public const string MemberMissing = "MLOPS3047";

    /// <summary>A model of another project or package predicts something else, or from other columns.</summary>
    public const string MemberDoesNotFit = "MLOPS3048";

    /// <summary>A model of another project or package was trained on test rows of this one, or it cannot be told.</summary>
    public const string MemberSawTestRows = "MLOPS3049";

    /// <summary>A search space has no point.</summary>
    public const string SearchSpaceEmpty = "MLOPS3050";

    /// <summary>A search space goes beyond what the setting allows.</summary>
    public const string SearchSpaceRange = "MLOPS3051";

    /// <summary>The condition of a search space can never hold, or names no other choice.</summary>
    public const string SearchSpaceCondition = "MLOPS3052";

    /// <summary>Tuning is asked for, and no setting has a space.</summary>
    public const string NothingToTune = "MLOPS3053";

    /// <summary>The way of tuning does not fit the trainer, the space or the split.</summary>
    public const string TuningDoesNotFit = "MLOPS3054";

    /// <summary>No trial gave a value.</summary>
    public const string NoTrialSucceeded = "MLOPS3055";

    /// <summary>A grid has more points than anyone would wait for.</summary>
    public const string GridTooLarge = "MLOPS3056";

    /// <summary>A trainer that <c>trainer: auto</c> is to try is unknown there, named twice or cannot learn the task.</summary>
    public const string AutoCandidate = "MLOPS3057";

    /// <summary>A setting of the search that a search over trainers does not go with.</summary>
    public const string AutoDoesNotFit = "MLOPS3058";

    /// <summary>A nested cross-validation is asked for without folds to search on.</summary>
    public const string NestedNeedsFolds = "MLOPS3059";

    /// <summary>A chain of ML.NET estimators gives no score.</summary>
    public const string MLNetChain = "MLOPS3063";

    /// <summary>A chain of ML.NET estimators has no ONNX form that the kit takes.</summary>
    public const string MLNetConversion = "MLOPS3064";

    /// <summary>An ML.NET model and its ONNX graph predict different things.</summary>
    public const string MLNetGraphDiffers = "MLOPS3065";
}
