"""Keys under which transliterations of one foreign name fall together, family of languages by family.

A key is only a reason to look twice: names are one when *all* their parts agree under the same rules, and the rules of a
family hold only where a name shows by its form that it belongs there. "Fischer" and "Fisher" are two names; "Schukow" and
"Zhukov" are one.
"""

import functools
import re

from generator.resolve.lists import groups, words
from generator.resolve.spelling import dropped, spelled

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in pairs)


# Sounds are written with capitals where one letter is needed: S = sh or zh, C = ch, X = kh, J = j as in jam, T = ts.
_GERMAN = _rules(
    (r"schtsch|stsch", "SC"), (r"tsch", "C"), (r"dsch|dzh|dj", "J"), (r"sch|sh", "S"), (r"ch|kh", "X"), (r"tz|z", "T"), (r"ks", "x"),
    (r"w", "v"), (r"ph", "f"),
)  # fmt: skip
_ENGLISH = _rules(
    (r"shch", "SC"), (r"tch|ch", "C"), (r"dzh", "J"), (r"sh|zh", "S"), (r"kh", "X"), (r"ts|tz", "T"), (r"ks", "x"), (r"z", "s"),
    (r"(?<![aeiou])y(?=[aeou])|(?<=[aeiou])y(?=[aeiou])", "j"), (r"w", "v"), (r"ph", "f"),
)  # fmt: skip
_WESTERN_SLAVIC = _rules(
    (r"szcz|šč", "SC"), (r"cz|č|ć|c(?=i)", "C"), (r"dż|dž|đ", "J"), (r"sz|š|ś|ž|ż|ź|rz", "S"), (r"ch", "X"), (r"c", "T"), (r"ł", "l"), (r"w", "v"), (r"z", "s"),
)  # fmt: skip
_SLAVIC = _rules(
    (r"z", "s"), (r"ts", "T"), (r"h", "g"), (r"ou(?=[bcdfghjklmnpqrstvwxz]|$)", "u"), (r"off?$", "ov"), (r"eff?$", "ev"), (r"([^aeiou])\1+", r"\1"),
    (r"(?<=[SC])[oe]", "e"), (r"(?<=[aeou])[jy](?=e)", ""), (r"^[jy]e", "e"), (r"i[jy](?=[aou])", "i"),
    (r"(?:[iy][jyi]|[iyj])$", "i"), (r"(?<=[aeou])[yij](?=$|[bcdfghklmnpqrstvxzSCXJT])", "j"), (r"y", "i"), (r"i+", "i"), (r"enka$", "enko"),
    (r"(?<=[a-zSCXT])j(?=[oeu])", "j"), (r"cki$|tski$|Tki$", "Tki"),
)  # fmt: skip
_SEMITIC = _rules(
    (r"dsch|dj|dzh", "J"), (r"sch|sh|ch(?=[ai]k)", "S"), (r"^y(?=[aeou])|(?<=h)y(?=a)", "j"), (r"ch|kh", "X"), (r"gh|q|g(?=[ae]d+h?[ah]f)|^k(?=[ah])", "k"), (r"dh", "d"), (r"th", "t"),
    (r"ou|oo|o", "u"), (r"ee|ie|y(?=$)|ij$", "i"), (r"w", "v"), (r"(?<=[aeiou])[jy](?=[aeiou])", "j"), (r"(?:ij|iyy|iy|yy)(?=a|e)", "ij"), (r"(?<=d)in$", "an"),
    (r"[ae][iyj](?![aeiou])", "A"), (r"[ae]+h?$", "a"), (r"[ae]+", "a"), (r"A", "ai"), (r"(.)\1+", r"\1"), (r"z", "s"), (r"g", "k"),
)  # fmt: skip
_OTHER_GERMAN = _rules(
    (r"tsch", "C"), (r"dsch", "J"), (r"sch", "S"), (r"ch|kh", "X"), (r"z", "T"), (r"j", "Y"), (r"w", "v"), (r"s(?=[aeiou])", "s"), (r"(.)\1+", r"\1"), (r"ij$|y$", "i"),
)  # fmt: skip
_OTHER_ENGLISH = _rules(
    (r"ch", "C"), (r"sh|zh", "S"), (r"kh", "X"), (r"ts", "T"), (r"j", "J"), (r"y(?=[aeiou])", "Y"), (r"w", "v"), (r"z", "s"), (r"oo|ou", "u"), (r"ee", "i"), (r"(.)\1+", r"\1"), (r"ij$|y$", "i"),
)  # fmt: skip
_WADE = _rules(
    (r"tsch", "ch"), (r"sch", "sh"), (r"dsch", "j"), (r"^tse$|^tze$", "ze"), (r"^hs(?=[iü])", "x"), (r"^ts'?(?=[aeu])", "c"), (r"^tung$", "dong"), (r"^t'?ai$", "tai"), (r"^chou$", "zhou"), (r"^chiang$", "jiang"), (r"^chung$", "zhong"),
    (r"^teng$", "deng"), (r"^k(?=ai)", "k"), (r"^hsiao$", "xiao"), (r"^tsai$", "cai"), (r"^pei$", "bei"), (r"^mao$", "mao"), (r"^chu$", "zhu"), (r"^hsi$", "xi"), (r"you(?=ng)|yo(?!ng)", "yeo"), (r"oo", "u"), (r"u?ng$", "ng"),
)  # fmt: skip

