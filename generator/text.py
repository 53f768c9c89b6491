"""Bytes to text, and small facts about a text.

UTF-8 is tried first; Windows-1252 only when the bytes cannot be UTF-8, because nearly every byte sequence is *some*
Windows-1252 and a wrong guess would be silent.
"""

import codecs
import re
import unicodedata

from generator.model import Problem, Source

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_C1 = re.compile("[\x80-\x9f]")
# What XML 1.0 and HTML cannot carry: a page or a feed with one of these would be broken.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}


def decode(path: str, data: bytes) -> Source | Problem:
    r"""Return the file as a source: NFC, line ends as `\n`, no byte order mark.

    Takes UTF-8 with or without mark, UTF-16 with mark, and Windows-1252. Vertical tabs, form feeds and the Unicode line
    separators count as line ends (UAX 14, class BK). C1 control characters are read as the Windows-1252 characters they
    were meant to be, as browsers do. A file that is not text comes back as a problem.

    >>> decode("a.txt", b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe\r\n")
    Source(path='a.txt', text='Grüße\n')
    """
    try:
        text = _characters(data)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        return Problem(
            f"seeds/{path}:{line}",
            f"byte 0x{data[fault.start]:02x} is no {fault.encoding.upper()}; save the file as UTF-8",
        )
    text = _LINE_ENDS.sub("\n", text)
    if _C1.search(text):
        text = text.translate(_WINDOWS_1252)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if forbidden := _FORBIDDEN.search(text):
        return Problem(
            f"seeds/{path}:{line_at(text, forbidden.start())}",
            f"control character U+{ord(forbidden[0]):04X}, so this is no text; remove the character or the file",
        )
    return Source(path, text)


def _characters(data: bytes) -> str:
    """Return the decoded bytes without byte order mark; raise UnicodeDecodeError when they are no text in any encoding."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        # A long UTF-8 text with one torn character must not be taken for Windows-1252 and come out as "GrÃ¼ÃŸe".
        lenient = data.decode("utf-8", "replace")
        broken = lenient.count("\ufffd")
        if sum(character > "\x7f" for character in lenient) > 2 * broken:
            raise
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            raise fault from None


def line_at(text: str, offset: int) -> int:
    """Return the number of the line that holds this code point, counted from 1."""
    return text.count("\n", 0, offset) + 1


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without white space at its edges; start equals end where nothing else is in it.

    >>> trim("  ab ", 0, 5)
    (2, 4)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
