using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Claims;

/// <summary>
/// The state machine of <c>content.md</c>, section 8: takes a claim's events in fold order and keeps what they amount to. What depends on
/// the clock (overdue, stale) or on other claims (superseded) is not its business: see <see cref="ClaimTimeline"/>.
/// </summary>
internal sealed class ClaimFold(ClaimFile? file, ClaimRules rules)
{
    private const string WriteAfter = "write `after` with the other article's id and a `note`, or `status-lock` in the claim's file";

    private readonly List<ClaimReport> _reports = [];
    private readonly List<(string Article, ClaimStatus Was, ClaimStatus Now, string By)> _wrongVerdicts = [];

    // The verdicts that stand: those of the present status, and while disputed all that take part.
    private readonly List<ClaimEvent> _verdicts = [];
    private ClaimEvent? _firstDueBy;

    /// <summary>The last event that was folded, or null.</summary>
    public ClaimEvent? Last { get; private set; }

    public ClaimStatus? Status { get; private set; }

    /// <summary>The event that brought the present status, or null.</summary>
    public ClaimEvent? DecidedBy { get; private set; }

    public bool Disputed { get; private set; }

    public bool Held { get; private set; }

    /// <summary>The articles whose closing was held, in fold order.</summary>
    public IReadOnlyList<string> HeldArticles { get; private set; } = [];

    /// <summary>Only slipped, reversed and reopened: what happened once stays told.</summary>
    public ClaimFlags Flags { get; private set; }

    public DuePeriod? Due { get; private set; }

    public DuePeriod? FirstDue { get; private set; }

    public int Grace { get; private set; } = rules.Grace;

    public ClaimWording Wording { get; private set; } = new() { Text = file?.Text };

    /// <summary>Verdicts that were reversed, with the articles that gave them.</summary>
    public IReadOnlyList<(string Article, ClaimStatus Was, ClaimStatus Now, string By)> WrongVerdicts => _wrongVerdicts;

    /// <summary>What is wrong with the events folded so far.</summary>
    public IEnumerable<ClaimReport> ListReports()
    {
        foreach (var report in _reports)
            yield return report;
        if (_firstDueBy is not null && Wording.Test is null)
        {
            yield return new ClaimReport(
                DiagnosticCatalogue.DueWithoutTest, _firstDueBy, $"claim \"{_firstDueBy.Claim}\" has a due date but no test", "write `test`: what would settle it");
        }
    }

    /// <summary>Folds one more event.</summary>
    public void Apply(ClaimEvent next)
    {
        Last = next;
        CheckText(next);
        Wording = Wording.With(next);
        if (next.Entry.Status is not { } status)
            return;

        string? reason = null;
        var counts = status.IsOpen() ? Open(next, status, ref reason)
            : status == ClaimStatus.Withdrawn ? Withdraw(next, ref reason)
            : Close(next, status, ref reason);
        if (!counts)
            return;

        Held = false;
        TakeDue(next, ref reason);
        if (reason is not null && string.IsNullOrWhiteSpace(next.Entry.Note))
            Report(DiagnosticCatalogue.MissingNote, next, $"claim \"{next.Claim}\" is {reason} without a note", "write `note`: why it changed");
    }

    private bool Open(ClaimEvent next, ClaimStatus status, ref string? reason)
    {
        if (Status is null && next.Voices.Count == 0 && !next.Entry.Implicit)
            Report(DiagnosticCatalogue.OpenWithoutSource, next, $"claim \"{next.Claim}\" names no source", "write `sources`: who says so");
        if (Status is { } before && !before.IsOpen())
        {
            Flags |= ClaimFlags.Reopened;
            reason = "reopened";
        }

        Decide(next, status);
        return true;
    }

    private bool Withdraw(ClaimEvent next, ref string? reason)
    {
        if (Status != ClaimStatus.Withdrawn || Disputed)
        {
            reason = "withdrawn";
            Decide(next, ClaimStatus.Withdrawn);
        }

        _verdicts.Add(next);
        return true;
    }

