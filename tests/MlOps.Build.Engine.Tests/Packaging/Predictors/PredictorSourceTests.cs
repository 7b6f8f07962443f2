using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Predictors;
using static MlOps.Build.Engine.Tests.Packaging.Predictors.Signatures;

namespace MlOps.Build.Engine.Tests.Packaging.Predictors;

public sealed class PredictorSourceTests
{
    private static readonly string[] NastyNames =
    [
        "class", "Class", "CLASS", "class_", " class ", "2nd value", "%", "$", "", " ", "\t", "a\nb", "a\r\nb", "\"quoted\"", "back\\slash", "<b>&amp;</b>",
        "*/ comment", "// comment", "#if", "{0}", "$\"{x}\"", "'", "Equals", "GetHashCode", "ToString", "GetType", "Clone", "PrintMembers",
        "EqualityContract", "Finalize", "MemberwiseClone", "Item", "Deconstruct", "StrikesInput", "StrikesPredictor", "String", "DateOnly", "System",
        "Global", "value", "field", "row", "rows", "inputs", "i", "column0", "größe", "ΔT", "速度", "скорость", "عمود", "e\u0301", "é", "a\u200Db", "ab",
        "😀", "x😀y", "\uD800", "\u0000", "\u0085", "\u2028", "\uFEFF", "\uFFFF", "@class", "record", "required", "init", "_", "__", "a-b", "a b", "a_b", "AB", "aB",
        "Speed IAS in knots", "Cost Total $", "1", "1.5", "-1", "null", "true", "async", "await", "nameof", "dynamic", "get_Speed", "set_Speed", "Ⅷ", "ǆ",
    ];

    [Theory]
    [InlineData(LearningTask.Binary)]
    [InlineData(LearningTask.Multiclass)]
    [InlineData(LearningTask.Regression)]
    public void Nasty_column_names_and_types_compile_without_a_warning(LearningTask task)
    {
        var types = Enum.GetValues<ColumnType>();
        var inputs = NastyNames.Select((name, index) => Input(name, types[index % types.Length], index % 3 == 0)).ToArray();

        GeneratedCode.Findings(PredictorSource.Generate(Options(task, inputs))).ShouldBeEmpty();
    }

    [Fact]
    public void Nasty_descriptions_and_values_compile_without_a_warning()
    {
        var inputs = NastyNames.Select((text, index) => Input($"c{index}") with { Description = text, AllowedValues = [text, ""] }).ToArray();

        GeneratedCode.Findings(PredictorSource.Generate(Options(LearningTask.Binary, inputs))).ShouldBeEmpty();
    }

    [Fact]
    public void Nasty_values_are_enums_without_a_warning()
    {
        var inputs = NastyNames.Select((name, index) => Input(name, ColumnType.String, index % 2 == 0) with { AllowedValues = [.. NastyNames, "a", "a"] }).Take(12).ToArray();
        var options = Options(LearningTask.Multiclass, inputs).WithClasses(NastyNames) with { Enums = [.. inputs.Select(input => input.Name)], Checks = true };

        GeneratedCode.Findings(PredictorSource.Generate(options)).ShouldBeEmpty();
    }

