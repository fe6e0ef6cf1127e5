"""A learner's answers beside a key, without any screen."""