    private bool Close(ClaimEvent next, ClaimStatus status, ref string? reason)
    {
        if (Status == status && !Disputed)
        {
            _verdicts.Add(next);
            return true;
        }

        if (!next.HasEvidence)
        {
            Hold(next, status);
            return false;
        }

        if (Status is { } before && !before.IsOpen())
        {
            if (FindRival(next, status) is { } rival)
            {
                Dispute(next, status, rival);
                return false;
            }

            foreach (var wrong in _verdicts.Where(verdict => verdict.Entry.Status != status))
                _wrongVerdicts.Add((wrong.Article, wrong.Entry.Status!.Value, status, next.Article));
            if (before != status)
            {
                Flags |= ClaimFlags.Reversed;
                reason = "reversed";
            }
        }

        Decide(next, status);
        _verdicts.Add(next);
        return true;
    }

    private void Decide(ClaimEvent by, ClaimStatus status)
    {
        // A dispute may end where it began: the verdict stands since it was first given.
        if (Status != status)
        {
            Status = status;
            DecidedBy = by;
        }

        // Whoever said the same in the dispute stands too: who says otherwise on that day has to answer them all.
        Disputed = false;
        _verdicts.RemoveAll(verdict => verdict.Entry.Status != status);
    }

    private void Hold(ClaimEvent next, ClaimStatus status)
    {
        Held = true;
        HeldArticles = [.. HeldArticles, next.Article];
        if (Status is null)
            Decide(next, ClaimStatus.Unverified);
        Report(
            DiagnosticCatalogue.MissingEvidence,
            next,
            $"claim \"{next.Claim}\" is {status.Word()} without evidence; the change is held",
            "write `evidence`, or name a source whose file says official, document or on-record");
    }

    private void Dispute(ClaimEvent next, ClaimStatus status, ClaimEvent rival)
    {
        Disputed = true;
        _verdicts.Add(next);
        if (file?.StatusLock is null)
        {
            var message = $"claim \"{next.Claim}\" is {status.Word()} here and {rival.Entry.Status!.Value.Word()} in {rival.Path} on the same day";
            Report(DiagnosticCatalogue.Conflict, next, $"{message} ({next.Path})", WriteAfter, next.StatusAt);
        }
    }

    /// <summary>A standing verdict of the same day by another article that says otherwise and is not overruled, or null.</summary>
    private ClaimEvent? FindRival(ClaimEvent next, ClaimStatus status)
    {
        var day = rules.Zone.DayOf(next.OrderedAt);
        return _verdicts.Find(verdict => verdict.Entry.Status != status
            && verdict.Article != next.Article
            && !next.Entry.After.Contains(verdict.Article)
            && rules.Zone.DayOf(verdict.OrderedAt) == day);
    }

    private void TakeDue(ClaimEvent next, ref string? reason)
    {
        Grace = next.Entry.Grace ?? Grace;
        if (next.Entry.Due is not { } written || DuePeriod.Parse(written) is not { } due)
            return;
        if (FirstDue is null && !due.IsNone)
        {
            FirstDue = due;
            _firstDueBy = next;
        }
        else if (FirstDue is not null && due.LastDay != Due!.LastDay)
        {
            Flags |= ClaimFlags.Slipped;
            reason ??= "given a new due date";
        }

        Due = due;
    }

    private void CheckText(ClaimEvent next)
    {
        if (Wording.Text is null)
        {
            if (next.Entry is { Status: not null, Text: null })
                Report(DiagnosticCatalogue.MissingClaimText, next, $"claim \"{next.Claim}\" has no text", "write `text`: one sentence that can be checked");
        }
        else if (next.Entry.Text is { } text && next.Entry.Id == next.Claim && text != Wording.Text)
        {
            Report(DiagnosticCatalogue.DifferingText, next, $"claim \"{next.Claim}\" reads otherwise elsewhere: \"{Wording.Text}\"", null, next.TextAt);
        }
    }

    private void Report(DiagnosticRule rule, ClaimEvent at, string message, string? hint = null, (int Line, int Column)? where = null) =>
        _reports.Add(new ClaimReport(rule, at, message, hint, where));
}
