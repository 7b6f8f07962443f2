namespace MlOps.Build.Engine.Reporting.Languages;

/// <summary>The English texts of other stages that reports translate; see <see cref="EchoedTexts"/>.</summary>
internal static class EchoedForms
{
    public static IReadOnlyList<string> Fixed { get; } =
    [
        "stratified by label", "random",
        "the label itself", "the label is computed from it", "known only after the outcome",
        "sensitive text, whose values would be in the model", "the split goes by it", "unique by the contract", "the key of the contract",
        "no value on the training rows", "constant on the training rows", "every value is different",
        "no value is frequent enough for an input of its own", "not listed under 'features'",
        "logistic regression", "linear regression", "gradient-boosted trees", "naive Bayes", "k-nearest neighbours", "factorization machine", "isolation forest",
        "naive baseline", "exponential smoothing", "exponential smoothing with a trend", "exponential smoothing with a damped trend",
        "log loss", "squared error", "loss by the program",
        "there are no rows", "there are no positive rows", "there are no negative rows", "no row is predicted positive",
        "no row is positive or predicted positive", "one row is not enough", "no interval: one row cannot be resampled",
        "no interval: undefined on more than a tenth of the resamples", "no interval: no resample holds an error larger than those seen",
        "no interval: noise alone makes it larger, and a resample adds noise",
        "the rows weigh nothing", "every row is of one class and predicted so", "a class has no rows",
        "a label or a prediction is negative", "a label or a prediction is not in the deviance's range",
        "the model gives no intervals",
        "the error of the naive forecast on the training rows is not known", "the naive forecast makes no error on the training rows",
        "the rows make no lists", "no list has a relevant row", "a label is negative, and a relevance is not",
        "the lists of the ranking go by it", "the weight of rows",
        "signed off in the checklist", "not signed off yet", "there is no champion yet", "no stage is being promoted to", "the result is not a finite number",
        "there is nothing to count", "it was not measured", "unique", "required",
        "holds on the machine that built the model; its build log has the value",
        "does not hold on the machine that built the model; its build log has the value",
        "could not be decided on the machine that built the model; its build log has the reason",
        "this combination has no interval for '@'; compare one metric, or a metric with the same one of another model",
        "trained on shuffled labels", "the validation rows", "median", "last value",
        "share of columns that drift from the champion's", "columns that drift from the champion's", "largest PSI against the champion's columns",
        "share of columns that drift in the validation rows", "columns that drift in the validation rows", "largest PSI of the validation rows",
        "share of columns that drift in the test rows", "columns that drift in the test rows", "largest PSI of the test rows",
        "the champion's data have no such column", "sensitive: the champion's profile holds no values",
        "the champion's data hold another type", "the champion's profile has no bins",
        "the champion's package holds no profile of its training rows",
        "white space trimmed", "rows that break a rule: quarantined", "made missing", "clipped", "dropped", "quarantined", "first", "last",
        "the champion's package", "nearly every row holds a value of its own", "there is only one value", "the reference has no such column", "the reference holds another type",
        "other members of the ensemble", "retrained with other hyperparameters", "retrained with another seed", "retrained on other data",
        "another contract or configuration", "another checklist or model card", "retrained to another model", "the same model from the same data and configuration",
        "baseline", "champion", "at least", "at most", "above", "below", "equal to", "other than", "empty",
    ];

    public static IReadOnlyList<string> WithPlaces { get; } =
    [
        "does not apply: {0*}", "{0*}; declare it with 'transforms: [tfidf]' to use its words", "fewer than {0} values", "command {0}", "model file {0}",
        "{0} expanding windows by {1}", "{0} rolling windows by {1}", "{0} folds, {1} times", "{0} folds",
        "window {0}", "repeat {0}, fold {1}", "fold {0}", "value {0} times before", "seasonal, {0} times before",
        "{0*}, additive season of {1}", "{0*}, multiplicative season of {1}",
        "by group {0}", "by {0}",
        "lowest {0*} by {1} ({2})", "lowest {0*} by {1}", "highest {0*} by {1} ({2})", "highest {0*} by {1}",
        "number of groups of {0}", "{0*} minus the {1*}'s", "{0*} divided by the {1*}'s", "the {0*}'s {1*}",
        "the evaluation has no group of '{0}'", "no group of '{0}' has {1}", "group {0}: {1*}",
        "lift at {0} %", "gain at {0} %", "recall at precision {0} %", "calibration error ({0} bins)",
        "calibration error ({0} bins of equal mass)", "top {0} accuracy", "pinball loss at {0} %", "Tweedie deviance ({0})",
        "NDCG at {0} (exponential gain)", "NDCG at {0}", "MAP at {0}", "MRR at {0}",
        "feature '{0}' added", "feature '{0}' removed", "feature '{0}' made otherwise",
        "trainer {0} instead of {1}", "calibration {0} instead of {1}", "licence of the model {0} instead of {1}",
        "missing at most {0}", "type {0}, finite", "type {0}", "length {0}", "one of {0}", "pattern {0}", "rows {0}", "key {0}",
        "drift {0} at most {1}", "skew {0} at most {1}", "drift {0}", "skew {0}", "not there in {0}",
        "references {0} of {1}", "fresh within {0} of {1}", "as many rows as {0}", "other table {0}",
        "normalized ({0})", "unreadable fields: {0*}",
        "equal rows, the {0*} kept: {1*}", "rows of one key, the newest by {0} kept: {1*}", "rows of one key, the {0*} kept: {1*}",
        "outliers ({0}, beyond {1}): {2*}",
    ];
}
