"""Why an answer fits or does not: an explanation for every option, and the answers that count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from helpers.case.fields import Fields, listed

CHECKS = ("next", "here")
"""The two sorts of check: what one would do, and what can be done on the page."""

REASON_FIELDS = ("cue", *CHECKS)


@dataclass(frozen=True)
class Explanation:
    """Why a label fits or does not, in two plain sentences; the second is `next` or `here`."""

    cue: str  # what in the text speaks for it or against it
    next: str = ""  # the check that one would make next, outside the page
    here: str = ""  # the check that can be made on the page, now


Templates = Mapping[str, Explanation]
"""Explanations by the name under which options share them."""


@dataclass(frozen=True)
class ItemKey:
    """The reasoned answer to one item; where contested, a second reading counts alike."""

    kind: str  # the id of the option that the key gives
    options: Mapping[str, Explanation]  # for every option, by its id
    second: str = ""  # another option that counts, where careful readers differ
    readings: Mapping[str, str] = field(default_factory=dict)  # why, for each of the two
    mixed: str = ""  # what to say of an item that is partly one thing and partly another
    aloud: str = ""  # thinking aloud, where the item is shown as a worked example
    sources: tuple[str, ...] = ()  # ids of the case's sources on which the answer rests

    @property
    def accepted(self) -> tuple[str, ...]:
        """The options that count: one, or two where careful readers differ."""
        return (self.kind, self.second) if self.second else (self.kind,)


def read_explanation(fields: Fields) -> Explanation:
    """Read a cue, and one check: `next`, or `here` where it can be made on the page."""
    return take_explanation(fields.only(REASON_FIELDS))


def take_explanation(fields: Fields) -> Explanation:
    """Take an explanation out of fields that hold other things as well."""
    named = [name for name in CHECKS if name in fields.nodes]
    if not named:
        says = "lacks 'next' or 'here'. Add one, with its text."
        fields.wrong(fields.line, f"{fields.where} {says}")
    elif len(named) > 1:
        says = "has both 'next' and 'here'. Keep 'here' where the check can be made on the page."
        fields.wrong(fields.line_of("here"), f"{fields.where} {says}")
    return Explanation(fields.text("cue"), **{name: fields.text(name) for name in named[:1]})


def read_templates(top: Fields) -> Templates:
    """Read the explanations of a key that several options share."""
    return {
        name: read_explanation(top.within(node, f"template {name[:40]!r}"))
        for name, node in top.mapping("templates", required=False).items()
    }


def read_reasons(
    fields: Fields, name: str, what: str, known: Iterable[str], templates: Templates
) -> Mapping[str, Explanation]:
    """Read the explanations in the field `name`: one for each known thing, an "option" say."""
    known = tuple(known)
    nodes = fields.under(name, f"{fields.where}, {name}").only(known).nodes
    for missing in [one for one in known if one not in nodes]:
        says = f"does not explain the {what} '{missing}'. Add its 'cue', and 'next' or 'here'."
        fields.wrong(fields.line_of(name), f"{fields.where} {says}")
    return MappingProxyType(
        {
            one: _read_reason(
                fields.within(nodes[one], f"{fields.where}, {what} '{one}'"), templates
            )
            for one in known
            if one in nodes
        }
    )


def _read_reason(fields: Fields, templates: Templates) -> Explanation:
    if "use" not in fields.nodes:
        return read_explanation(fields)
    name = fields.only(["use"]).text("use")
    if name not in templates:
        says = f"there is no template {name[:40]!r}. There are: {listed(templates)}."
        fields.wrong(fields.line_of("use"), f"{fields.where}: {says}")
    return templates.get(name, Explanation(""))


def read_readings(fields: Fields) -> Mapping[str, str]:
    """Read why each of two accepted answers counts."""
    texts = fields.under("readings", fields.where, required=False)
    return MappingProxyType({name: texts.text(name) for name in texts.nodes})


def check_second(fields: Fields, key: ItemKey, second: str, twice: str, wants: str) -> None:
    """Note a contested item without two different answers, or without a reason for each.

    `second` is the field where the second answer stands, `twice` says that it is the first again,
    and `wants` what `readings` should hold.
    """
    if key.second == key.kind:
        fields.wrong(fields.line_of(second), f"{fields.where}: {twice}")
    if set(key.readings) != (set(key.accepted) if key.second else set()):
        fields.wrong(fields.line_of("readings"), f"{fields.where}: 'readings' gives {wants}")
