using Bunit;
using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Tests.Support;
using Portal.Web.Components.Tables;

namespace Portal.Tests.Components.Tables;

public sealed class BesideCellTests : ComponentTest
{
    private static readonly Figure Share = new()
    {
        SurveyId = "enkat",
        Kind = "share",
        Unit = "percent",
        Period = 2024,
        State = ObservationState.Published,
        Value = 75,
    };

    private static readonly Figure Mean = Share with { Kind = "mean", Unit = "score", Value = 4.2, Decimals = 1, ScaleHigh = 5 };

    [Fact]
    public void Both_share_and_mean_are_shown() =>
        Assert.Equal("de flesta är positiva 75 % Medelbetyg 4,2 av 5", Text(new Beside { Figure = Share, Mean = Mean }));

    [Fact]
    public void A_mean_alone_stands_alone() => Assert.Equal("medelbetyg 4,2 av 5", Text(new Beside { Mean = Mean }));

    [Fact]
    public void A_mean_alone_has_the_unit_s_own_mean_beside_it_since_a_share_cannot_be_set_against_it()
    {
        Assert.Equal("medelbetyg 4,2 av 5 enheten har 4,8 av 5", Text(new Beside { Mean = Mean }, Mean with { Value = 4.8 }));
        Assert.Equal("de flesta är positiva 75 % Medelbetyg 4,2 av 5", Text(new Beside { Figure = Share, Mean = Mean }, Mean with { Value = 4.8 }));
        Assert.Equal("medelbetyg 4,2 av 5", Text(new Beside { Mean = Mean }, Mean with { State = ObservationState.Suppressed, Value = null }));
    }

    [Fact]
    public void Neither_says_why()
    {
        Assert.Equal("uppgift saknas för samma år", Text(new Beside()));
        Assert.Equal("undersökningen görs bara i en kommun", Text(new Beside { IsLocalSurvey = true }));
    }

    [Fact]
    public void A_protected_share_says_so_beside_the_mean() => Assert.Equal(
        "skyddat: för få svar Medelbetyg 4,2 av 5",
        Text(new Beside { Figure = Share with { State = ObservationState.Suppressed, Value = null }, Mean = Mean }));

    private string Text(Beside beside, Figure? own = null) =>
        Plain(string.Concat(Render<BesideCell>(p => p.Add(c => c.Beside, beside).Add(c => c.OwnMean, own)).Nodes.Select(n => n.TextContent)));
}
