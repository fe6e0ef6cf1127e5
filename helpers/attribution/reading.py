"""An attribution while it is worked on."""

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass
class Reading:
    """Who is credited with what in one sentence, as pairs of word numbers."""

    cue: Range  # the words that tie source and content
    speaker: Range | None  # the source; None where the sentence does not say
    content: list[Range]  # what is reported
    verb: str  # the verb in the form of a dictionary, or what stands for it
    how: str = ""  # the name of the rule that read it
