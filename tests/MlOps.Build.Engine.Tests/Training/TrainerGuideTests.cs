using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary><c>docs/guides/trainers.md</c> holds the tables that the trainers make.</summary>
public sealed class TrainerGuideTests
{
    public static TheoryData<string> Names => [.. TrainerCatalog.All.Select(trainer => trainer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_guide_lists_the_trainers_hyperparameters_as_they_are(string name)
    {
        var trainer = TrainerCatalog.Find(name)!;
        Guide().ShouldContain(trainer.Hyperparameters.Count == 0 ? $"`{name}` has no hyperparameters." : Table(trainer));
    }

    [Fact]
    public void The_guide_says_what_each_trainer_supports()
    {
        foreach (var trainer in TrainerCatalog.All)
        {
            var tasks = Enum.GetValues<LearningTask>().Where(trainer.Supports).Select(task => task.ToString().ToLowerInvariant());
            Guide().ShouldContain(
                $"| `{trainer.Name}` | {string.Join(", ", tasks)} | {(trainer.HandlesMissing ? "yes" : "no, imputed before")} |");
        }
    }

    private static string Table(ITrainer trainer) =>
        "| name | default | allowed | what it does |\n|---|---|---|---|\n"
        + string.Concat(trainer.Hyperparameters.Select(Row));

    private static string Row(Hyperparameter setting) => string.Create(
        CultureInfo.InvariantCulture,
        $"| `{setting.Name}` | {HyperparameterResolver.Written(setting, setting.Default)} | {HyperparameterResolver.Range(setting)} | {setting.Description} |\n");

    private static string Guide() => File.ReadAllText(RepositoryFile.At("docs", "guides", "trainers.md")).ReplaceLineEndings("\n");
}
