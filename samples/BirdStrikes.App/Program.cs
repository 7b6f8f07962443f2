using BirdStrikes;

var predictor = new BirdStrikesPredictor();

var selfTest = predictor.SelfTest();
Console.WriteLine($"self-test {(selfTest.Passed ? "passed" : "failed: " + selfTest.Failure)}, {selfTest.Rows} rows");

var strike = new BirdStrikesInput
{
    AirportName = "DENVER INTL AIRPORT",
    AircraftMakeModel = "B-737-300",
    AircraftAirlineOperator = "UNITED AIRLINES",
    OriginState = "Colorado",
    PhaseOfFlight = "Climb",
    WildlifeSize = "Large",
    WildlifeSpecies = "Canada goose",
    TimeOfDay = "Day",
    SpeedIASInKnots = 210,
};
BirdStrikesPrediction[] predictions = [predictor.Predict(strike), .. predictor.Predict([strike with { WildlifeSize = "Small" }])];
foreach (var prediction in predictions)
    Console.WriteLine(FormattableString.Invariant($"damaged: {prediction.IsDamaged}, probability {prediction.Probability:0.000}"));

return selfTest.Passed ? 0 : 1;
