"""Paper Trail: checking where a text came from, and how much weight it can carry.

Each lesson has one module: `provenance`, `opinion`, `quotes`, `assertions`. Nothing heavy is
imported here, so `import helpers` costs next to nothing.
"""

__version__ = "0.1.0"
