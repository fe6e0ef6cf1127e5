"""What a learner did: records on disk, replayed into answers."""
