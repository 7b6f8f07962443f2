using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>The metrics that every evaluation of a task gives.</summary>
internal static class TaskMetrics
{
    public static IReadOnlyList<string> Of(LearningTask task) => task switch
    {
        LearningTask.Binary => ["auc", "pr_auc", "log_loss", "brier", "accuracy", "precision", "recall", "f1"],
        LearningTask.Multiclass => ["log_loss", "accuracy", "macro_f1"],
        _ => ["rmse", "mae", "r2"],
    };
}
