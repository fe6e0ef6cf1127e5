"""What a page says about itself, in all the places where pages say it: title, author, day, site."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from helpers.article.jsonld import from_scripts
from helpers.article.top import AROUND_DATES, DATE, names_in, read_top

ORDER: Mapping[str, tuple[str, ...]] = {
    "title": (
        *("meta:og:title", "meta:twitter:title", "meta:dc.title", "meta:dcterms.title"),
        *("meta:parsely-title", "meta:sailthru.title", "title", "json:title", "h1"),
    ),
    "byline": (
        *("meta:author", "meta:byl", "meta:article:author", "meta:dc.creator"),
        *("meta:dcterms.creator", "meta:parsely-author", "meta:sailthru.author", "meta:authors"),
        *("meta:article:author_name", "meta:article.author", "meta:og:article:author"),
        *("meta:dc.contributor", "meta:citation_author", "meta:twitter:author", "json:byline"),
        *("itemprop:author", "rel:author", "class:byline", "meta:twitter:creator", "top:byline"),
    ),
    "published": (
        *("meta:article:published_time", "meta:og:published_time", "meta:datepublished"),
        *("meta:date", "meta:dc.date", "meta:dc.date.issued", "meta:dcterms.date"),
        *("meta:dcterms.issued", "meta:dcterms.created", "meta:parsely-pub-date"),
        *("meta:sailthru.date", "meta:pubdate", "meta:publishdate", "meta:publish-date"),
        *("meta:publish_date", "meta:publication_date", "meta:article.published"),
        *("meta:citation_publication_date", "meta:citation_date", "meta:article:published"),
        *(
            "json:published",
            "itemprop:datepublished",
            "time:published",
            "time",
            "class:date",
            "top:published",
        ),
    ),
    "site": (
        *("meta:og:site_name", "meta:application-name", "meta:dc.publisher", "json:site"),
        *("meta:publisher", "meta:citation_journal_title"),
    ),
    "url": ("link:canonical", "meta:og:url", "json:url"),
}
"""Where each thing is said, the first that says it counts: <meta>, then JSON-LD, then the page."""

KEYS = frozenset(key for keys in ORDER.values() for key in keys)
LONGEST = 2_000  # characters of one value
BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|by-line|author|authors)(?:[_-]*name)?(?:$|\s)")
DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datetime|pubdate|published|publish-date|timestamp|posted)(?:$|[\s_-])"
)
BEFORE_NAME = re.compile(
    r"(?:(?:posted|published|written|words|story|reported|created|view|more|all|see)\b.{0,40}?\s)?"
    r"(?:by|von|par|por|author)[:\s]+",
    re.I,
)
"""What stands before an author's name, in the languages that saved pages are most often in."""

WRITTEN_BY = frozenset({"written by", "author", "by", "words by"})


