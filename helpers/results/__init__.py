"""A learner's answers beside a key: what came of them, in counts, without any screen."""
