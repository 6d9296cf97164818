using Portal.Data.Model;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Matching;

/// <summary>A unit as the register has it: what survey units are matched to.</summary>
public sealed record RegisterUnit
{
    /// <summary>The portal's id of the unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>Four figures, with the leading zero.</summary>
    public required string MunicipalityCode { get; init; }

    /// <summary>The service area's id.</summary>
    public required string ServiceAreaId { get; init; }

    /// <summary>The name as registered.</summary>
    public required string Name { get; init; }

    /// <summary>Street and number; null when the register has none.</summary>
    public string? Address { get; init; }

    /// <summary>One of <see cref="Ownerships"/>; null when unknown. Needed by the weaker rules.</summary>
    public string? Ownership { get; init; }

    /// <summary>Who runs the unit; null when unknown. Units of one provider tell which words are the provider's own.</summary>
    public string? ProviderId { get; init; }

    internal static RegisterUnit Of(UnitRow unit) => new()
    {
        UnitId = unit.UnitId,
        MunicipalityCode = unit.MunicipalityCode,
        ServiceAreaId = unit.ServiceAreaId,
        Name = unit.Name,
        Address = unit.Address,
        Ownership = unit.Ownership,
        ProviderId = unit.ProviderId,
    };

    internal bool? RunByMunicipality =>
        Ownership is null ? null : string.Equals(Ownership, Ownerships.Municipal, StringComparison.Ordinal);
}
