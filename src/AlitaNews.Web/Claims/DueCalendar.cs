using System.Globalization;
using System.Text;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;

namespace AlitaNews.Web.Claims;

/// <summary>The due dates of open claims as a calendar (RFC 5545): one whole day each, the last of its period. Pure.</summary>
public static class DueCalendar
{
    private const int MostOctets = 75;

    /// <summary>The calendar's text.</summary>
    /// <param name="claims">Open claims with a due date.</param>
    /// <param name="name">What readers call the calendar.</param>
    /// <param name="origin">The public origin, without a slash at its end.</param>
    public static string Write(IEnumerable<ClaimFacts> claims, string name, string origin)
    {
        var host = new Uri(origin).Host;
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//AlitaNews//Due dates//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "X-WR-CALNAME:" + Escape(name));
        foreach (var claim in claims)
        {
            if (claim.State.Due is { } written && DuePeriod.Parse(written) is { IsNone: false } due)
                Event(text, claim, due, host, origin);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    // The stamps are those of the claim, not of the moment: a calendar that did not change keeps its bytes.
    private static void Event(StringBuilder text, ClaimFacts claim, DuePeriod due, string host, string origin)
    {
        var state = claim.State;
        var sentence = state.Wording.Text ?? claim.Id;
        var changed = state.Updated.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var verdict = VerdictWords.Label(state.Display, state.Status);
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:claim-{Uri.EscapeDataString(claim.Id)}@{host}");
        Line(text, "DTSTAMP:" + changed);
        Line(text, "LAST-MODIFIED:" + changed);
        Line(text, "DTSTART;VALUE=DATE:" + Date(due.LastDay));
        Line(text, "DTEND;VALUE=DATE:" + Date(due.LastDay.AddDays(1)));
        Line(text, "SUMMARY:" + Escape($"{verdict}: {sentence}"));
        Line(text, "DESCRIPTION:" + Escape($"{VerdictWords.Due(state)}{(state.Wording.Test is { } test ? $" What would settle it: {test}" : "")}"));
        Line(text, $"URL:{origin}/claims/{Uri.EscapeDataString(claim.Id)}");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    /// <summary>One line, folded before its 76th octet and never inside a letter.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