    [Fact]
    public void Nasty_class_names_compile_without_a_warning()
    {
        var options = Options(LearningTask.Multiclass, Input("x")).WithClasses(NastyNames);

        GeneratedCode.Findings(PredictorSource.Generate(options)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("class")]
    [InlineData("3d-model")]
    [InlineData("Größen.Modell")]
    [InlineData("Input")]
    [InlineData("System")]
    public void Nasty_project_names_compile_without_a_warning(string name)
    {
        var options = Options(LearningTask.Binary, Input("x")) with { Name = name };

        GeneratedCode.Findings(PredictorSource.Generate(options)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Bird.Strikes")]
    [InlineData("class.3d-model")]
    [InlineData("a..b")]
    [InlineData("größe 2")]
    public void Nasty_namespaces_compile_without_a_warning(string name)
    {
        var options = Options(LearningTask.Binary, Input("x")) with { Namespace = name };

        GeneratedCode.Findings(PredictorSource.Generate(options)).ShouldBeEmpty();
    }

    [Fact]
    public void A_column_that_may_be_missing_is_nullable_and_any_other_is_required()
    {
        var type = GeneratedCode.Type(
            Options(LearningTask.Binary, Input("Speed"), Input("Size", ColumnType.String, nullable: false)), "Generated.StrikesInput");

        var speed = (Microsoft.CodeAnalysis.IPropertySymbol)type.GetMembers("Speed").Single();
        var size = (Microsoft.CodeAnalysis.IPropertySymbol)type.GetMembers("Size").Single();
        speed.Type.ToDisplayString().ShouldBe("double?");
        speed.IsRequired.ShouldBeFalse();
        size.Type.ToDisplayString().ShouldBe("string");
        size.IsRequired.ShouldBeTrue();
    }

    [Fact]
    public void The_contract_is_in_the_documentation()
    {
        var input = Input("Speed IAS in knots") with { Description = "Indicated air speed.", Minimum = 0, Maximum = 500 };
        var type = GeneratedCode.Type(Options(LearningTask.Binary, input), "Generated.StrikesInput");

        var comment = type.GetMembers("SpeedIASInKnots").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken);
        comment.ShouldNotBeNull().ShouldContain(
            "Indicated air speed. Column <c>Speed IAS in knots</c>, 0 to 500. Null when it is not known.");
    }

    [Theory]
    [InlineData(0.0, 500.0, "0 to 500 km/h &amp; more.")]
    [InlineData(null, null, ", in km/h &amp; more.")]
    public void The_unit_is_in_the_documentation(double? minimum, double? maximum, string expected)
    {
        var input = Input("Speed") with { Unit = "km/h & more", Minimum = minimum, Maximum = maximum };
        var type = GeneratedCode.Type(Options(LearningTask.Binary, input), "Generated.StrikesInput");

        type.GetMembers("Speed").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken).ShouldNotBeNull().ShouldContain(expected);
    }

    [Fact]
    public void Dates_bounds_are_written_as_dates()
    {
        var input = Input("Flight Date", ColumnType.Date) with { Minimum = 0, Maximum = 1 };
        var type = GeneratedCode.Type(Options(LearningTask.Binary, input), "Generated.StrikesInput");

        type.GetMembers("FlightDate").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken).ShouldNotBeNull().ShouldContain("1970-01-01 to 1970-01-02");
    }

    [Fact]
    public void Renaming_a_column_breaks_code_that_uses_it()
    {
        const string Consumer = "class C { object M() => new Generated.StrikesInput { Speed = 1 }; }";

        GeneratedCode.Findings(PredictorSource.Generate(Options(LearningTask.Binary, Input("Speed"))), Consumer).ShouldBeEmpty();
        GeneratedCode.Findings(PredictorSource.Generate(Options(LearningTask.Binary, Input("Velocity"))), Consumer)
            .ShouldHaveSingleItem().ShouldContain("CS0117");
    }

    [Fact]
    public void The_same_signature_gives_the_same_source()
    {
        var first = PredictorSource.Generate(Options(LearningTask.Binary, Input("Speed")));

        PredictorSource.Generate(Options(LearningTask.Binary, Input("Speed"))).ShouldBe(first);
        first.ShouldNotContain("\r");
    }

    [Theory]
    [InlineData("Damaged", true, null, "IsDamaged")]
    [InlineData("is_damaged", true, null, "IsDamaged")]
    [InlineData("has damage", true, null, "HasDamage")]
    [InlineData("Status", false, "bad", "IsBad")]
    [InlineData("Status", false, null, "IsPositive")]
    [InlineData("2", true, null, "Is2")]
    [InlineData("%", true, null, "IsPositive")]
    public void The_positive_property_says_what_positive_means(string label, bool statement, string? positive, string expected)
    {
        var options = Options(LearningTask.Binary, Input("x"));
        options = options with
        {
            Signature = options.Signature with { Label = label },
            LabelIsStatement = statement,
            PositiveClass = positive,
        };

        PredictorNames.For(options).Positive.ShouldBe(expected);
    }
}
