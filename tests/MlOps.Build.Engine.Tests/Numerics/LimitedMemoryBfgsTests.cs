using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Numerics;

public sealed class LimitedMemoryBfgsTests
{
    [Fact]
    public void The_minimum_of_Rosenbrocks_function_is_found_from_his_starting_point()
    {
        var minimum = Minimizer(new Rosenbrock(), 0).Minimize([-1.2, 1]);
        minimum.Converged.ShouldBeTrue();
        minimum.Point[0].ShouldBe(1, 1e-6);
        minimum.Point[1].ShouldBe(1, 1e-6);
    }

    // Closed form: minimising (x - t)^2 / 2 + l1 |x| gives t shrunk by l1 towards 0, and 0 within l1 of it.
    [Fact]
    public void With_an_L1_penalty_a_separable_parabola_has_the_soft_thresholded_minimum()
    {
        var minimum = Minimizer(new Parabola([3, -2, 0.5, -0.1, 7]), 1).Minimize([0, 0, 5, -5, 0]);
        double[] expected = [2, -1, 0, 0, 7];
        for (var i = 0; i < expected.Length; i++)
            minimum.Point[i].ShouldBe(expected[i], 1e-9);
        minimum.Point[2].ShouldBe(0.0);
    }

    [Fact]
    public void It_ends_after_the_allowed_iterations_and_says_so()
    {
        var minimum = new LimitedMemoryBfgs(new Rosenbrock()) { MaxIterations = 3, Tolerance = 1e-10 }.Minimize([-1.2, 1]);
        minimum.Iterations.ShouldBe(3);
        minimum.Converged.ShouldBeFalse();
    }

    private static LimitedMemoryBfgs Minimizer(ISmoothFunction function, double l1) =>
        new(function) { MaxIterations = 500, Tolerance = 1e-9, L1 = l1, Penalized = 4 };

    private sealed class Rosenbrock : ISmoothFunction
    {
        public int Size => 2;

        public double Evaluate(double[] point, double[] gradient)
        {
            var (x, y) = (point[0], point[1]);
            gradient[0] = (-400 * x * (y - (x * x))) - (2 * (1 - x));
            gradient[1] = 200 * (y - (x * x));
            return (100 * (y - (x * x)) * (y - (x * x))) + ((1 - x) * (1 - x));
        }
    }

    private sealed class Parabola(double[] target) : ISmoothFunction
    {
        public int Size => target.Length;

        public double Evaluate(double[] point, double[] gradient)
        {
            var value = 0.0;
            for (var i = 0; i < point.Length; i++)
            {
                gradient[i] = point[i] - target[i];
                value += gradient[i] * gradient[i] / 2;
            }

            return value;
        }
    }
}