_SLAVIC_SIGN = re.compile(
    r"(?:[oej][wv]|off|[sztc][kc]i|[sztc]k[iy][jyi]?|[sz]ky|enk[oa]|ts?ch?uk|czuk|chuk|shuk|jniuk|njuk|nyuk|itsch|[wv]i[cć][hz]?|[wv]ytsch|[wv]ych|[oej][wv]a|s[kc]aj?y?a|l[jy]?nyj?|uschn?yj|[zšž]n[yi]j?i?|[sz]chn[yi]j?|schin|zhin|tsin|zyn|tsyn|ischwili|[jy]uk)$"
)
_SLAVIC_LETTERS = frozenset("đćčšžłśźńěřťď")
_SEMITIC_SIGN = re.compile(r"^q(?!u)|q(?:$|[^u])|(?<!n)dh|gh(?!t)|kh|aa|(?:ullah|allah|uddin|eddin)$|^(?:abd|abu)")
_OTHER_SIGN = re.compile(r"(?:schwili|shvili|[iaeo]dse|[iaeo]dze|[iaeon][jy]an|[jy]ahu|sade|zadeh?|[bdg]hi)$")


@functools.cache
def family(token: str) -> str:
    """Return `slavic`, `semitic`, `other` or nothing: whose rules of transliteration a word shows signs of."""
    plain = spelled(token)
    if len(plain) > 4 and not _SLAVIC_LETTERS.isdisjoint(token.lower()):
        return "slavic"
    if _SLAVIC_SIGN.search(plain) and len(plain) > 4:
        return "slavic"
    if plain in words("semitic_names"):
        return "semitic"
    if plain in words("slavic_names"):
        return "slavic"
    if _OTHER_SIGN.search(plain) and len(plain) > 5:
        return "other"
    if _SEMITIC_SIGN.search(plain) and len(plain) > 3:
        return "semitic"
    return ""


def _apply(rules: Rules, text: str) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text


@functools.lru_cache(maxsize=1 << 16)
def sounds(token: str, languages: str) -> frozenset[str]:
    """Return the keys of a word under the rules of a family of languages, one for each way of spelling it.

    >>> sounds("Chruschtschow", "slavic") & sounds("Khrushchev", "slavic")
    frozenset({'XruSCev'})
    """
    plain = dropped(token).replace("-", "").replace(" ", "")
    if languages == "slavic":
        marked = token.lower()
        return frozenset(
            _apply(_SLAVIC, dropped(key)) if key.islower() else _apply(_SLAVIC, key)
            for key in (_apply(_GERMAN, plain), _apply(_ENGLISH, plain), _accented(marked))
        )
    if languages == "semitic":
        # An English j is a German dsch.
        return frozenset({_apply(_SEMITIC, plain), _apply(_SEMITIC, re.sub("(?<!d)j", "dsch", plain))})
    if languages == "asian":
        return frozenset({"".join(_apply(_WADE, part) for part in re.split(r"[-\s]", dropped(token)))})
    return frozenset({_apply(_OTHER_GERMAN, plain), _apply(_OTHER_ENGLISH, plain)})


def _accented(marked: str) -> str:
    key = _apply(_WESTERN_SLAVIC, marked)
    return "".join(c if c.isupper() else dropped(c) for c in key).replace("-", "").replace(" ", "")


@functools.lru_cache(maxsize=1 << 16)
def same_surname(a: str, b: str) -> bool:
    """Return whether two family names are known to be one in two spellings."""
    known = groups("surname_groups")
    return bool(set(known.get(spelled(a), ())) & set(known.get(spelled(b), ())))


@functools.lru_cache(maxsize=1 << 16)
def same_given(a: str, b: str) -> bool:
    """Return whether two first names stand in one group of forms of one name."""
    known = groups("given_groups")
    return bool(set(known.get(a.lower(), ())) & set(known.get(b.lower(), ())))


@functools.lru_cache(maxsize=1 << 16)
def pet_form(a: str, b: str) -> bool:
    """Return whether one first name is a short or pet form of the other, or a spelling that another person may have."""
    known = groups("nicknames")
    return bool(
        set(known.get(spelled(a), known.get(a.lower(), ()))) & set(known.get(spelled(b), known.get(b.lower(), ())))
    )
