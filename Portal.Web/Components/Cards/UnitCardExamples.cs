using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Cards;

/// <summary>The unit card in its states.</summary>
public static class UnitCardExamples
{
    private static readonly UnitRow Unit = new()
    {
        Scope = Scopes.Unit,
        SubjectId = "exempel-1",
        SubjectName = "Solens förskola",
        MunicipalityCode = "9903",
        MunicipalityName = "Åmåla",
        IsSample = true,
        ServiceAreaId = "forskola",
        ServiceAreaName = "Förskola",
        Ownership = Ownerships.Private,
        ProviderName = "Solbarn AB",
        IsListed = true,
        MeasureId = "nojd",
        SurveyId = "exempelenkat",
        Kind = "share",
        Unit = "percent",
        PeriodKind = "round",
        Period = 2024,
        NewestRound = 2024,
        State = ObservationState.Published,
        Value = 82,
        Respondents = 45,
        Invited = 60,
        ResponseRate = 75,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Of("med resultat", Unit),
        Of("att kryssa för", Unit, canPick: true),
        Of("förkryssad", Unit, canPick: true, isPicked: true),
        Of("med en äldre uppgift", Unit with { Period = 2021 }),
        Of("med skyddat resultat", Unit with { State = ObservationState.Suppressed, Value = null, Respondents = 3, ResponseRate = 5 }),
        Of("utan känt antal svar", Unit with { Respondents = null, Invited = null, ResponseRate = null }),
        Of("utan resultat", Unit with { MeasureId = "", State = null, Value = null, Respondents = null, Invited = null, ResponseRate = null }),
        Of("som inte längre finns i registret, med okänd ägare", Unit with { IsListed = false, Ownership = null, ProviderName = null }),
        Of("med långt namn", Unit with { SubjectName = "Föräldrakooperativet Vildrosens montessoriförskola i Södra Exempelköping ekonomisk förening" }),
    ];

    private static ComponentExample Of(string name, UnitRow unit, bool canPick = false, bool isPicked = false) => new(name, new Dictionary<string, object?>
    {
        [nameof(UnitCard.Unit)] = unit,
        [nameof(UnitCard.CanPick)] = canPick,
        [nameof(UnitCard.IsPicked)] = isPicked,
    });
}
