"""What the public would notice between two states of the content."""
