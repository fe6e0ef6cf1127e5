"""What a learner did: records on disk, replayed into answers.

`records` says what one saved answer is, as a line of a file (start there); `shelf` is the files of
one learner; `progress` saves, reads and carries away; `choices`, `cards` and `claims` replay the
records into the answers that count now.
"""
