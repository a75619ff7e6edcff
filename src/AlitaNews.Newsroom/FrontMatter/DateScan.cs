using NodaTime;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Reads the parts of a date from left to right.</summary>
internal ref struct DateScan(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>A number of so many digits that no further digit follows.</summary>
    public bool TryNumber(int least, int most, out int value)
    {
        value = 0;
        var length = 0;
        while (length < _rest.Length && char.IsAsciiDigit(_rest[length]))
        {
            if (length == most)
                return false;
            value = (value * 10) + (_rest[length++] - '0');
        }

        if (length < least)
            return false;
        _rest = _rest[length..];
        return true;
    }

    public bool TryAny(ReadOnlySpan<char> characters, out char found)
    {
        found = _rest.IsEmpty ? '\0' : _rest[0];
        if (_rest.IsEmpty || !characters.Contains(found))
            return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>A year of four digits, or of two in this century, at the end of the date.</summary>
    public bool TryYear(out int year)
    {
        if (TryNumber(4, 4, out year))
            return year is > 0 and < 9999;
        if (!TryNumber(2, 2, out year))
            return false;
        year += 2000;
        return true;
    }

    /// <summary>A time after <c>T</c> or blanks.</summary>
    public bool TryTime(out LocalTime time, out string problem)
    {
        time = default;
        problem = "is not a date: after the day only a time can stand";
        if (!TryAny("Tt", out _) && !TrySkipBlanks())
            return false;
        if (!TryNumber(1, 2, out var hour) || !TryAny(":", out _) || !TryNumber(2, 2, out var minute))
            return false;
        var second = 0;
        var nanoseconds = 0L;
        if (TryAny(":", out _))
        {
            if (!TryNumber(2, 2, out second))
                return false;
            if (TryAny(".", out _) && !TryFraction(out nanoseconds))
                return false;
        }

        problem = "has a time that no clock has";
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        time = new LocalTime(hour, minute, second).PlusNanoseconds(nanoseconds);
        return true;
    }

    /// <summary>Nothing, <c>Z</c>, <c>UTC</c>, <c>±HH:MM</c>, <c>±HHMM</c>, <c>±HH</c> or <c>±H</c>, and then the end.</summary>
    public bool TryOffset(out Offset? offset)
    {
        offset = null;
        TrySkipBlanks();
        if (AtEnd)
            return true;
        if (_rest.Equals("Z", StringComparison.OrdinalIgnoreCase) || _rest.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            offset = Offset.Zero;
            return true;
        }

        if (!TryAny("+-\u2212", out var sign))
            return false;
        var minutes = 0;
        if (_rest.Length == 4 && TryNumber(4, 4, out var hours))
        {
            minutes = hours % 100;
            hours /= 100;
        }
        else if (!TryNumber(1, 2, out hours) || (TryAny(":", out _) && !TryNumber(2, 2, out minutes)))
        {
            return false;
        }

        var total = (hours * 60) + minutes;
        if (!AtEnd || minutes > 59 || total > 18 * 60)
            return false;
        offset = Offset.FromSeconds((sign == '+' ? total : -total) * 60);
        return true;
    }

    // Nanoseconds are kept, what is finer is not.
    private bool TryFraction(out long nanoseconds)
    {
        nanoseconds = 0;
        var length = 0;
        for (; length < _rest.Length && char.IsAsciiDigit(_rest[length]); length++)
        {
            if (length < 9)
                nanoseconds = (nanoseconds * 10) + (_rest[length] - '0');
        }

        for (var i = length; i < 9; i++)
            nanoseconds *= 10;
        _rest = _rest[length..];
        return length > 0;
    }

    private bool TrySkipBlanks()
    {
        var before = _rest.Length;
        _rest = _rest.TrimStart();
        return _rest.Length < before;
    }
}
