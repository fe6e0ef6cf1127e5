"""Each rule of the table reads what it says, and leaves alone what only looks like it."""

import dataclasses

import pytest

from helpers.attribution import attributions, rules

EACH = pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.name)


@pytest.mark.labelled
@EACH
def test_a_rule_reads_its_example(rule):
    """The example is read by this rule."""
    assert rule.name in [one.how for one in attributions(rule.example)]


@EACH
def test_the_example_needs_its_rule(rule, monkeypatch):
    """Without the rule the example is read otherwise, or not at all."""
    before = [dataclasses.replace(one, how="") for one in attributions(rule.example)]
    rest = tuple(other for other in rules.RULES if other is not rule)
    monkeypatch.setattr(rules, "RULES", rest)
    assert [dataclasses.replace(one, how="") for one in attributions(rule.example)] != before


@pytest.mark.labelled
@EACH
def test_a_rule_leaves_its_counterexample_alone(rule):
    """What only looks like the example is not read by this rule."""
    assert rule.name not in [one.how for one in attributions(rule.counterexample)]
