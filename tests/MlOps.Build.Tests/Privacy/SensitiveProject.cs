using System.Globalization;
using System.Text;

namespace MlOps.Build.Tests.Privacy;

/// <summary>Files of a model project whose sensitive columns hold values that stand nowhere else.</summary>
internal static class SensitiveProject
{
    public const string Schema = """
        columns:
          - name: width
            type: int64
          - name: height
            type: int64
          - name: owner
            type: string
            sensitive: true
            pattern: '^[^!]*$'
            severity: warning
          - name: account
            type: int64
            sensitive: true
            max: 919000000000
            severity: warning
          - name: district
            type: string
            sensitive: true
          - name: patient
            type: string
            sensitive: true
          - name: born
            type: date
            sensitive: true
          - name: good
            type: string
        """;

    public const string Configuration = """
        task: binary
        label:
          name: good
          column: good
          positive: ["yes"]
        split: { by: group, column: patient }
        trainer: gradient-boosted-trees
        compare_with: [logistic-regression]
        hyperparameters:
          num_iterations: 10
        evaluation:
          resamples: 100
          slices: [district]
          minimum_slice_rows: 5
          backtest: { folds: 3 }
        """;

    public const string Checklist = """
        - [ ] Better than a coin `auc >= 0.5`
        - [ ] No district falls behind `min(slices("district", rows: 5).auc) >= 0.99`
        - [ ] No district is far ahead `warn: max(slices("district", rows: 5).log_loss) <= 0`
        - [ ] Every fold `min(windows().auc) >= 0`
        - [ ] Read by its owner
        """;

    private static readonly string[] Districts = ["Nebelhain-West", "Ödland & \"Süd\"", "Quarzbruch<4711>"];

    /// <summary>Values of the rows, of rows that break a rule, and of a row whose number is none.</summary>
    public static IReadOnlyList<PlantedValue> Planted { get; } =
    [
        new(Owner(3)), new(Owner(77)), new("Wolkenbruch!Xaver-Jörgsson"), new(Account(5)), new(Account(41)), new("987654321012"),
        .. Districts.Select(district => new PlantedValue(district)), new(Patient(2)), new(Patient(9)), new("1937-04-13"), new("12Kummerspeck34"),
    ];

    public static string Data(bool broken = false)
    {
        var text = new StringBuilder("width,height,owner,account,district,patient,born,good\n");
        for (var i = 0; i < 300; i++)
        {
            var (width, height) = (i * 37 % 101, i * 53 % 89);
            var good = width + height + (i * 71 % 60) > 120 ? "yes" : "no";
            var owner = i == 110 ? "Wolkenbruch!Xaver-Jörgsson" : Owner(i % 100);
            var account = i == 120 ? "987654321012" : broken && i == 130 ? "12Kummerspeck34" : Account(i);
            var district = Districts[i % 3].Replace("\"", "\"\"", StringComparison.Ordinal);
            var born = i % 4 == 0 ? "1937-04-13" : $"19{50 + (i % 40)}-06-01";
            text.Append(CultureInfo.InvariantCulture, $"{width},{height},{owner},{account},\"{district}\",{Patient(i % 60)},{born},{good}\n");
        }

        return text.ToString();
    }

    private static string Owner(int i) => $"Xanthippe-Größe-{i:000}-Zwirn";

    private static string Account(int i) => $"{918_273_645_001 + (i * 7919L)}";

    private static string Patient(int i) => $"PAT/{i:00}/Vogelsang";
}
