using System.Net;

namespace Portal.Benchmarks;

/// <summary>An answer of the portal, byte for byte.</summary>
sealed record Answer
{
    public required int Status { get; init; }

    /// <summary>All headers but those that the server itself writes: date, length and the like.</summary>
    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    public required byte[] Body { get; init; }

    public string? this[string header] => Headers.FirstOrDefault(h => h.Name.Equals(header, StringComparison.OrdinalIgnoreCase)).Value;

    public static async Task<Answer> Of(Uri address, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        return new Answer
        {
            Status = (int)response.StatusCode,
            Headers = [.. response.Headers.Concat(response.Content.Headers)
                .Where(h => h.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
                .Select(h => (h.Key, string.Join(", ", h.Value)))],
            Body = await response.Content.ReadAsByteArrayAsync(),
        };
    }
}
