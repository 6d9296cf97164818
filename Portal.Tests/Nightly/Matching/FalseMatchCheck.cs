using Portal.Data.Model;
using Portal.Data.Nightly.Matching;

namespace Portal.Tests.Nightly.Matching;

/// <summary>
/// Looks for false matches by what the matcher does not use: house numbers read in another way, the survey's
/// word on ownership, the number invited against the register's number of children, and the survey's areas
/// against the register's coordinates.
/// </summary>
internal sealed class FalseMatchCheck(RealUnits real)
{
    /// <summary>A survey's id and the register unit it is said to be.</summary>
    internal sealed record Pair(string OutsideId, string UnitId);

    public bool HouseNumbersDiffer(Pair pair)
    {
        var survey = RealUnits.HouseNumbers(real.Reports[pair.OutsideId][0].Name);
        var unit = real.ById[pair.UnitId].Unit;
        return survey.Count > 0 &&
               !survey.SequenceEqual(RealUnits.HouseNumbers(unit.Name)) &&
               !survey.SequenceEqual(RealUnits.HouseNumbers(unit.Address ?? ""));
    }

    public bool OwnershipDiffers(Pair pair) =>
        real.Reports[pair.OutsideId].Any(r => r.IsIndependent == (real.ById[pair.UnitId].Unit.Ownership == Ownerships.Municipal));

    /// <summary>The middle number invited by the number of children; null when either is unknown. The reports of 2024
    /// are of single departments and are left out.</summary>
    public double? InvitedByChildren(Pair pair)
    {
        var invited = real.Reports[pair.OutsideId].Where(r => r.Year < 2024).Select(r => r.Invited).OfType<double>().Order().ToArray();
        return invited.Length == 0 || real.ById[pair.UnitId].Children is not { } children
            ? null
            : (invited[(invited.Length - 1) / 2] + invited[invited.Length / 2]) / 2 / children;
    }

    public bool SizeDiffers(Pair pair) => InvitedByChildren(pair) is < 0.5 or > 1.4;

    /// <summary>
    /// The municipal units, by round, whose seven nearest neighbours of the same round all lie in other areas of the
    /// survey: where a false match would have moved them.
    /// </summary>
    public (IReadOnlyList<Pair> Isolated, int Compared) OutOfTheirArea(IReadOnlyCollection<Pair> pairs)
    {
        var places = pairs
            .Select(pair => (pair, unit: real.ById[pair.UnitId]))
            .Where(x => x.unit is { Latitude: not null, Unit.Ownership: Ownerships.Municipal })
            .SelectMany(x => real.Reports[x.pair.OutsideId], (x, report) => (x.pair, x.unit, report.Year, report.Area))
            .ToArray();
        var isolated = places
            .Where(one => !places
                .Where(other => other.Year == one.Year && other.pair.UnitId != one.pair.UnitId)
                .OrderBy(other => Distance(one.unit, other.unit))
                .Take(7)
                .Any(other => other.Area == one.Area))
            .Select(one => one.pair)
            .ToArray();
        return (isolated, places.Length);
    }

    /// <summary>Register units that would have two different reports for one year.</summary>
    public IEnumerable<string> WithTwoReportsForAYear(IEnumerable<MatchResult> results) =>
        results
            .Where(r => r.UnitId is not null)
            .SelectMany(r => real.Reports[r.Survey.OutsideId].Where(report => !r.RepeatedPeriods.Contains(report.Year)), (r, report) => (r.UnitId, report.Year))
            .GroupBy(x => x)
            .Where(g => g.Skip(1).Any())
            .Select(g => g.Key.UnitId!);

    // Good enough over a city: a degree of longitude is about half a degree of latitude at 58 degrees north.
    private static double Distance(RealUnits.Preschool one, RealUnits.Preschool other) =>
        Math.Pow(one.Latitude!.Value - other.Latitude!.Value, 2) + Math.Pow((one.Longitude!.Value - other.Longitude!.Value) * 0.53, 2);
}
