using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Hosting;

/// <summary>
/// Who answers for the site and how readers reach them: on the contact page and in the accessibility statement. All
/// empty is allowed, so that the program runs without settings; the pages then say that nothing is filled in.
/// </summary>
public sealed class ContactOptions : IValidatableObject
{
    /// <summary>The organisation that answers for the site.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its e-mail address.</summary>
    public string Email { get; set; } = "";

    /// <summary>Its telephone number, as people write it.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Its postal address, on one line.</summary>
    public string Address { get; set; } = "";

    /// <summary>Whether readers are told anything.</summary>
    public bool IsSet => new[] { Name, Email, Phone, Address }.Any(v => !string.IsNullOrWhiteSpace(v));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsSet)
            yield break;
        if (string.IsNullOrWhiteSpace(Name))
            yield return new ValidationResult("Portal:Contact:Name saknas: skriv vem som ansvarar för portalen.", [nameof(Name)]);
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone))
            yield return new ValidationResult("Portal:Contact:Email eller Portal:Contact:Phone behövs, så att läsare kan höra av sig.", [nameof(Email)]);
        if (!string.IsNullOrWhiteSpace(Email) && (!new EmailAddressAttribute().IsValid(Email) || Email.Any(c => char.IsWhiteSpace(c) || c is '?' or '&' or '<' or '>')))
            yield return new ValidationResult("Portal:Contact:Email är ingen e-postadress.", [nameof(Email)]);
        if (!string.IsNullOrWhiteSpace(Phone) && (Phone.Count(char.IsAsciiDigit) < 5 || Phone.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '-' or ' ' or '(' or ')'))))
            yield return new ValidationResult("Portal:Contact:Phone är inget telefonnummer: använd siffror, mellanslag, bindestreck och plus.", [nameof(Phone)]);
    }
}
