namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>
/// AVIF: boxes in boxes. The size belongs to the primary item; a picture made of tiles has sizes of its tiles too, so the
/// association of properties with items must be read.
/// </summary>
internal static class AvifHeader
{
    private const string Name = "AVIF";
    private const int FullBoxBytes = 12;

    // No encoder writes more; a file that does is not worth the walk.
    private const int MostProperties = 256;
    private const int MostItems = 4096;

    public static HeaderReading Read(HeaderBytes bytes)
    {
        if (!HasBrand(bytes, out var isSequence))
            return new(default, 0, 0, Problem: "it is of a format that is not supported (use JPEG, PNG, WebP, AVIF, GIF or SVG)");
        if (FindBox(bytes, 0, bytes.FileBytes, "meta"u8) is not { } meta)
            return bytes.IsWhole ? HeaderReading.Damaged(Name) : HeaderReading.NotReached(bytes, Name);
        if (FindBox(bytes, meta.Body + 4, meta.End, "iprp"u8) is not { } properties
            || FindBox(bytes, properties.Body, properties.End, "ipco"u8) is not { } store)
            return HeaderReading.Damaged(Name);

        var primary = PrimaryItem(bytes, meta);
        var (width, height, turned) = SizeOf(bytes, store, FindBox(bytes, properties.Body, properties.End, "ipma"u8), primary);
        if (LastBoxOverruns(bytes))
            return HeaderReading.CutShort(Name);
        return turned ? new(ImageFormat.Avif, height, width, isSequence) : new(ImageFormat.Avif, width, height, isSequence);
    }

    private static bool HasBrand(HeaderBytes bytes, out bool isSequence)
    {
        isSequence = bytes.Has(8, "avis"u8);
        var found = isSequence || bytes.Has(8, "avif"u8);
        var end = Math.Min(bytes.U32(0), 256);
        for (long at = 16; !found && at + 4 <= end; at += 4)
            found = bytes.Has(at, "avif"u8);
        return found;
    }

    private static long PrimaryItem(HeaderBytes bytes, Box meta)
    {
        if (FindBox(bytes, meta.Body + 4, meta.End, "pitm"u8) is not { } box)
            return -1;
        return bytes.U8(box.Body) == 0 ? bytes.U16(box.Body + 4) : bytes.U32(box.Body + 4);
    }

    private static (long Width, long Height, bool Turned) SizeOf(HeaderBytes bytes, Box store, Box? association, long item)
    {
        Span<long> sizes = stackalloc long[MostProperties]; // where each property that is a size begins, in the order of the store
        Span<bool> turns = stackalloc bool[MostProperties];
        sizes.Clear();
        turns.Clear();
        var count = 0;
        var at = store.Body;
        while (count < MostProperties - 1 && NextBox(bytes, ref at, store.End) is { } box)
        {
            count++;
            if (bytes.Has(box.Start + 4, "ispe"u8))
                sizes[count] = box.Start;
            turns[count] = bytes.Has(box.Start + 4, "irot"u8) && (bytes.U8(box.Body) & 1) == 1;
        }

        long found = 0;
        var turned = false;
        foreach (var property in PropertiesOf(bytes, association, item))
        {
            if (property > count)
                continue;
            if (sizes[property] > 0)
                found = sizes[property];
            turned |= turns[property];
        }

        return found == 0 ? (0, 0, false) : (bytes.U32(found + FullBoxBytes), bytes.U32(found + FullBoxBytes + 4), turned);
    }

    private static List<int> PropertiesOf(HeaderBytes bytes, Box? association, long item)
    {
        var found = new List<int>();
        if (association is not { } box)
            return found;
        var wideItems = bytes.U8(box.Body) > 0;
        var wideProperties = (bytes.U8(box.Body + 3) & 1) == 1;
        var items = Math.Min(bytes.U32(box.Body + 4), MostItems);
        var at = box.Body + 8;
        for (long i = 0; i < items && at < box.End; i++)
        {
            var id = wideItems ? bytes.U32(at) : bytes.U16(at);
            at += wideItems ? 4 : 2;
            var properties = bytes.U8(at++);
            for (var p = 0; p < properties; p++)
            {
                var index = wideProperties ? bytes.U16(at) & 0x7FFF : bytes.U8(at) & 0x7F;
                at += wideProperties ? 2 : 1;
                if (id == item && index is > 0 and < MostProperties)
                    found.Add(index);
            }

            if (id < 0 || properties < 0)
                break;
        }

        return found;
    }

    private static bool LastBoxOverruns(HeaderBytes bytes)
    {
        long at = 0;
        while (NextBox(bytes, ref at, long.MaxValue) is { } box)
        {
            if (box.End > bytes.FileBytes)
                return true;
        }

        return false;
    }

    private static Box? FindBox(HeaderBytes bytes, long from, long end, ReadOnlySpan<byte> type)
    {
        var at = from;
        while (NextBox(bytes, ref at, end) is { } box)
        {
            if (bytes.Has(box.Start + 4, type))
                return box;
        }

        return null;
    }

    private static Box? NextBox(HeaderBytes bytes, ref long at, long end)
    {
        var start = at;
        var size = start < end ? bytes.U32(start) : -1;
        var body = start + 8;
        if (size == 1)
        {
            var high = bytes.U32(start + 8);
            size = high == 0 ? bytes.U32(start + 12) : -1; // over 4 GiB: over every limit
            body += 8;
        }
        else if (size == 0)
        {
            size = bytes.FileBytes - start; // to the end of the file
        }

        if (size < body - start || bytes.U8(body - 1) < 0)
            return null;
        at = start + size;
        return new Box(start, body, at);
    }

    private readonly record struct Box(long Start, long Body, long End);
}
