"""The old place of `came_after`."""

from helpers.case.claims import came_after as came_after
