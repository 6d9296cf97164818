namespace Portal.Data.Nightly;

/// <summary>
/// A source cannot be used as it is: a file is away, its header is wrong, its profile does not hold. The message is
/// Swedish and says what, where and how to mend it. The night goes on with the other sources.
/// </summary>
public sealed class SourceFaultException : Exception
{
    /// <summary>A fault without words.</summary>
    public SourceFaultException() { }

    /// <summary>A fault told in one or two sentences.</summary>
    public SourceFaultException(string message) : base(message) { }

    /// <summary>A fault told in one or two sentences, with its cause.</summary>
    public SourceFaultException(string message, Exception inner) : base(message, inner) { }
}