class Said:
    """The statements of one page, by the place where they stand."""

    def __init__(self) -> None:
        self._values: defaultdict[str, list[str]] = defaultdict(list)
        self._labels: dict[str, str] = {}

    def note(self, key: str, value: str) -> None:
        """Keep a value under the place where it stood, if that is a place worth keeping."""
        value = " ".join(value[:LONGEST].split())
        if value and key in KEYS and len(self._values[key]) < 10:
            self._values[key].append(value)

    def tag(self, tag: str, attributes: Mapping[str, str]) -> str:
        """Note what a tag says, and return as what its text is to be noted; "" for nothing."""
        if tag == "meta":
            return self._meta(attributes)
        if tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self.note("link:canonical", attributes.get("href", ""))
        if tag == "time" and (day := attributes.get("datetime")):
            is_own = "pubdate" in attributes or "publish" in attributes.get("class", "").lower()
            self.note("time:published" if is_own else "time", day)
        return self._property(tag, attributes)

    def _meta(self, attributes: Mapping[str, str]) -> str:
        content = attributes.get("content", "")
        for called in ("property", "name", "itemprop"):
            name = attributes.get(called, "").lower().strip()
            self.note(f"meta:{name}", content)
            self._twitter(name, content)
        return ""

    def _twitter(self, name: str, content: str) -> None:
        """Note what X's cards say in pairs: twitter:label1 is "Written by", twitter:data1 a name."""
        if name.startswith(("twitter:label", "twitter:data")):
            self._labels[name] = content.strip()
            number = name[-1:]
            if self._labels.get(f"twitter:label{number}", "").lower() in WRITTEN_BY:
                self.note("meta:twitter:author", self._labels.get(f"twitter:data{number}", ""))

    def _property(self, tag: str, attributes: Mapping[str, str]) -> str:
        properties = attributes.get("itemprop", "").lower().split()
        if "datepublished" in properties:
            day = attributes.get("content") or attributes.get("datetime")
            self.note("itemprop:datepublished", day or "")
            return "" if day else "itemprop:datepublished"
        if "author" in properties:
            return "itemprop:author"
        if "author" in attributes.get("rel", "").lower().split() and tag != "link":
            return "rel:author"
        called = attributes.get("class", "").lower()
        if "comment" in called:
            return ""
        if BYLINE_CLASS.search(called):
            return "class:byline"
        return "class:date" if DATE_CLASS.search(called) else ""

    def found(self, scripts: Sequence[str], text: str) -> dict[str, str]:
        """Return what the page says: of title, byline, published, site, url, what there is."""
        for name, value in from_scripts(scripts).items():
            self.note(f"json:{name}", value)
        for name, value in read_top(_below(text, self._values["h1"])).items():
            self.note(f"top:{name}", value)
        site = self._first("site", _any)
        found = {
            "title": self._heading(" ".join(self._values["title"]), site),
            "byline": self._first("byline", lambda value, key: _author(value, site, key)),
            "published": self._first("published", _day),
            "site": site,
            "url": self._first("url", _any),
        }
        return {name: value for name, value in found.items() if value}

    def _first(self, name: str, read: Callable[[str, str], str]) -> str:
        """Return the first value that can be read; of several authors in <meta>, all."""
        for key in ORDER[name]:
            values = list(
                dict.fromkeys(filter(None, (read(value, key) for value in self._values[key])))
            )
            if values:
                return (
                    ", ".join(values) if key.startswith("meta:") and name == "byline" else values[0]
                )
        return ""

    def _heading(self, element: str, site: str) -> str:
        """Return the title without the site's name; as the page's heading has it, if it is that."""
        self._values["title"] = [element] if element else []
        title = self._first("title", _any)
        headings = [*self._values["h1"][:1], *self._values["json:title"]]
        for heading in headings:
            if len(heading) > 3 and heading.casefold() in title.casefold():
                return heading
        parts = TITLE_BREAK.split(title)
        is_site = [_same(part, site) for part in parts]
        if site and len(parts) > 1 and (is_site[0] or is_site[-1]):
            return (
                title[len(parts[0]) :].lstrip(TITLE_MARKS)
                if is_site[0]
                else title[: -len(parts[-1])].rstrip(TITLE_MARKS)
            )
        return title


TITLE_MARKS = " |-–—·•:»«/"
TITLE_BREAK = re.compile(r"\s+[|–—·•»«/-]+\s+|:\s+")


def _any(value: str, key: str) -> str:
    return value


def _same(one: str, other: str) -> bool:
    """Return whether two names of a site or an author are one, but for spaces, marks and .com."""
    names = [
        re.sub(r"\W|_", "", re.sub(r"\.[a-z]{2,5}$", "", name.lower())) for name in (one, other)
    ]
    return names[0] == names[1] != ""


def _below(text: str, headings: Sequence[str]) -> str:
    """Return the text from a page's heading on, where its author and day stand."""
    place = text.find(headings[0]) if headings else -1
    return text[max(place, 0) :][:5_000]


def _author(value: str, site: str, key: str) -> str:
    """Return the names in a value; "" for an address, an account or the site itself."""
    value = BEFORE_NAME.sub("", value, count=1) if BEFORE_NAME.match(value) else value
    value = value.strip(" ,;|-–:")
    is_address = re.match(r"https?:|www\.|@|/|\S+@\S+$|\S+\.\w+/", value)
    is_account = value.islower() and " " not in value
    if is_address or is_account or _same(value, site) or not 1 < len(value) <= 200:
        return ""
    names = names_in(f"By {value}")
    if names or key != "class:byline":
        return names or value
    is_word = re.fullmatch(r"[^\W\d_][\w.’'-]+", value) and value.lower() not in AROUND_DATES
    return value if is_word else ""


def _day(value: str, key: str) -> str:
    """Return a day as it is written: a whole value with a figure in it, or the day in a line."""
    found = DATE.search(value)
    if found and (found.start() or len(value) > 40):
        return found[0]
    return (
        value if re.search(r"\d{4}\b", value) and len(value) <= 40 and not value.isdigit() else ""
    )
