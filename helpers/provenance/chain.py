"""The way that a text has come: who credits whom, and how each step is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol


@dataclass(frozen=True)
class Sighting:
    """One page that carried the claim."""

    url: str  # or any other name that is its own
    seen_on: date  # the day it was first seen with the claim
    credits: str | None = None  # the page it says it took the claim from, if any


def trace_back(start: Sighting, known: Sequence[Sighting]) -> list[Sighting]:
    """Follow credits from `start`, newest first, until the trail goes cold.

    The last item is the earliest sighting *we know of*, not proof of origin. Pages that credit
    each other end the trail: each stands in it once.
    """
    pages = {sighting.url: sighting for sighting in known}
    trail, seen = [start], {start.url}
    while (before := pages.get(trail[-1].credits or "")) and before.url not in seen:
        trail.append(before)
        seen.add(before.url)
    return trail


def independent(sightings: Iterable[Sighting], known: Sequence[Sighting]) -> list[Sighting]:
    """Return the pages at which trails go cold: who looked for themselves, however many repeat it."""
    ends = {trace_back(one, known)[-1].url: trace_back(one, known)[-1] for one in sightings}
    return sorted(ends.values(), key=lambda sighting: (sighting.seen_on, sighting.url))


class Link(Protocol):
    """One step of the way that a text has come: its id, from whom, to whom."""

    id: str  # by which `bases` names it
    origin: str  # from whom
    reached: str  # to whom


def chain_in_words(chain: Sequence[Link], bases: Mapping[str, str]) -> str:
    """Return the chain as numbered lines: from whom, to whom, and how each step is known."""
    lines = [
        f"{number}. {link.origin} → {link.reached}: {bases.get(link.id, 'not answered yet')}"
        for number, link in enumerate(chain, start=1)
    ]
    return "\n".join(lines)


def prov_json(chain: Sequence[Link], bases: Mapping[str, str]) -> dict[str, Any]:
    """Return the chain as W3C PROV, in its JSON form (W3C Member Submission PROV-JSON, 2013).

    Each end of a link is an entity; each link is a derivation whose basis (seen, inferred,
    unknown) is an attribute of this kit's own.
    """
    import json

    from prov.model import ProvDocument

    document = ProvDocument()
    document.add_namespace("kit", "urn:paper-trail:")
    names = list(dict.fromkeys(end for link in chain for end in (link.origin, link.reached)))
    entities = {name: f"kit:step-{number}" for number, name in enumerate(names, start=1)}
    for name, identifier in entities.items():
        document.entity(identifier, {"prov:label": name})
    for link in chain:
        document.wasDerivedFrom(
            entities[link.reached],
            entities[link.origin],
            identifier=f"kit:{link.id}",
            other_attributes={"kit:basis": bases.get(link.id, "not-answered")},
        )
    return json.loads(document.serialize(format="json"))
