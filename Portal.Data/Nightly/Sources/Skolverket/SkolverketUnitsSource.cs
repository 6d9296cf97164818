using Portal.Data.Model;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;
using Portal.Data.Nightly.Sources.Units;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>Schools, their owners and what has become of them, as Skolverket's APIs tell it.</summary>
internal sealed class SkolverketUnitsSource : IFetchedSource
{
    public Task Fetch(SourceFetch fetch, CancellationToken ct) => SkolverketFetch.Units(fetch, ct);

    public void Read(SourceReading reading)
    {
        reading.KeepSource();
        var schools = Schools(reading);
        var work = new Work(reading, new UnitIdentity(reading, reading.Profile.SkolverketUnits!.IdScheme));
        foreach (var school in schools.Values.OrderBy(s => s.Code, StringComparer.Ordinal))
            work.Take(school);
        work.End();
    }

    private static Dictionary<string, School> Schools(SourceReading reading)
    {
        var schools = new Dictionary<string, School>(StringComparer.Ordinal);
        foreach (var file in SkolverketResponses.Files(reading))
        {
            foreach (var response in SkolverketResponses.In(reading.Folder, file))
            {
                foreach (var school in School.Of(response.Body))
                {
                    if (!schools.TryGetValue(school.Code, out var other))
                        schools.Add(school.Code, school);
                    else
                        schools[school.Code] = school.Answer > other.Answer ? school.Over(other) : other.Over(school);
                }
            }
            reading.Progress($"{file}, {schools.Count} skolenheter");
        }
        return schools;
    }

    private sealed class Work(SourceReading reading, UnitIdentity identity)
    {
        private const string Place = "skolenheter";

        private readonly SkolverketUnitsProfile profile = reading.Profile.SkolverketUnits!;
        private readonly Dictionary<string, int> leftOut = [];

        public void Take(School school)
        {
            var (picture, delivery) = (reading.Picture, reading.Delivery);
            delivery.CountRow();
            var known = identity.Known(school.Code);
            var area = school.Forms.Select(f => profile.ServiceAreas.GetValueOrDefault(f)).FirstOrDefault(a => a is not null) ?? known?.ServiceAreaId;
            if (school.Status == "UPPHORT" && known is not null)
                Close(known, school);
            else if (LeftOut(school, known, area) is { } reason)
                leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
            else if (Fault(school, area) is { } fault)
                delivery.Reject(Place, fault.Reason, fault.Detail);
            else if (identity.Take(new RegisteredUnit(school.Code, Unit(school, area!), school.ChangedOn), u => WithProvider(u, school), out var refusal) is null)
                delivery.Reject(Place, refusal!.Value.Reason, refusal.Value.Detail);
            else if (picture.Events.Remove((identity.Known(school.Code)!.UnitId, ClosedId)))
                delivery.Remark(Place, "Skolenheten har öppnat igen", $"{school.Code} {school.Name}");
        }

        public void End()
        {
            identity.UnlistTheRest();
            if (identity.Joined > 0)
                reading.Delivery.Notes.Add($"{identity.Joined} av skolenheterna finns också i en annan källa och har fått den här källans id bredvid sitt.");
            foreach (var (reason, count) in leftOut.OrderBy(l => l.Key, StringComparer.Ordinal))
                reading.Delivery.Notes.Add($"{reason}: {count}");
        }

        private static string ClosedId => "closed";

        private static string? LeftOut(School school, UnitRow? known, string? area) =>
            school.IsNoSchoolHere ? "Utomlands, eller ingen skola, lämnas utanför"
            : school.Status is "UPPHORT" or "PLANERAD" || (school.Status == "VILANDE" && known is null) ? "Ej i gång, lämnas utanför"
            : area is null && school.Forms.Count > 0 ? "Annan skolform, lämnas utanför"
            : null;

        private (string Reason, string Detail)? Fault(School school, string? area)
        {
            var who = $"{school.Code} {school.Name}".Trim();
            return school.Code.Length == 0 || school.Code.Any(c => !char.IsAsciiLetterOrDigit(c)) ? ("Skolenhetskoden går inte att läsa", who)
                : school.Name is null ? ("Namnet saknas", who)
                : area is null || school.MunicipalityCode is null ? ("Svaret säger inte kommun och skolform", who)
                : Widths.Fault(profile.IdPrefix + school.Code, school.Name, school.Address ?? "", school.OwnerName ?? "") is { } tooLong ? (tooLong, who)
                : !reading.Picture.Municipalities.ContainsKey(school.MunicipalityCode) ? ("Okänd kommun", $"{who}, {school.MunicipalityCode}")
                : !reading.Picture.ServiceAreas.ContainsKey(area) ? ("Okänt verksamhetsområde", area)
                : null;
        }

        private UnitRow Unit(School school, string area) => new()
        {
            UnitId = profile.IdPrefix + school.Code,
            MunicipalityCode = school.MunicipalityCode!,
            ServiceAreaId = area,
            Ownership = school.Ownership,
            Name = school.Name!,
            SortKey = SearchNames.SortKey(school.Name!),
            SearchName = SearchNames.SearchName(school.Name!),
            Address = school.Address,
            PostalCode = UnitFacts.PostalCode(school.PostalCode ?? ""),
            Latitude = school.Latitude,
            Longitude = school.Longitude,
            IsListed = true,
            SourceId = reading.SourceId,
        };

        private UnitRow WithProvider(UnitRow unit, School school)
        {
            if (school.OwnerName is not { } name)
                return unit;
            var number = UnitFacts.OrganisationNumber(school.OwnerNumber ?? "");
            var provider = UnitFacts.Provider(UnitFacts.OwnerName(name), number, school.Ownership, reading.SourceId);
            reading.Picture.Providers[provider.ProviderId] = provider;
            return unit with { ProviderId = provider.ProviderId };
        }

        // The unit is unlisted with those that the register no longer gives; its page, ids and figures stay.
        private void Close(UnitRow unit, School school)
        {
            var picture = reading.Picture;
            picture.Keep(new UnitOutsideIdRow { SourceId = reading.SourceId, OutsideId = school.Code, UnitId = unit.UnitId, IdScheme = profile.IdScheme });
            if (!picture.Events.Values.Any(e => e.UnitId == unit.UnitId && e.Kind is "closed" or "merged" && e.SourceId != reading.SourceId))
            {
                picture.Events[(unit.UnitId, ClosedId)] = new UnitEventRow
                {
                    UnitId = unit.UnitId,
                    EventId = ClosedId,
                    Kind = "closed",
                    HappenedOn = school.EndedOn,
                    SourceId = reading.SourceId,
                };
            }
        }
    }
}
