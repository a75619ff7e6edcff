using System.Text;
using System.Text.Json;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Reads front matter written as one JSON object.</summary>
internal sealed class JsonFieldReader
{
    private readonly string _json;
    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly List<FrontMatterFinding> _findings;

    // Tokens come in the order of the text, so one cursor turns byte offsets into characters in a single pass.
    private int _cursorByte;
    private int _cursorChar;

    private JsonFieldReader(string json, int start, List<FrontMatterFinding> findings)
    {
        _json = json;
        _bytes = Encoding.UTF8.GetBytes(json);
        _start = start;
        _findings = findings;
    }

    /// <summary>The map, or null if it cannot be read; then the findings say why.</summary>
    public static FieldNode? Read(string json, int start, List<FrontMatterFinding> findings)
    {
        var deep = NestingGuard.FindTooDeep(json, hashComments: false);
        if (deep >= 0)
        {
            findings.Add(NestingGuard.Finding(start + deep));
            return null;
        }

        return new JsonFieldReader(json, start, findings).ReadDocument();
    }

    /// <summary>The offset behind the object that begins at an offset, or -1 if it does not end.</summary>
    public static int FindEnd(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    i = EndOfString(text, i);
                    break;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']' when --depth == 0:
                    return i + 1;
            }
        }

        return -1;
    }

    private static int EndOfString(string text, int quote)
    {
        var i = quote + 1;
        while (i < text.Length && text[i] != '"')
            i += text[i] == '\\' ? 2 : 1;
        return i;
    }

    private FieldNode? ReadDocument()
    {
        var options = new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = TextLimits.FrontMatterDepth + 1 };
        var reader = new Utf8JsonReader(_bytes, options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                _findings.Add(new(DiagnosticCatalogue.UnreadableFrontMatter, TextSpan.At(_start), "this is not a JSON object"));
                return null;
            }

            var root = ReadValue(ref reader);
            reader.Read(); // throws on anything behind the object
            return root;
        }
        catch (JsonException e)
        {
            _findings.Add(new(
                DiagnosticCatalogue.UnreadableFrontMatter,
                TextSpan.At(_start + OffsetOf(e)),
                "the JSON breaks off here",
                "check commas, quotes and brackets"));
        }
        catch (InvalidOperationException)
        {
            // A string whose escapes make half a character.
            _findings.Add(new(
                DiagnosticCatalogue.UnreadableFrontMatter,
                TextSpan.At(ToFile(reader.TokenStartIndex)),
                "the text has an escape that is not a character"));
        }

        return null;
    }

    private FieldNode ReadValue(ref Utf8JsonReader reader)
    {
        var begin = ToFile(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadMap(ref reader, begin);
            case JsonTokenType.StartArray:
                var items = new List<FieldNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader));
                return FieldNode.List(items, new TextSpan(begin, ToFile(reader.BytesConsumed)));
            case JsonTokenType.String:
                return FieldNode.Scalar(reader.GetString()!, quoted: true, new TextSpan(begin, ToFile(reader.BytesConsumed)));
            default:
                return FieldNode.Scalar(Encoding.UTF8.GetString(reader.ValueSpan), quoted: false, new TextSpan(begin, ToFile(reader.BytesConsumed)));
        }
    }

    private FieldNode ReadMap(ref Utf8JsonReader reader, int begin)
    {
        var fields = new FieldListBuilder(_findings);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var keyBegin = ToFile(reader.TokenStartIndex);
            var key = reader.GetString()!;
            var keySpan = new TextSpan(keyBegin, keyBegin + key.Length + 2);
            reader.Read();
            fields.Add(key, keySpan, ReadValue(ref reader));
        }

        return FieldNode.Map(fields.Fields, new TextSpan(begin, ToFile(reader.BytesConsumed)));
    }

    private int ToFile(long byteOffset)
    {
        if (_bytes.Length == _json.Length)
            return _start + (int)byteOffset;
        while (_cursorByte < byteOffset && _cursorChar < _json.Length)
        {
            Rune.DecodeFromUtf8(_bytes.AsSpan(_cursorByte), out var rune, out var length);
            _cursorByte += length;
            _cursorChar += rune.Utf16SequenceLength;
        }

        return _start + _cursorChar;
    }

    private int OffsetOf(JsonException e)
    {
        var at = 0;
        for (var line = 0L; line < e.LineNumber; line++)
            at = _json.IndexOf('\n', at) + 1;
        for (var bytes = e.BytePositionInLine ?? 0; bytes > 0 && at < _json.Length;)
        {
            Rune.DecodeFromUtf16(_json.AsSpan(at), out var rune, out var length);
            bytes -= rune.Utf8SequenceLength;
            at += length;
        }

        return at;
    }
}
