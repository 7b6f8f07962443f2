using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training.Combining;

public sealed class EnsembleTests
{
    private static readonly (LearningTask Task, string Data, string[] Members)[] Cases =
    [
        (LearningTask.Binary, "credit", ["gradient-boosted-trees", "logistic-regression", "naive-bayes"]),
        (LearningTask.Multiclass, "iris", ["random-forest", "logistic-regression", "k-nearest-neighbours"]),
        (LearningTask.Regression, "diabetes", ["extra-trees", "linear-regression"]),
    ];

    public static TheoryData<LearningTask> Tasks => [.. Cases.Select(item => item.Task)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Voting_is_the_mean_of_the_members_outputs(LearningTask task)
    {
        var (trainer, request) = Of(task, EnsembleMethod.Voting);
        var outputs = Outputs(trainer, request);
        var members = Cases.Single(item => item.Task == task).Members.Select(name => Outputs(TrainerCatalog.Find(name)!, Plain(name, request))).ToList();
        for (var i = 0; i < outputs.Length; i++)
            ((double)outputs[i]).ShouldBe(members.Average(member => member[i]), 1e-5 * Math.Max(1, Math.Abs(outputs[i])), $"value {i}");
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_blend_is_on_its_validation_rows_not_worse_than_any_member(LearningTask task)
    {
        var (trainer, request) = Of(task, EnsembleMethod.Blending);
        var result = trainer.Train(request, null, TestContext.Current.CancellationToken);
        result.Members.Sum(member => member.Weight!.Value).ShouldBe(1, 1e-9);
        foreach (var name in Cases.Single(item => item.Task == task).Members)
        {
            var alone = TrainerCatalog.Find(name)!.Train(Plain(name, request), null, TestContext.Current.CancellationToken);
            var loss = new HeadLoss(alone.Model, task, new ThreadTeam(1, TestContext.Current.CancellationToken)).Mean(request.Validation);
            result.Steps[0].ValidationLoss.ShouldBeLessThanOrEqualTo(loss * (1 + 1e-6), name);
        }
    }

    // Breiman (1996): the stack is on new rows about as good as the best of its members, which nobody knows before.
    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_stack_is_on_unseen_rows_not_much_worse_than_its_best_member(LearningTask task)
    {
        var (trainer, request) = Of(task, EnsembleMethod.Stacking);
        var result = trainer.Train(request, null, TestContext.Current.CancellationToken);
        var best = Cases.Single(item => item.Task == task).Members.Min(name =>
        {
            var alone = TrainerCatalog.Find(name)!.Train(Plain(name, request), null, TestContext.Current.CancellationToken);
            return new HeadLoss(alone.Model, task, new ThreadTeam(1, TestContext.Current.CancellationToken)).Mean(request.Validation);
        });
        result.Steps[0].ValidationLoss.ShouldBeLessThan((best * 1.05) + (task == LearningTask.Multiclass ? 0.05 : 0));
        result.Members.ShouldAllBe(member => member.Weight == null);
    }

    [Fact]
    public void ONNX_Runtime_agrees_and_threads_change_no_byte()
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var cases = Cases.SelectMany(item => Enum.GetValues<EnsembleMethod>().Where(method => Fits(method, item.Task)).Select(method => (item.Task, Method: method))).Select(item =>
        {
            var (trainer, request) = Of(item.Task, item.Method);
            var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
            trainer.Train(request with { Threads = 2 }, null, TestContext.Current.CancellationToken).Model.ShouldBe(model, $"{item}");
            var features = request.Validation.Features;
            var inputs = new Dictionary<string, Tensor>
            {
                [TrainerResult.FeaturesInput] = Tensor.Create(features.Values, features.Rows, features.Columns),
            };
            return (Name: $"{item}", item.Task, Model: model, Rows: features.Rows, Inputs: inputs);
        }).ToList();
        var results = OnnxRuntimeProcess.RunAll([.. cases.Select(item => (item.Model, item.Inputs))]);
        for (var i = 0; i < cases.Count; i++)
        {
            var expected = Values(results[i].Outputs.ShouldNotBeNull($"{cases[i].Name}: {results[i].Error}"));
            ModelAgreement.ShouldHold(Values(ManagedModelSession.Load(cases[i].Model).Run(cases[i].Inputs)), expected, cases[i].Task, cases[i].Rows, cases[i].Name);
        }
    }

    [Fact]
    public void Each_row_is_left_out_once_and_each_class_is_divided_evenly()
    {
        var request = Of(LearningTask.Multiclass, EnsembleMethod.Stacking).Request;
        var folds = TrainingFolds.Of(request, 5);
        folds.SelectMany(fold => fold.Left).Order().ShouldBe(Enumerable.Range(0, request.Train.Labels.Length));
        foreach (var (learned, left) in folds)
        {
            learned.Intersect(left).ShouldBeEmpty();
            (learned.Length + left.Length).ShouldBe(request.Train.Labels.Length);
            var counts = left.GroupBy(row => request.Train.Labels[row]).Select(group => group.Count()).ToList();
            (counts.Max() - counts.Min()).ShouldBeLessThanOrEqualTo(4);
        }
    }

    [Fact]
    public void Rows_of_a_list_are_left_out_together()
    {
        var request = Of(LearningTask.Regression, EnsembleMethod.Stacking).Request;
        var lists = Enumerable.Range(0, request.Train.Labels.Length).Select(row => row / 7).ToArray();
        foreach (var (learned, left) in TrainingFolds.Of(request with { Train = request.Train with { Lists = lists } }, 4))
            learned.Select(row => lists[row]).Intersect(left.Select(row => lists[row])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3, "3 lists cannot be divided into 5 folds. Set fewer 'folds', or write 'method: voting'.")]
    [InlineData(5, null)]
    public void Fewer_lists_than_folds_are_refused(int lists, string? expected)
    {
        var (trainer, request) = Of(LearningTask.Regression, EnsembleMethod.Stacking);
        var numbers = Enumerable.Range(0, request.Train.Labels.Length).Select(row => row % lists).ToArray();
        trainer.Problem(request with { Train = request.Train with { Lists = numbers } }).ShouldBe(expected);
    }

    [Fact]
    public void Neighbours_have_their_limits_in_an_ensemble_too()
    {
        var (trainer, request) = Of(LearningTask.Multiclass, EnsembleMethod.Stacking);
        trainer.Problem(request).ShouldBeNull();
        var few = request with { Train = TrainingRows.Take(request.Train, [0, 1, 2, 3, 4, 5]) };
        trainer.Problem(few).ShouldBe("'k-nearest-neighbours' asks 5 neighbours ('n_neighbors') of 4 training rows. Ask fewer, or give the training split a larger share.");
    }

    [Fact]
    public void Shapley_values_of_one_member_are_not_taken_for_those_of_all()
    {
        var (trainer, request) = Of(LearningTask.Binary, EnsembleMethod.Voting);
        var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        TreeShapley.Find(OnnxModelReader.Read(model)).ShouldBeNull();
    }

    [Fact]
    public void A_member_has_the_settings_that_it_is_given()
    {
        var request = Of(LearningTask.Binary, EnsembleMethod.Voting).Request;
        var few = new MemberConfig { Trainer = "extra-trees", Hyperparameters = new SortedDictionary<string, double> { ["n_estimators"] = 3 } };
        var config = new EnsembleConfig { Members = [few, new MemberConfig { Trainer = "logistic-regression" }], Method = EnsembleMethod.Blending };
        var ensemble = new EnsembleTrainer(config).Train(request, null, TestContext.Current.CancellationToken);
        ensemble.Members[0].Hyperparameters.ShouldNotBeNull()["n_estimators"].ShouldBe(3);
        ensemble.Members[1].Hyperparameters.ShouldBeNull();
        var alone = TrainerCatalog.Find("extra-trees")!;
        var own = alone.Train(
            request with { Hyperparameters = HyperparameterResolver.Resolve(alone, few.Hyperparameters) }, null, TestContext.Current.CancellationToken);
        // The whole graph is the three trees and the regression, so its trees are those that the trainer grows alone.
        Trees(OnnxModelReader.Read(ensemble.Model)).ShouldBe(Trees(OnnxModelReader.Read(own.Model)));
    }

    [Fact]
    public void A_cascade_says_how_much_each_member_decides()
    {
        var (trainer, request) = Of(LearningTask.Multiclass, EnsembleMethod.Cascade);
        var members = trainer.Train(request, null, TestContext.Current.CancellationToken).Members;
        members.Select(member => member.Confidence).ShouldBe([0.9, 0.9, null]);
        members.Sum(member => member.Share!.Value).ShouldBe(1, 1e-12);
        members.ShouldAllBe(member => member.Weight == null);
    }

    private static IEnumerable<float> Trees(OnnxModel model) =>
        model.Graph.Nodes.Where(node => node.Operator.StartsWith("TreeEnsemble", StringComparison.Ordinal)).SelectMany(node => (float[])node.Attributes["nodes_values"]);

    private static bool Fits(EnsembleMethod method, LearningTask task) => method != EnsembleMethod.Cascade || task != LearningTask.Regression;

    private static (EnsembleTrainer Trainer, TrainingRequest Request) Of(LearningTask task, EnsembleMethod method)
    {
        var (_, data, members) = Cases.Single(item => item.Task == task);
        var trainer = new EnsembleTrainer(new EnsembleConfig { Members = [.. members.Select(name => new MemberConfig { Trainer = name })], Method = method });
        return (trainer, ExampleSet.Named(data).Complete().Request(trainer, task));
    }

    private static TrainingRequest Plain(string name, TrainingRequest request) =>
        request with { Hyperparameters = HyperparameterResolver.Resolve(TrainerCatalog.Find(name)!, new Dictionary<string, double>()) };

    private static float[] Outputs(ITrainer trainer, TrainingRequest request)
    {
        var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        return new HeadRun(model, new ThreadTeam(1, TestContext.Current.CancellationToken)).Outputs(request.Validation.Features);
    }

    private static float[] Values(IReadOnlyDictionary<string, Tensor> outputs) => ((Tensor<float>)outputs.Values.Single()).Values;
}
