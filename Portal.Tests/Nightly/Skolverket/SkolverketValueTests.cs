using Portal.Data.Model;
using Portal.Data.Nightly.Sources.Skolverket;

namespace Portal.Tests.Nightly.Skolverket;

/// <summary>Every sign and type of value is told apart from every other, and none is a zero.</summary>
public sealed class SkolverketValueTests
{
    [Theory]
    [InlineData("84,6", "EXISTS", ObservationState.Published, 84.6, false)]
    [InlineData("0,0", "EXISTS", ObservationState.Published, 0.0, false)]
    [InlineData("284", "EXISTS", ObservationState.Published, 284.0, false)]
    [InlineData("cirka 270", "EXISTS", ObservationState.Published, 270.0, true)]
    [InlineData("~100", "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE", ObservationState.Published, 100.0, true)]
    [InlineData("..", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS", ObservationState.Suppressed, null, false)]
    [InlineData(".", "MISSING", ObservationState.Missing, null, false)]
    [InlineData("", "MISSING", ObservationState.Missing, null, false)]
    [InlineData(null, "MISSING", ObservationState.Missing, null, false)]
    [InlineData("*", "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION", ObservationState.NotApplicable, null, false)]
    public void A_value_means_what_its_sign_and_its_type_say(string? text, string type, ObservationState state, double? value, bool isApproximate)
    {
        var expected = new SkolverketValue(state, value, isApproximate);

        Assert.Null(SkolverketValue.Fault(text, type, out var read));
        Assert.Equal(expected, read);
        // The downloaded files have no column of types: the sign alone says the same.
        Assert.Null(SkolverketValue.Fault(text, null, out read));
        Assert.Equal(expected, read);
    }

    [Theory]
    [InlineData("..", "EXISTS")]
    [InlineData("84,6", "MISSING")]
    [InlineData("0", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS")]
    [InlineData("100", "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE")]
    [InlineData("~100", "EXISTS")]
    [InlineData("cirka 270", "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE")]
    [InlineData("", "EXISTS")]
    public void A_sign_and_a_type_that_contradict_each_other_are_no_value(string text, string type) =>
        Assert.Equal("Värdet och värdetypen säger emot varandra", SkolverketValue.Fault(text, type, out _));

    [Theory]
    [InlineData("84,6", "ESTIMATED", "Okänd värdetyp")]
    [InlineData("84,6", "", "Okänd värdetyp")]
    [InlineData("84.6", "EXISTS", "Värdet går inte att läsa")]
    [InlineData("-", "EXISTS", "Värdet går inte att läsa")]
    [InlineData("...", "MISSING", "Värdet går inte att läsa")]
    [InlineData("cirka", "EXISTS", "Värdet går inte att läsa")]
    [InlineData("~", "EXISTS", "Värdet går inte att läsa")]
    [InlineData("ungefär 90", "EXISTS", "Värdet går inte att läsa")]
    public void What_nobody_has_said_the_meaning_of_is_not_guessed(string text, string type, string reason) =>
        Assert.Equal(reason, SkolverketValue.Fault(text, type, out _));

    [Theory]
    [InlineData("2023/24", 2023)]
    [InlineData("1999/00", 1999)]
    [InlineData("2023/25", null)]
    [InlineData("2023/2024", null)]
    [InlineData("2023", null)]
    [InlineData("2023-24", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_school_year_is_known_by_the_year_it_begins(string? text, int? year) => Assert.Equal(year, SkolverketValue.SchoolYear(text));
}
